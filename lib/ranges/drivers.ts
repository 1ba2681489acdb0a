import { estimate } from "@/lib/estimate";
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
 * Two exact estimates of each unknown, at its low and at its high, all other fields at their number; by the swing of
 * cost, the largest first and the unknown last, else in the order of `unknowns`.
 */
export function driversOf(scenario: Scenario, unknowns: readonly Unknown[]): Driver[] {
  const at = ({ workload: index, field }: Unknown, value: number) => {
    const workloads = scenario.workloads.map((workload, n) =>
      n === index ? atValue(workload, field, value) : workload,
    );
    const { cost, fit } = estimate({ ...scenario, workloads });
    return { cost: cost.perMonth, scale: fit.scaleAtLimit };
  };
  const drivers = unknowns.map((unknown): Driver => {
    const [low, high] = [at(unknown, unknown.low), at(unknown, unknown.high)];
    return { ...unknown, costLow: low.cost, costHigh: high.cost, scaleLow: low.scale, scaleHigh: high.scale };
  });
  return drivers.sort(byCost);
}
