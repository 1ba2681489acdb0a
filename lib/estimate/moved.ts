import { findModel, isRetired, priceOn, type Model } from "@/lib/catalogue";
import type { ModelFacts } from "@/lib/facts";
import { poolOf, type Scenario } from "@/lib/scenario";

/**
 * The scenario with every workload of one model on another. Token counts stay as entered, and so do the
 * workloads on other models.
 */
export function movedTo(scenario: Scenario, from: string, to: string): Scenario {
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload) =>
      poolOf(workload.model) === from ? { ...workload, model: to } : workload,
    ),
  };
}

/**
 * The model that OpenAI names in place of one that is ending, where the catalogue has it with a price on
 * `day`; else `null`.
 */
export function namedNext({ model }: ModelFacts, day: string): Model | null {
  const named = model?.retirement?.successor;
  const next = named && findModel(named);
  return next && !isRetired(next, day) && priceOn(next, day) ? next : null;
}
