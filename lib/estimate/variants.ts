import { divide, subtract, toNumber, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { applyVariant, changesBetween, valueIn, type Variant } from "@/lib/scenario/variants";
import { estimate } from "./estimate";
import type { Binding, Estimate } from "./types";

/** One value in which a variant differs from its base; `null`: there is none. */
interface VariantDifference {
  /** As in changes of a variant: `usageTier`, `workloads.0.model`, `workloads.+`. */
  readonly path: string;
  readonly base: unknown;
  readonly variant: unknown;
}

/** A variant beside its base. Differences are exact, ratios the doubles nearest to the exact ones. */
interface VariantEstimate {
  readonly variant: Variant;
  /** Of the scenario that the variant is; that has no variants of its own. */
  readonly estimate: Estimate;
  /** Where the two scenarios differ, in the order of the fields; a change to what the base has is none. */
  readonly differs: readonly VariantDifference[];
  /** USD a month more than the base’s, below zero where less; `null`: one of the two is unknown. */
  readonly perMonthMore: Exact | null;
  /** The month’s cost over the base’s; `null` where either is unknown or the base’s is 0. */
  readonly perMonthTimes: number | null;
  /** The factor until the first limit over the base’s; `null` where either has none. */
  readonly headroomTimes: number | null;
  /** The same of the rates alone. */
  readonly ratesHeadroomTimes: number | null;
}

/** What binds at the scenario’s own tier as limit over peak, exactly. */
function exactHeadroom({ limits }: Estimate, binding: Binding | null): Exact | null {
  const row = binding && limits.find(({ demand }) => isOf(demand, binding));
  return row?.limit && row.demand.peak ? divide(row.limit.exact, row.demand.peak) : null;
}

const isOf = (demand: Binding, { pool, dimension }: Binding) => demand.pool === pool && demand.dimension === dimension;

function ratio(one: Exact | null, base: Exact | null): number | null {
  return one && base && base.n !== 0n ? toNumber(divide(one, base)) : null;
}

function differencesOf(base: Scenario, other: Scenario): VariantDifference[] {
  return Object.entries(changesBetween(base, other)).map(([path, variant]) => ({
    path,
    base: valueIn(base, path),
    variant,
  }));
}

function besideBase(base: Estimate, variant: Variant): VariantEstimate {
  const own = estimate(applyVariant(base.scenario, variant));
  const [cost, before] = [own.cost.perMonth, base.cost.perMonth];
  const headroom = (of: Estimate) => exactHeadroom(of, of.fit.bindsFirst);
  const ratesHeadroom = (of: Estimate) => exactHeadroom(of, of.fit.rates.bindsFirst);
  return {
    variant,
    estimate: own,
    differs: differencesOf(base.scenario, own.scenario),
    perMonthMore: cost && before && subtract(cost, before),
    perMonthTimes: ratio(cost, before),
    headroomTimes: ratio(headroom(own), headroom(base)),
    ratesHeadroomTimes: ratio(ratesHeadroom(own), ratesHeadroom(base)),
  };
}

const known = new WeakMap<Estimate, readonly VariantEstimate[]>();

/** Every variant of an estimated scenario beside it, in their order; computed once for each estimate. */
export function variantEstimates(base: Estimate): readonly VariantEstimate[] {
  let found = known.get(base);
  if (!found) known.set(base, (found = (base.scenario.variants ?? []).map((variant) => besideBase(base, variant))));
  return found;
}
