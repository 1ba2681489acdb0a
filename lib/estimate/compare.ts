import { MODELS } from "@/lib/catalogue";
import { poolOf, SERVICE_TIERS, type Scenario, type ServiceTier } from "@/lib/scenario";
import { estimate } from "./estimate";
import type { Estimate } from "./types";

/** A whole scenario moved to one model and one service tier. */
export interface Alternative {
  readonly model: string;
  readonly serviceTier: ServiceTier;
  readonly estimate: Estimate;
}

/**
 * The same workloads on every catalogue model and every custom one of the scenario, standard and batch: catalogue order, standard first.
 * Everything else stays as entered, the day, tier, cap and sizes included.
 */
export function compareModels(scenario: Scenario): Alternative[] {
  const custom = scenario.modelOverrides.map(({ model }) => poolOf(model));
  const models = [...new Set([...MODELS.map(({ id }) => id), ...custom])];
  return models.flatMap((model) =>
    SERVICE_TIERS.map((serviceTier) => ({
      model,
      serviceTier,
      estimate: estimate({ ...scenario, workloads: scenario.workloads.map((workload) => ({ ...workload, model, serviceTier })) }),
    })),
  );
}
