import { cost } from "@/lib/cost";
import { factsOf } from "@/lib/facts";
import { bindsFirst, demands, headroom, limitsFor } from "@/lib/limits";
import { compare, subtract, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { atValue } from "./at-value";
import type { Driver, Unknown } from "./types";

/** The difference of two amounts, never below 0; `null` where one is unknown. */
function swing(low: Exact | null, high: Exact | null): Exact | null {
  if (!low || !high) return null;
  const rise = subtract(high, low);
  return rise.n < 0n ? { n: -rise.n, d: rise.d } : rise;
}

function byCost(one: Driver, other: Driver): number {
  const [a, b] = [swing(one.costLow, one.costHigh), swing(other.costLow, other.costHigh)];
  return a && b ? compare(b, a) : Number(a === null) - Number(b === null);
}

/**
 * The month’s cost and the headroom at the own usage tier of a scenario, as its estimate has them: what a driver needs
 * of one, at half its time.
 */
function exactly(scenario: Scenario): { readonly cost: Exact | null; readonly scale: number | null } {
  const facts = factsOf(scenario);
  const { perMonth } = cost(scenario, facts);
  const demanded = demands(scenario, facts, perMonth);
  const limits = limitsFor(scenario, facts, demanded, scenario.usageTier);
  const first = bindsFirst(demanded, limits);
  return { cost: perMonth, scale: first < 0 ? null : headroom(demanded[first]!, limits[first]) };
}

/**
 * Two exact estimates of each unknown, at its low and at its high, all other fields at their number; by the swing of
 * cost, the largest first and the unknown last, else in the order of `unknowns`.
 */
export function driversOf(scenario: Scenario, unknowns: readonly Unknown[]): Driver[] {
  const at = ({ workload: index, field }: Unknown, value: number) => {
    const workloads = scenario.workloads.map((workload, n) =>
      n === index ? atValue(workload, field, value) : workload,
    );
    return exactly({ ...scenario, workloads });
  };
  const drivers = unknowns.map((unknown): Driver => {
    const [low, high] = [at(unknown, unknown.low), at(unknown, unknown.high)];
    return { ...unknown, costLow: low.cost, costHigh: high.cost, scaleLow: low.scale, scaleHigh: high.scale };
  });
  return drivers.sort(byCost);
}
