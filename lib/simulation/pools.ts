import type { UsageTierId } from "@/lib/catalogue";
import { attemptsPerYear, PER_YEAR } from "@/lib/rates";
import { factsOf, tierLimits } from "@/lib/facts";
import { poolOf, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { chargingOf, type Traffic } from "./arrivals";
import { rateCurve } from "./curve";
import type { Conditions, Pool } from "./simulate";

const MILLIONTHS = 1e6;

/** Mean requests a minute, billed retries included. */
export function attemptsPerMinute(workload: Workload): number {
  return Number(attemptsPerYear(workload)) / (PER_YEAR.minute * MILLIONTHS);
}

/** The traffic of a workload by itself; `scale` multiplies it. */
export function trafficOf(
  workload: Workload,
  { tokenAccounting }: Pick<Scenario, "tokenAccounting"> = DEFAULTS.scenario,
  scale = 1,
): Traffic {
  return {
    perMinute: attemptsPerMinute(workload) * scale,
    curve: rateCurve(workload.shape ?? DEFAULTS.implied.shape, workload.peakToMean),
    arrivals: workload.arrivals ?? DEFAULTS.implied.arrivals,
    charging: chargingOf(workload, tokenAccounting),
  };
}

/**
 * The pools of a scenario’s standard workloads, by first appearance, with the limits of `tier`: the
 * scenario’s own without. `scale` multiplies all traffic. On Free no limit binds, since there is none: that
 * the tier does not offer the model has to be said beside it.
 */
export function poolsOf(
  scenario: Scenario,
  { tier = scenario.usageTier, scale = 1 }: { readonly tier?: UsageTierId; readonly scale?: number } = {},
): Pool[] {
  const facts = factsOf(scenario);
  const pools = new Map<string, Traffic[]>();
  for (const workload of scenario.workloads) {
    if (workload.serviceTier === "batch") continue;
    const pool = poolOf(workload.model);
    pools.set(pool, [...(pools.get(pool) ?? []), trafficOf(workload, scenario, scale)]);
  }
  return [...pools].map(([pool, traffic]) => ({ pool, limits: limitsOf(scenario, facts.get(pool)!, tier), traffic }));
}

/** The limits of a pool as the buckets take them. */
export function limitsOf(
  scenario: Scenario,
  facts: Parameters<typeof tierLimits>[0],
  tier: UsageTierId = scenario.usageTier,
) {
  const { rpm, tpm } = tierLimits(facts, tier, scenario.usageTier);
  return { rpm, tpm, windowSeconds: scenario.rpmWindowSeconds };
}

/** What a scenario says of the run itself, its defaults filled in. */
export function conditionsOf({
  policy = DEFAULTS.implied.policy,
  seed = DEFAULTS.implied.seed,
  horizonMinutes = DEFAULTS.implied.horizonMinutes,
}: Scenario): Conditions {
  return { policy, seed, horizonMinutes };
}
