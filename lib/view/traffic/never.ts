import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { factsOf, limitPoolOf, limitPools, modelOfPool, poolLimits } from "@/lib/facts";
import { forLong, mostOutput } from "@/lib/view/names";
import { type Sentence, formatNumber, formatTier } from "@/lib/view/text";

const runsLive = ({ serviceTier }: Workload) => serviceTier !== "batch";

/** The pools that a scenario’s traffic runs on, in the order of a simulation’s. */
export const trafficPools = (scenario: Scenario): string[] => limitPools(scenario, scenario.workloads.filter(runsLive));

/** The models that a scenario’s traffic runs on, in the same order. */
export const trafficModels = (scenario: Scenario): string[] => [...new Set(trafficPools(scenario).map(modelOfPool))];

/** The pool that a trace runs on: of the first workload that is not batch. */
export const tracePool = (scenario: Scenario): string => limitPoolOf(scenario.workloads.find(runsLive)!, scenario);

const tokens = (milli: number) => formatNumber(milli / MILLI);

/**
 * A workload, not batch, whose requests never run, whatever they wait: larger than the model takes, or, all
 * of one size, than a minute’s tokens. `null`: none.
 */
export function neverRuns(scenario: Scenario): Sentence | null {
  const facts = factsOf(scenario);
  for (const workload of scenario.workloads.filter(runsLive)) {
    const pool = poolOf(workload.model);
    const { contextWindow, maxOutputTokens } = facts.get(pool)!;
    const output = outputMilli(workload);
    const whole = Math.round(workload.inputTokens * MILLI) + output;
    if (contextWindow !== null && whole > contextWindow * MILLI)
      return [
        `One ${pool} request takes ${tokens(whole)} tokens; its context window holds ${formatNumber(contextWindow)}.`,
      ];
    if (maxOutputTokens !== null && output > maxOutputTokens * MILLI)
      return [
        `One ${pool} answer takes ${tokens(output)} tokens; the model gives ${mostOutput(formatNumber(maxOutputTokens))}.`,
      ];
  }
  return null;
}

/** Why no request of a run fits: what a mean request is charged, and what a minute holds. */
export function neverFits(scenario: Scenario): Sentence {
  const facts = factsOf(scenario);
  const { usageTier } = scenario;
  const large = scenario.workloads.filter(runsLive).flatMap((workload) => {
    const pool = limitPoolOf(workload, scenario);
    const { tpm } = poolLimits(facts, pool, usageTier, usageTier);
    const charge = chargeMilli(workload, scenario.tokenAccounting);
    return tpm !== null && charge > tpm * MILLI
      ? [
          `One ${modelOfPool(pool)} request is charged ${tokens(charge)} tokens; ${formatTier(usageTier)} holds ${formatNumber(tpm)}${forLong(pool)}.`,
        ]
      : [];
  });
  return [large[0] ?? `Every request is charged more tokens than ${formatTier(usageTier)} holds.`];
}
