import type { Estimate } from "@/lib/estimate";
import { rangeOf, workloadCostRanges, type RangeResult } from "@/lib/ranges";
import type { Scenario } from "@/lib/scenario";
import { plainText } from "@/lib/view/text";
import { capital, listed } from "@/lib/view/names";
import type { Undrawn } from "@/lib/view/chart";
import { costSwings, headroomSwings, monthsChart, type MonthsChart, type SwingsChart } from "./charts";
import { LEGEND, rangeFigures, type RangeFigure } from "./figures";
import { cheapestPickText } from "./pick";
import { tierShares, type TierShares } from "./tiers";
import { monthRangeText, rangeVerdict, type RangeVerdict } from "./verdict";
import { betweenText, roughUsd } from "./words";

/** Everything Plan says of a scenario with ranges; plain data, so that a worker can make it. */
export interface RangeView {
  /** `Five inputs are ranges`. */
  readonly context: string;
  readonly verdict: RangeVerdict;
  readonly figures: readonly RangeFigure[];
  readonly legend: string;
  /** Title of the tab and of the page. */
  readonly title: string;
  readonly description: string;
  /** Told after an edit. */
  readonly spoken: string;
  /** `$16,400 to $55,300`; `null` without a price. */
  readonly month: string | null;
  /** The same of each workload by itself; empty for one whose cost has no range. */
  readonly workloads: readonly string[];
  readonly months: MonthsChart | Undrawn;
  readonly cost: SwingsChart | Undrawn;
  readonly headroom: SwingsChart | Undrawn;
  readonly tiers: TierShares;
  /** In how many cases the cheapest model that fits does so; empty: none is to be moved to, or it cannot be told. */
  readonly pick: string;
  /** The figures themselves. */
  readonly result: RangeResult;
}

const COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** The range of each workload’s cost; a lone workload’s is the month’s. */
function workloadTexts(scenario: Scenario, { perMonthUsd }: RangeResult): string[] {
  const ranges = scenario.workloads.length === 1 ? [perMonthUsd] : workloadCostRanges(scenario);
  return ranges.map((range) => {
    const text = range ? betweenText(range, roughUsd) : "";
    return text.includes(" to ") ? text : "";
  });
}

/** What a result says of the estimate it belongs to. */
export function rangeView(estimate: Estimate, result: RangeResult = rangeOf(estimate.scenario)): RangeView {
  const { scenario } = estimate;
  const verdict = rangeVerdict(estimate, result);
  const count = result.drivers.length;
  const sentence = `${plainText(verdict.lead)} ${plainText(verdict.rest)}`.trim();
  const month = monthRangeText(result);
  const models = listed([...new Set(scenario.workloads.map(({ model }) => model))]);
  return {
    context: `${COUNTS[count] ?? count} ${count === 1 ? "input is a range" : "inputs are ranges"}`,
    verdict,
    figures: rangeFigures(estimate, result),
    legend: LEGEND,
    title: `${scenario.title ? `${scenario.title}: ` : ""}${verdict.short.title} · ${month}`,
    description: `${models}: ${sentence} ${capital(month)}.`.replace(/\u202f|\u00a0/g, " "),
    spoken: `${sentence} ${month}.`,
    month: result.perMonthUsd && betweenText(result.perMonthUsd, roughUsd),
    workloads: workloadTexts(scenario, result),
    months: monthsChart(estimate, result),
    cost: costSwings(estimate, result),
    headroom: headroomSwings(estimate, result),
    tiers: tierShares(estimate, result),
    pick: cheapestPickText(scenario),
    result,
  };
}
