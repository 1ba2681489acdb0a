import type { UsageTierId } from "@/lib/catalogue";
import { attemptsPerYear, PER_YEAR } from "@/lib/rates";
import { factsOf, limitPoolOf, limitPools, type ModelFacts, poolLimits } from "@/lib/facts";
import { DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { chargingOf, type Traffic } from "./arrivals";
import { rateCurve, type RateCurve } from "./curve";
import type { Conditions, Pool } from "./simulate";

const MILLIONTHS = 1e6;

/** The mean attempts of a workload a minute, billed retries included. */
export function attemptsPerMinute(workload: Workload): number {
  return Number(attemptsPerYear(workload)) / (PER_YEAR.minute * MILLIONTHS);
}

/** A page asks for all curves with every edit, which changes one. */
const curves = new WeakMap<Workload, RateCurve>();

/** The rate of one workload: its mean requests a minute, times `scale`, and the curve they follow. */
export function ratesOf(workload: Workload, scale: number) {
  const curve = curves.get(workload) ?? rateCurve(workload.shape ?? DEFAULTS.implied.shape, workload.peakToMean);
  curves.set(workload, curve);
  return { perMinute: attemptsPerMinute(workload) * scale, curve };
}

/** The traffic of one workload; `scale` multiplies its rate. Where sizes differ, their tables take milliseconds. */
export function trafficOf(
  workload: Workload,
  { tokenAccounting }: Pick<Scenario, "tokenAccounting"> = DEFAULTS.scenario,
  scale = 1,
): Traffic {
  return {
    ...ratesOf(workload, scale),
    arrivals: workload.arrivals ?? DEFAULTS.implied.arrivals,
    charging: chargingOf(workload, tokenAccounting),
  };
}

/** The pools that a scenario’s workloads beside batch draw on, in the order of an estimate’s, and who draws. */
export function livePools(scenario: Scenario): { readonly pool: string; readonly workloads: readonly Workload[] }[] {
  const live = scenario.workloads.filter(({ serviceTier }) => serviceTier !== "batch");
  return limitPools(scenario, live).map((pool) => ({
    pool,
    workloads: live.filter((workload) => limitPoolOf(workload, scenario) === pool),
  }));
}

/**
 * The pools that a scenario’s workloads beside batch draw on, in the order of an estimate’s, with their limits
 * at `tier`, the scenario’s own by default. `scale` multiplies all traffic. On Free no limit binds, as none is
 * published there.
 */
export function poolsOf(
  scenario: Scenario,
  { tier = scenario.usageTier, scale = 1 }: { readonly tier?: UsageTierId; readonly scale?: number } = {},
): Pool[] {
  const facts = factsOf(scenario);
  return livePools(scenario).map(({ pool, workloads }) => ({
    pool,
    limits: limitsOf(scenario, pool, tier, facts),
    traffic: workloads.map((workload) => trafficOf(workload, scenario, scale)),
  }));
}

/** The limits of one pool at a usage tier, in the form the buckets take. */
export function limitsOf(
  scenario: Scenario,
  pool: string,
  tier: UsageTierId = scenario.usageTier,
  facts: ReadonlyMap<string, ModelFacts> = factsOf(scenario),
) {
  const { rpm, tpm } = poolLimits(facts, pool, tier, scenario.usageTier);
  return { rpm, tpm, windowSeconds: scenario.rpmWindowSeconds };
}

/** The conditions a scenario runs under; what it leaves out takes the default. */
export function conditionsOf({
  policy = DEFAULTS.implied.policy,
  seed = DEFAULTS.implied.seed,
  horizonMinutes = DEFAULTS.implied.horizonMinutes,
}: Scenario): Conditions {
  return { policy, seed, horizonMinutes };
}
