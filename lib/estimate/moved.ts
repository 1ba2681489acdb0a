import { findModel, isRetired, priceOn, type Model } from "@/lib/catalogue";
import type { ModelFacts } from "@/lib/facts";
import { poolOf, type Scenario } from "@/lib/scenario";

/**
 * The scenario with every workload of one model on another, and its backlog. Token counts stay as entered,
 * and so does all that is on other models.
 */
export function movedTo(scenario: Scenario, from: string, to: string): Scenario {
  const moved = <T extends { readonly model: string }>(one: T): T =>
    poolOf(one.model) === from ? { ...one, model: to } : one;
  const { backlog, workloads } = scenario;
  return { ...scenario, workloads: workloads.map(moved), ...(backlog && { backlog: moved(backlog) }) };
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
