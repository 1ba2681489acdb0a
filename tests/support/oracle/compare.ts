import type { CompleteWorkload, ScenarioJson, ServiceTier } from "../make/estimate-json";
import { slowEstimate } from "./estimate";
import { catalogueModel } from "./facts";
import { complete } from "./scenario";

const isEmbedding = (model: string) => model.startsWith("text-embedding-");

type Kind = "text" | "embedding" | "unknown";

/** What a model can do: of the catalogue by its name, of one’s own by what the scenario says of it. */
function kindOf(model: string, { workloads, modelOverrides }: ReturnType<typeof complete>): Kind {
  const published = catalogueModel(model);
  if (published !== null) return isEmbedding(published.id) ? "embedding" : "text";
  const own = (modelOverrides ?? []).find((one) => one.model === model);
  if (own?.maxOutputTokens !== undefined) return own.maxOutputTokens === 0 ? "embedding" : "text";
  const used = workloads.filter((one) => one.model === model);
  if (used.some(({ visibleOutputTokens, reasoningTokens }) => visibleOutputTokens > 0 || reasoningTokens > 0))
    return "text";
  const free = (price: string | null | undefined) => price == null || /^0*\.?0*$/.test(price);
  if (!free(own?.price?.output)) return "text";
  return free(own?.price?.input) ? "unknown" : "embedding";
}

/** The workload on the model; where both are known to be of different kinds, as it is. */
function moved(
  workload: CompleteWorkload,
  { model, serviceTier }: { readonly model: string; readonly serviceTier: ServiceTier },
  scenario: ReturnType<typeof complete>,
): CompleteWorkload {
  const to = catalogueModel(model);
  const kinds = [kindOf(workload.model, scenario), kindOf(model, scenario)];
  if (!kinds.includes("unknown") && kinds[0] !== kinds[1]) return workload;
  return { ...workload, model, serviceTier, ...(to !== null && !to.reasons && { reasoningTokens: 0 }) };
}

/**
 * What a row of Compare says of a valid scenario on a model the slow engine knows: the scenario is rewritten as
 * JSON, and estimated. `only`: the workload that moves; all by default.
 */
export function slowRow(body: ScenarioJson, model: string, serviceTier: ServiceTier, only: number | null) {
  const given = complete(body);
  const workloads = given.workloads.map((one, index) =>
    only === null || only === index ? moved(one, { model, serviceTier }, given) : one,
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
