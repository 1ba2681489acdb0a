import type { CompleteWorkload, ScenarioJson, ServiceTier } from "../make/estimate-json";
import { slowEstimate } from "./estimate";
import { catalogueModel } from "./facts";
import { complete } from "./scenario";

const isEmbedding = (model: string) => model.startsWith("text-embedding-");

/** The workload on the model; where both are known to be of different kinds, as it is. */
function moved(workload: CompleteWorkload, model: string, serviceTier: ServiceTier): CompleteWorkload {
  const from = catalogueModel(workload.model);
  const to = catalogueModel(model);
  if (from !== null && to !== null && isEmbedding(from.id) !== isEmbedding(to.id)) return workload;
  return { ...workload, model, serviceTier, ...(to !== null && !to.reasons && { reasoningTokens: 0 }) };
}

/**
 * What a row of Compare says of a valid scenario on a model the slow engine knows: the scenario is rewritten as
 * JSON, and estimated. `only`: the workload that moves; all by default.
 */
export function slowRow(body: ScenarioJson, model: string, serviceTier: ServiceTier, only: number | null) {
  const given = complete(body);
  const workloads = given.workloads.map((one, index) =>
    only === null || only === index ? moved(one, model, serviceTier) : one,
  );
  const { cost, fit, notes } = slowEstimate({ ...given, workloads });
  const published = catalogueModel(model);
  const dropped = workloads.some((one, index) => one.reasoningTokens < given.workloads[index]!.reasoningTokens);
  return {
    model,
    serviceTier,
    perMonthUsd: cost.perMonthUsd,
    fits: fit.fits,
    bindsFirst: fit.bindsFirst,
    scaleAtLimit: fit.scaleAtLimit,
    rates: fit.rates,
    minimumUsageTier: fit.minimumUsageTier,
    retires: published === null ? null : published.retiredOn,
    codes: [...new Set(notes.map(({ code }) => code)), ...(dropped ? ["reasoning-dropped"] : [])],
  };
}
