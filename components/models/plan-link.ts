import { CHECKED_ON } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { DEFAULTS } from "@/lib/scenario";

/**
 * The planner with one workload on this model: 1,000 tokens in, 500 visible and 2,000 reasoning out, ten
 * times a minute.
 */
export function planLink(model: string): string {
  const workload = {
    ...DEFAULTS.workload,
    model,
    requests: 10,
    per: "minute",
    inputTokens: 1000,
    visibleOutputTokens: 500,
    reasoningTokens: 2000,
  } as const;
  return encodeLink({ ...DEFAULTS.scenario, asOf: CHECKED_ON, workloads: [workload] });
}
