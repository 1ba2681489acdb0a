import { CHECKED_ON, findModel, isInputOnly } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { DEFAULTS, type Workload } from "@/lib/scenario";

/**
 * A workload on this model: 1,000 tokens in, 500 visible and 2,000 reasoning out, ten times a minute; only
 * what the model takes and gives.
 */
export function sampleWorkload(model: string): Workload {
  const known = findModel(model);
  const gives = known === undefined || !isInputOnly(known);
  return {
    ...DEFAULTS.workload,
    model,
    requests: 10,
    per: "minute",
    inputTokens: 1000,
    visibleOutputTokens: gives ? 500 : 0,
    reasoningTokens: known?.reasons === false ? 0 : 2000,
  };
}

/** A page with the sample workload on this model; the planner, where none is named. */
export const planLink = (model: string, page?: string): string =>
  encodeLink({ ...DEFAULTS.scenario, asOf: CHECKED_ON, workloads: [sampleWorkload(model)] }, page);
