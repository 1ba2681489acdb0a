import type { Estimate } from "@/lib/estimate";
import { exact, multiply, sum, type Exact } from "@/lib/money";
import { noteViews, sourcesView } from "@/lib/view/estimate";
import { batchView, fixesView, keyFigures, limitViews, verdictView } from "@/lib/view/plan";
import type { RangeView } from "@/lib/view/ranges";
import { workingOf } from "@/lib/view/working";
import { formatTier, formatTimes, plainText, UNKNOWN } from "@/lib/view/text";
import { capital, DIMENSIONS, poolName } from "@/lib/view/names";
import { fact, ratio, usd, words } from "../cells";
import { ownBlocks } from "../inputs/own";
import { settingFacts, settingsBlock } from "../inputs/settings";
import { workloadsBlock } from "../inputs/workloads";
import type { Block, ValueList, Report, ReportTable } from "../report";
import { reportVerdict, scenarioTitle, workingBlock } from "../shared";
import { nameOfShown, variantsBlock } from "../variants";
import { billBlock } from "./bill";
import { rangeBlocks } from "./ranges";
import { limitsBlock, minorLimits, tiersBlock } from "./limits";

const COST_NAMES = {
  month: "per_month_usd",
  year: "per_year_usd",
  day: "per_day_usd",
  thousand: "per_thousand_requests_usd",
  request: "per_request_usd",
} as const;

function totals(estimate: Estimate): ValueList {
  const { perMonth, perRequest } = estimate.cost;
  const times = (amount: Exact | null, n: bigint, d = 1n) => amount && multiply(amount, exact(n, d));
  const amounts = {
    month: perMonth,
    year: times(perMonth, 12n),
    day: times(perMonth, 12n, 365n),
    thousand: times(perRequest, 1000n),
    request: perRequest,
  };
  return {
    key: "totals",
    title: "What it costs",
    facts: keyFigures(estimate).map(({ label, figure }) => {
      const of = figure.work.of as keyof typeof COST_NAMES;
      return fact(COST_NAMES[of], label, usd(amounts[of], figure.text));
    }),
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

const SERVICE_NAMES = {
  standard: "standard_per_month_usd",
  month: "per_month_usd",
  batch: "batch_per_month_usd",
} as const;

/** All in standard where that differs, as entered, all in batch. */
function servicesBlock(estimate: Estimate): ValueList {
  const { heading, rows, remark } = batchView(estimate);
  const sumOf = (amounts: readonly (Exact | null)[]) =>
    amounts.every((amount) => amount !== null) ? sum(amounts) : null;
  const { workloads, perMonth } = estimate.cost;
  const exact = {
    standard: sumOf(workloads.map(({ standardPerMonth }) => standardPerMonth)),
    month: perMonth,
    batch: sumOf(workloads.map(({ batchPerMonth }) => batchPerMonth)),
  };
  return {
    key: "service_tiers",
    title: plainText(heading),
    facts: rows.flatMap(({ label, amount }) => {
      const of = amount.work.of as keyof typeof SERVICE_NAMES;
      return SERVICE_NAMES[of] ? [fact(SERVICE_NAMES[of], label, usd(exact[of], amount.text))] : [];
    }),
    ...(remark && { remark }),
  };
}

/** The formula of each figure the report leads with, and of each limit. */
function formulas(estimate: Estimate): ReportTable {
  const minor = minorLimits(estimate, limitViews(estimate));
  const costs = workingBlock([workingOf({ of: "month" }, estimate), workingOf({ of: "request" }, estimate)]);
  const limits = estimate.limits.flatMap(({ index, demand: { pool, dimension } }) => {
    const { rows } = workingBlock([workingOf({ of: "utilisation", limit: index, tier: null }, estimate)]);
    return minor.has(`${pool}.${dimension}`) ? rows.map((row) => ({ ...row, isMinor: true })) : rows;
  });
  return {
    ...costs,
    rows: [...costs.rows, ...limits],
    ...(minor.size > 0 && { minor: "Use of the other limits is made alike: demand ÷ limit." }),
  };
}

/** Plan as a report. `link` is the whole address of the scenario, `range` what its ranges make of it. */
export function planReport(estimate: Estimate, link: string, range: RangeView | null = null): Report {
  const { scenario } = estimate;
  const blocks: Block[] = [
    ...variantsBlock(link),
    ...(range ? rangeBlocks(range) : []),
    billBlock(estimate),
    limitsBlock(estimate),
    servicesBlock(estimate),
    ...fixesBlock(estimate),
    tiersBlock(estimate),
    formulas(estimate),
  ];
  return {
    page: "plan",
    title: scenarioTitle(scenario) + nameOfShown(scenario, link),
    day: scenario.asOf,
    link,
    verdict: reportVerdict(range?.verdict ?? verdictView(estimate)),
    totals: totals(estimate),
    fit: fitFacts(estimate),
    inputs: [workloadsBlock(scenario), settingsBlock(settingFacts(scenario)), ...ownBlocks(scenario)],
    blocks,
    notes: noteViews(estimate),
    sources: sourcesView(estimate),
  };
}
