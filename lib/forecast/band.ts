import type { Estimate } from "@/lib/estimate";
import { parseDecimal, toNumber } from "@/lib/money";
import { drawnCosts, hasRanges, quantilesOf, shareWithin } from "@/lib/ranges";
import type { Scenario } from "@/lib/scenario";
import { MONTH_HOURS } from "./spending";
import type { CostBand, Forecast, ForecastMonth } from "./types";

/** The costs of all cases: as they were drawn, and in order. */
interface Cases {
  readonly drawn: Float64Array;
  readonly sorted: Float64Array;
}

/** Cases in order, of which each is `times` as much. */
interface Costs {
  readonly sorted: Float64Array;
  readonly times: number;
}

/** Of a sum of several prices every so many-th case is taken. */
const STRIDE = 8;

/** The cases drawn last, by all that a month’s cost goes by. */
const known = new Map<string, Cases>();
const MOST_KEPT = 6;
const ofEstimate = new WeakMap<Estimate, Cases>();

/**
 * The cases of a month at the scenario’s rates. Growth, budget and usage tier change nothing about them: what was drawn
 * for the same workloads and prices is kept.
 */
function casesOf(base: Estimate): Cases {
  const seen = ofEstimate.get(base);
  if (seen) return seen;
  const { workloads, modelOverrides, asOf, regional, seed } = base.scenario;
  const key = JSON.stringify([workloads, modelOverrides, asOf, regional, seed]);
  let cases = known.get(key);
  if (!cases) {
    const drawn = drawnCosts(base.scenario);
    cases = { drawn, sorted: drawn.toSorted() };
    if (known.size >= MOST_KEPT) known.delete(known.keys().next().value!);
    known.set(key, cases);
  }
  ofEstimate.set(base, cases);
  return cases;
}

/** What some months cost in all, case by case: a case is the same one at every price and in every month. */
function costsOf(months: readonly ForecastMonth[]): Costs {
  const weights = new Map<Estimate, number>();
  for (const { parts, times } of months)
    for (const { base, hours } of parts)
      weights.set(base, (weights.get(base) ?? 0) + (hours / MONTH_HOURS) * toNumber(times));
  const [first, ...others] = [...weights].map(([base, times]) => ({ ...casesOf(base), times }));
  if (others.length === 0) return first!;
  const all = [first!, ...others];
  const sums = Float64Array.from({ length: first!.drawn.length / STRIDE }, (_, index) =>
    all.reduce((sum, { drawn, times }) => sum + drawn[index * STRIDE]! * times, 0),
  );
  return { sorted: sums.sort(), times: 1 };
}

function quantiles({ sorted, times }: Costs): CostBand | null {
  const range = quantilesOf(sorted);
  return range && { p10: range.p10 * times, p50: range.p50 * times, p90: range.p90 * times };
}

/** p10, p50 and p90 of a month of today’s traffic at the prices of an estimate, USD; `null` without a price. */
export const rangeOfToday = (base: Estimate): CostBand | null => quantiles({ ...casesOf(base), times: 1 });

/** p10, p50 and p90 of the cost of each month, USD; `null` without ranges or where a month has no price. */
export function costBand(scenario: Scenario, months: readonly ForecastMonth[]): CostBand[] | null {
  if (!hasRanges(scenario)) return null;
  const band = months.flatMap((month) => quantiles(costsOf([month])) ?? []);
  return band.length === months.length ? band : null;
}

/** The same of the first `count` months in all. */
export const totalRange = ({ band, months }: Pick<Forecast, "band" | "months">, count: number): CostBand | null =>
  band && quantiles(costsOf(months.slice(0, count)));

/** The share of the cases, 0–1, in which each month is within the budget; `null` without ranges or a budget. */
export function budgetShares({ scenario, months, band }: Forecast): number[] | null {
  const budget = scenario.monthlyBudgetUsd;
  if (!band || budget === undefined) return null;
  const most = toNumber(parseDecimal(budget)!);
  return months.map((month) => {
    const { sorted, times } = costsOf([month]);
    return shareWithin(sorted, most / times);
  });
}
