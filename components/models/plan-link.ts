import { CHECKED_ON, findModel, isInputOnly } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { DEFAULTS } from "@/lib/scenario";

/**
 * The planner with one workload on this model: 1,000 tokens in, 500 visible and 2,000 reasoning out, ten
 * times a minute; only what the model takes and gives.
 */
export function planLink(model: string): string {
  const known = findModel(model);
  const gives = known === undefined || !isInputOnly(known);
  const workload = {
    ...DEFAULTS.workload,
    model,
    requests: 10,
    per: "minute",
    inputTokens: 1000,
    visibleOutputTokens: gives ? 500 : 0,
    reasoningTokens: known?.reasons === false ? 0 : 2000,
  } as const;
  return encodeLink({ ...DEFAULTS.scenario, asOf: CHECKED_ON, workloads: [workload] });
}
