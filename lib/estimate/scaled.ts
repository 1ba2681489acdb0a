import type { UsageTierId } from "@/lib/catalogue";
import { scaleDemand } from "@/lib/limits";
import { multiply, type Exact } from "@/lib/money";
import { checkWorkloads } from "./checks";
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

/**
 * The estimate of the same scenario with the requests of every workload `times` as many, at usage tier `tier`.
 * Exact: cost and demand are proportional to requests, so the fractions are multiplied and no rate is rounded.
 * The user's own limits stay those of the scenario's own usage tier.
 */
export function scaledEstimate(
  { scenario, facts, cost, demands }: Estimate,
  times: Exact,
  tier: UsageTierId,
): ScaledEstimate {
  const unpriced = cost.workloads.map(({ perMonth }) => perMonth === null);
  const demanded = demands.map((row) => scaleDemand(row, times));
  const verdict = tierVerdict({ scenario, facts, demanded, checks: checkWorkloads(scenario, facts, unpriced) }, tier);
  return {
    perMonth: cost.perMonth && multiply(cost.perMonth, times),
    limits: limitRows(demanded, verdict),
    verdict,
  };
}
