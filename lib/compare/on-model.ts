import { findModel, isInputOnly, type Model } from "@/lib/catalogue";
import type { Scenario, ServiceTier, Workload } from "@/lib/scenario";
import type { ComparedWorkload } from "./types";

/** A model and the service tier it is used in. */
export interface ModelChoice {
  readonly model: string;
  readonly serviceTier: ServiceTier;
}

/** Whether both give output or neither does; a custom model, `undefined`, may be of either kind. */
const isSameKind = (one: Model | undefined, other: Model | undefined): boolean =>
  !one || !other || isInputOnly(one) === isInputOnly(other);

/**
 * The places of the workloads that move to a model: all, or the one compared, without those that only the other
 * kind of model can do; embeddings cannot move to a model of text.
 */
export function movingTo(model: string, { workloads }: Scenario, workload: ComparedWorkload): number[] {
  const to = findModel(model);
  return workloads.flatMap((one, index) =>
    (workload === null || index === workload) && isSameKind(findModel(one.model), to) ? [index] : [],
  );
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
