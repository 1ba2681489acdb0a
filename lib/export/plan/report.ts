import type { Estimate } from "@/lib/estimate";
import { exact, multiply, sum, type Exact } from "@/lib/money";
import { noteViews, sourcesView } from "@/lib/view/estimate";
import { batchView, fixesView, keyFigures, verdictView } from "@/lib/view/plan";
import { workingOf } from "@/lib/view/working";
import { formatTier, formatTimes, plainText, UNKNOWN } from "@/lib/view/text";
import { capital, DIMENSIONS, poolName } from "@/lib/view/names";
import { fact, ratio, usd, words } from "../cells";
import { ownBlocks } from "../inputs/own";
import { settingFacts, settingsBlock } from "../inputs/settings";
import { workloadsBlock } from "../inputs/workloads";
import type { Block, ValueList, Report, ReportTable } from "../report";
import { reportVerdict, scenarioTitle, workingBlock } from "../shared";
import { billBlock } from "./bill";
import { limitsBlock, tiersBlock } from "./limits";

const NAMES = ["per_month_usd", "per_year_usd", "per_day_usd", "per_thousand_requests_usd", "per_request_usd"] as const;

function totals(estimate: Estimate): ValueList {
  const { perMonth, perRequest } = estimate.cost;
  const times = (amount: Exact | null, n: bigint, d = 1n) => amount && multiply(amount, exact(n, d));
  const amounts = [perMonth, times(perMonth, 12n), times(perMonth, 12n, 365n), times(perRequest, 1000n), perRequest];
  return {
    key: "totals",
    title: "What it costs",
    facts: keyFigures(estimate).map(({ label, figure }, index) =>
      fact(NAMES[index]!, label, usd(amounts[index]!, figure.text)),
    ),
  };
}

/** Whether it fits, what binds first, and the lowest usage tier that fits. */
function fitFacts({ fit, scenario }: Estimate): ValueList {
  const { fits, bindsFirst, scaleAtLimit, minimumUsageTier: least } = fit;
  const where = bindsFirst && (bindsFirst.dimension === "monthly-usage" ? "" : `, ${poolName(bindsFirst.pool)}`);
  return {
    key: "fit",
    title: `At ${formatTier(scenario.usageTier)}`,
    facts: [
      fact("fits", "Fits", fits === null ? words("cannot be told", null) : words(fits ? "yes" : "no", String(fits))),
      fact(
        "binds_first",
        "Binds first",
        bindsFirst ? words(`${DIMENSIONS[bindsFirst.dimension]}${where}`, bindsFirst.dimension) : words(UNKNOWN, null),
      ),
      fact("headroom", "Headroom", ratio(scaleAtLimit, formatTimes(scaleAtLimit))),
      fact(
        "minimum_usage_tier",
        "Lowest tier that fits",
        least === null ? words("none", null) : words(capital(formatTier(least)), String(least)),
      ),
    ],
  };
}

/** What would make it fit, or what it leaves room for; empty where nothing is offered. */
function fixesBlock(estimate: Estimate): ReportTable[] {
  const { heading, fixes } = fixesView(estimate);
  if (fixes.length === 0) return [];
  const told = (fits: boolean | null) => (fits === null ? "cannot be told" : fits ? "fits" : "does not fit");
  return [
    {
      key: "changes",
      title: heading,
      columns: [
        { name: "change", label: "Change", isProse: true },
        { name: "consequence", label: "What follows", isProse: true },
        { name: "fits", label: "Fit" },
      ],
      rows: fixes.map(({ text, detail, fits }) => ({
        cells: [
          words(text),
          words(detail),
          {
            ...words(told(fits), fits === null ? null : String(fits)),
            ...(fits !== null && { tone: fits ? "ok" : "over" }),
          },
        ],
      })),
    },
  ];
}

/** All in standard, as entered, all in batch. */
function servicesBlock(estimate: Estimate): ValueList {
  const { heading, rows, remark } = batchView(estimate);
  const sumOf = (amounts: readonly (Exact | null)[]) =>
    amounts.every((amount) => amount !== null) ? sum(amounts) : null;
  const { workloads, perMonth } = estimate.cost;
  const amounts = [
    sumOf(workloads.map(({ standardPerMonth }) => standardPerMonth)),
    perMonth,
    sumOf(workloads.map(({ batchPerMonth }) => batchPerMonth)),
  ];
  const names = ["standard_per_month_usd", "per_month_usd", "batch_per_month_usd"];
  return {
    key: "service_tiers",
    title: plainText(heading),
    facts: rows.map(({ label, amount }, index) => fact(names[index]!, label, usd(amounts[index]!, amount.text))),
    ...(remark && { remark }),
  };
}

/** The formula of each figure the report leads with, and of each limit. */
function formulas(estimate: Estimate): ReportTable {
  const limits = estimate.limits.map(({ index }) => ({ of: "utilisation", limit: index, tier: null }) as const);
  const keys = [{ of: "month" }, { of: "request" }, ...limits] as const;
  return workingBlock(keys.map((key) => workingOf(key, estimate)));
}

/** Plan as a report. `link` is the whole address of the scenario. */
export function planReport(estimate: Estimate, link: string): Report {
  const { scenario } = estimate;
  const blocks: Block[] = [
    billBlock(estimate),
    limitsBlock(estimate),
    servicesBlock(estimate),
    ...fixesBlock(estimate),
    tiersBlock(estimate),
    formulas(estimate),
  ];
  return {
    page: "plan",
    title: scenarioTitle(scenario),
    day: scenario.asOf,
    link,
    verdict: reportVerdict(verdictView(estimate)),
    totals: totals(estimate),
    fit: fitFacts(estimate),
    inputs: [workloadsBlock(scenario), settingsBlock(settingFacts(scenario)), ...ownBlocks(scenario)],
    blocks,
    notes: noteViews(estimate),
    sources: sourcesView(estimate),
  };
}
