import { findModel, isInputOnly } from "@/lib/catalogue";
import type { Scenario, ServiceTier, Workload } from "@/lib/scenario";
import type { ComparedWorkload } from "./types";

/** A model and the service tier it is used in. */
export interface ModelChoice {
  readonly model: string;
  readonly serviceTier: ServiceTier;
}

/**
 * Whether a model gives output, or takes input only as embeddings do. Of an own model it is what is entered of it: a
 * price or a maximum of output, output of a workload on it, or a price of input alone; else `null`, it cannot be told.
 */
function givesOutput(name: string, { workloads, modelOverrides }: Scenario): boolean | null {
  const model = findModel(name);
  if (model) return !isInputOnly(model);
  const own = modelOverrides.find((one) => one.model === name);
  if (own?.maxOutputTokens !== undefined) return own.maxOutputTokens > 0;
  const hasOutput = (one: Workload) => one.model === name && one.visibleOutputTokens + one.reasoningTokens > 0;
  if (Number(own?.price?.output ?? 0) > 0 || workloads.some(hasOutput)) return true;
  return Number(own?.price?.input ?? 0) > 0 ? false : null;
}

/**
 * The places of the workloads that move to a model: all, or the one compared, without those that only the other
 * kind of model can do; embeddings cannot move to a model of text. Of what kind cannot be told may be of either.
 */
export function movingTo(model: string, scenario: Scenario, workload: ComparedWorkload): number[] {
  const to = givesOutput(model, scenario);
  return scenario.workloads.flatMap((one, index) => {
    if (workload !== null && index !== workload) return [];
    const from = givesOutput(one.model, scenario);
    return from === null || to === null || from === to ? [index] : [];
  });
}

/** Whether reasoning tokens are taken out on a model: it is known not to reason. */
export const dropsReasoning = (model: string): boolean => findModel(model)?.reasons === false;

/** A workload in another service tier, without reasoning where the model does none; sizes stay as entered. */
export function reshaped(workload: Workload, serviceTier: ServiceTier, withoutReasoning: boolean): Workload {
  const moved = { ...workload, serviceTier };
  if (!withoutReasoning || workload.reasoningTokens === 0) return moved;
  const { reasoningTokens: _range, ...ranges } = workload.ranges ?? {};
  return { ...moved, reasoningTokens: 0, ...(workload.ranges && { ranges }) };
}

/**
 * The scenario of a row: the workloads compared on its model and in its service tier, all else as entered. On a
 * model without reasoning they have no reasoning tokens.
 */
export function scenarioOn(
  scenario: Scenario,
  { model, serviceTier }: ModelChoice,
  workload: ComparedWorkload,
): Scenario {
  const moving = new Set(movingTo(model, scenario, workload));
  return {
    ...scenario,
    workloads: scenario.workloads.map((one, index) =>
      moving.has(index) ? { ...reshaped(one, serviceTier, dropsReasoning(model)), model } : one,
    ),
  };
}
