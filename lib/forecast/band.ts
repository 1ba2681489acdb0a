import { toNumber } from "@/lib/money";
import { hasRanges, monthlyCostRange } from "@/lib/ranges";
import type { Scenario } from "@/lib/scenario";
import type { CostBand, ForecastMonth } from "./types";

/** The ranges drawn last, by all that a month’s cost goes by. */
const drawn = new Map<string, CostBand | null>();
const MOST_KEPT = 4;

/**
 * The range of a month’s cost at the scenario’s rates; `null` without a price. Growth, budget and usage tier change
 * nothing about it: what was drawn for the same workloads and prices is kept.
 */
function rangeOfMonth(scenario: Scenario): CostBand | null {
  const { workloads, modelOverrides, asOf, regional, seed } = scenario;
  const key = JSON.stringify([workloads, modelOverrides, asOf, regional, seed]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const range = monthlyCostRange(scenario);
  if (drawn.size >= MOST_KEPT) drawn.delete(drawn.keys().next().value!);
  drawn.set(key, range);
  return range;
}

/**
 * p10, p50 and p90 of the cost of each month, USD; `null` without ranges or where a month has no price. A case that is
 * the tenth in one month is so in every month of the same prices: all requests are multiplied by the same factor.
 */
export function costBand(scenario: Scenario, months: readonly ForecastMonth[]): CostBand[] | null {
  if (!hasRanges(scenario)) return null;
  const band = months.flatMap(({ base, times }) => {
    const range = rangeOfMonth(base.scenario);
    const factor = toNumber(times);
    return range ? [{ p10: range.p10 * factor, p50: range.p50 * factor, p90: range.p90 * factor }] : [];
  });
  return band.length === months.length ? band : null;
}
