import type { UsageTierId } from "@/lib/catalogue";
import { limitPoolOf } from "@/lib/facts";
import type { Policy, Scenario } from "@/lib/scenario";
import { expectedRequests, simulate, type Conditions } from "./simulate";
import { conditionsOf, limitsOf, livePools, poolsOf, ratesOf } from "./pools";
import { replay, type GivenRequest } from "./replay";
import type { Simulation } from "./run";

/**
 * What is simulated: a scenario’s own traffic, times `scale`; or, on the pool of its first standard workload,
 * the requests of a trace.
 */
export interface RunInput {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly trace: readonly GivenRequest[] | null;
}

/**
 * What a run changes of its input; what is absent stays as the scenario says. `scale` multiplies the input’s
 * own.
 */
export interface RunVariant {
  readonly tier?: UsageTierId;
  readonly policy?: Policy;
  readonly rpmWindowSeconds?: number;
  readonly scale?: number;
}

/** The most requests that one run simulates. */
export const MOST_REQUESTS = 1_000_000_000;

function resolved(
  { scenario, scale, trace }: RunInput,
  { tier, policy, rpmWindowSeconds, scale: more = 1 }: RunVariant,
) {
  const varied: Scenario = rpmWindowSeconds === undefined ? scenario : { ...scenario, rpmWindowSeconds };
  const conditions: Conditions = { ...conditionsOf(scenario), ...(policy && { policy }) };
  return { varied, conditions, tier: tier ?? scenario.usageTier, scale: scale * more, trace };
}

/** The number of requests in a run: expected by the rate curves, of a trace exact. */
export function requestsOf({ scenario, scale, trace }: RunInput): number {
  if (trace) return trace.length;
  const rates = livePools(scenario).flatMap(({ workloads }) => workloads.map((workload) => ratesOf(workload, scale)));
  return expectedRequests(rates, conditionsOf(scenario).horizonMinutes);
}

/**
 * Runs the traffic with the variant’s changes. The scenario must have a standard workload. A trace is not
 * scaled. `progress` gets the share of its requests that are done, below 1.
 */
export function runTraffic(input: RunInput, variant: RunVariant = {}, progress?: (share: number) => void): Simulation {
  const { varied, conditions, tier, scale, trace } = resolved(input, variant);
  if (!trace) return simulate(poolsOf(varied, { tier, scale }), conditions, progress);
  const pool = limitPoolOf(
    varied.workloads.find(({ serviceTier }) => serviceTier !== "batch")!,
    varied,
  );
  const run = replay(trace, limitsOf(varied, pool, tier), conditions, progress);
  return { ...run, pools: [{ pool, ...run }] };
}
