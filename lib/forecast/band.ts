import type { Estimate } from "@/lib/estimate";
import { parseDecimal, toNumber } from "@/lib/money";
import { drawnCosts, quantilesOf, shareWithin } from "@/lib/ranges";
import type { Scenario } from "@/lib/scenario";
import { hasRanges } from "@/lib/scenario/ranges";
import { MONTH_HOURS } from "./spending";
import type { CostBand, Forecast, ForecastMonth } from "./types";

/** The costs of all cases: as they were drawn, and in order. */
interface Cases {
  readonly key: string;
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
const MOST_KEPT = 6;

/** What was made last of a key; the oldest gives way. */
function keeper<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make();
      if (known.size >= MOST_KEPT) known.delete(known.keys().next().value!);
      known.set(key, value);
    }
    return value;
  };
}

const keepCases = keeper<Cases>();
const keepMixed = keeper<Float64Array>();
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
  const cases = keepCases(key, () => {
    const drawn = drawnCosts(base.scenario);
    return { key, drawn, sorted: drawn.toSorted() };
  });
  ofEstimate.set(base, cases);
  return cases;
}

/** The sum of several prices, each times its weight, case by case: a case is the same one at every price. */
function sumInOrder(all: readonly { readonly base: Estimate; readonly weight: number }[]): Float64Array {
  const sums = new Float64Array(casesOf(all[0]!.base).drawn.length / STRIDE);
  for (const { base, weight } of all) {
    const { drawn } = casesOf(base);
    for (let index = 0; index < sums.length; index++) sums[index]! += drawn[index * STRIDE]! * weight;
  }
  return sums.sort();
}

/** What a month costs; growth multiplies all of its cases, so those of a mixed one are kept too. */
function costsOfMonth({ parts, times }: ForecastMonth): Costs {
  const factor = toNumber(times);
  const [first, ...others] = parts;
  if (others.length === 0) return { sorted: casesOf(first!.base).sorted, times: (factor * first!.hours) / MONTH_HOURS };
  const key = parts.map(({ base, hours }) => `${hours} ${casesOf(base).key}`).join(" ");
  const weighed = () => sumInOrder(parts.map(({ base, hours }) => ({ base, weight: hours / MONTH_HOURS })));
  return { sorted: keepMixed(key, weighed), times: factor };
}

/** What some months cost in all. */
function costsInAll(months: readonly ForecastMonth[]): Costs {
  const weights = new Map<Estimate, number>();
  for (const { parts, times } of months)
    for (const { base, hours } of parts)
      weights.set(base, (weights.get(base) ?? 0) + (hours / MONTH_HOURS) * toNumber(times));
  const all = [...weights].map(([base, weight]) => ({ base, weight }));
  const [first, ...others] = all;
  if (others.length === 0) return { sorted: casesOf(first!.base).sorted, times: first!.weight };
  return { sorted: sumInOrder(all), times: 1 };
}

function quantiles({ sorted, times }: Costs): CostBand | null {
  const range = quantilesOf(sorted);
  return range && { p10: range.p10 * times, p50: range.p50 * times, p90: range.p90 * times };
}

/** p10, p50 and p90 of a month of today’s traffic at the prices of an estimate, USD; `null` without a price. */
export const rangeOfToday = (base: Estimate): CostBand | null => quantiles({ sorted: casesOf(base).sorted, times: 1 });

/** p10, p50 and p90 of the cost of each month, USD; `null` without ranges or where a month has no price. */
export function costBand(scenario: Scenario, months: readonly ForecastMonth[]): CostBand[] | null {
  if (!hasRanges(scenario)) return null;
  const band = months.flatMap((month) => quantiles(costsOfMonth(month)) ?? []);
  return band.length === months.length ? band : null;
}

/** The same of the first `count` months in all. */
export const totalRange = ({ band, months }: Pick<Forecast, "band" | "months">, count: number): CostBand | null =>
  band && quantiles(costsInAll(months.slice(0, count)));

/** The share of the cases, 0–1, in which each month is within the budget; `null` without ranges or a budget. */
export function budgetShares({ scenario, months, band }: Forecast): number[] | null {
  const budget = scenario.monthlyBudgetUsd;
  if (!band || budget === undefined) return null;
  const most = toNumber(parseDecimal(budget)!);
  return months.map((month) => {
    const { sorted, times } = costsOfMonth(month);
    return shareWithin(sorted, most / times);
  });
}
