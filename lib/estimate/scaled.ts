import type { UsageTierId } from "@/lib/catalogue";
import { scaleDemand } from "@/lib/limits";
import { multiply, type Exact } from "@/lib/money";
import { checkWorkloads, type WorkloadCheck } from "./checks";
import { limitRows } from "./estimate";
import { tierVerdict } from "./fit";
import type { Estimate, LimitRow, TierVerdict } from "./types";

/** What an estimate comes to at one usage tier when every rate of requests is multiplied. */
export interface ScaledEstimate {
  /** USD; `null` where a price is missing. */
  readonly perMonth: Exact | null;
  readonly limits: readonly LimitRow[];
  readonly verdict: TierVerdict;
}

const known = new WeakMap<Estimate, WorkloadCheck[]>();

/** The checks of its workloads, which no rate and no usage tier changes. */
function checksOf(of: Estimate): WorkloadCheck[] {
  let checks = known.get(of);
  if (!checks) {
    const unpriced = of.cost.workloads.map(({ perMonth }) => perMonth === null);
    known.set(of, (checks = checkWorkloads(of.scenario, of.facts, unpriced)));
  }
  return checks;
}

/**
 * The estimate of the same scenario with the requests of every workload `times` as many, at usage tier `tier`.
 * Exact: cost and demand are proportional to requests, so the fractions are multiplied and no rate is rounded.
 * The user's own limits stay those of the scenario's own usage tier.
 */
export function scaledEstimate(of: Estimate, times: Exact, tier: UsageTierId): ScaledEstimate {
  const { scenario, facts, cost, demands } = of;
  const demanded = demands.map((row) => scaleDemand(row, times));
  const verdict = tierVerdict({ scenario, facts, demanded, checks: checksOf(of) }, tier);
  return {
    perMonth: cost.perMonth && multiply(cost.perMonth, times),
    limits: limitRows(demanded, verdict),
    verdict,
  };
}
