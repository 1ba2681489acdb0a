import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { factsOf, tierLimits } from "@/lib/facts";
import { mostOutput } from "@/lib/view/names";
import { type Sentence, formatNumber, formatTier } from "@/lib/view/text";

const runsLive = ({ serviceTier }: Workload) => serviceTier !== "batch";

/** The pools that a scenario’s traffic runs on, in the order they first appear. */
export function trafficPools({ workloads }: Scenario): string[] {
  return [...new Set(workloads.filter(runsLive).map(({ model }) => poolOf(model)))];
}

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
    const pool = poolOf(workload.model);
    const { tpm } = tierLimits(facts.get(pool)!, usageTier, usageTier);
    const charge = chargeMilli(workload, scenario.tokenAccounting);
    return tpm !== null && charge > tpm * MILLI
      ? [
          `One ${pool} request is charged ${tokens(charge)} tokens; ${formatTier(usageTier)} holds ${formatNumber(tpm)}.`,
        ]
      : [];
  });
  return [large[0] ?? `Every request is charged more tokens than ${formatTier(usageTier)} holds.`];
}
