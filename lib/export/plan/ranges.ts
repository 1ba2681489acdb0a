import type { Quantiles } from "@/lib/ranges";
import type { RangeView } from "@/lib/view/ranges";
import { formatCompact, formatNumber, formatTimes, formatUsd } from "@/lib/view/text";
import { entered, fact, ratio, usd, words } from "../cells";
import type { Block, NamedValue } from "../report";

/** Three values of a distribution under one name. */
const quantileFacts = (
  quantiles: Quantiles | null,
  [name, label]: readonly [name: string, label: string],
  text: (value: number) => string,
): NamedValue[] =>
  (["p10", "p50", "p90"] as const).map((at) => {
    const value = quantiles && quantiles[at];
    return fact(`${name}_${at}`, `${label}, ${at}`, ratio(value, value === null ? "–" : text(value)));
  });

/** What ranges make of the month: quantiles, the cases that fit each usage tier, and what each range decides. */
export function rangeBlocks({ result, context, legend, tiers }: RangeView): Block[] {
  const { perMonthUsd, scaleAtLimit, samples, withinBudget, drivers, fitShare } = result;
  const share = (value: number | null, text: string) => ratio(value, text);
  return [
    {
      key: "range",
      title: context,
      remark: `${legend} ${formatNumber(samples)} seeded cases.`,
      facts: [
        ...quantileFacts(perMonthUsd, ["per_month_usd", "A month"], (usd) => `$${formatCompact(usd)}`),
        ...quantileFacts(scaleAtLimit, ["headroom", "Headroom"], formatTimes),
        ...(withinBudget === null
          ? []
          : [fact("within_budget_share", "Within the budget", share(withinBudget, formatCompact(withinBudget)))]),
      ],
    },
    {
      key: "fit_shares",
      title: tiers.finding,
      columns: [
        { name: "usage_tier", label: "Usage tier" },
        { name: "share", label: "Cases that fit", isNumeric: true },
      ],
      rows: tiers.tiers.map(({ tier, name, word }) => ({
        cells: [words(name, String(tier)), share(fitShare.find(({ usageTier }) => usageTier === tier)!.share, word)],
      })),
    },
    {
      key: "drivers",
      title: "What matters: one range at its low and at its high, all others as entered",
      columns: [
        { name: "path", label: "Field" },
        { name: "low", label: "Low", isNumeric: true },
        { name: "high", label: "High", isNumeric: true },
        { name: "cost_low_usd", label: "A month at its low", isNumeric: true },
        { name: "cost_high_usd", label: "A month at its high", isNumeric: true },
        { name: "headroom_low", label: "Headroom at its low", isNumeric: true },
        { name: "headroom_high", label: "Headroom at its high", isNumeric: true },
      ],
      rows: drivers.map((driver) => ({
        cells: [
          words(`workloads.${driver.workload}.${driver.field}`),
          entered(driver.low),
          entered(driver.high),
          usd(driver.costLow, formatUsd(driver.costLow)),
          usd(driver.costHigh, formatUsd(driver.costHigh)),
          ratio(driver.scaleLow, formatTimes(driver.scaleLow)),
          ratio(driver.scaleHigh, formatTimes(driver.scaleHigh)),
        ],
      })),
    },
  ];
}
