import { MILLI } from "@/lib/fields";
import { chargeMilli } from "@/lib/rates";
import type { Scenario, Workload } from "@/lib/scenario";
import type { GivenRequest } from "./replay";

/** A request of a trace, as the API takes it. */
export interface TraceRequest {
  /** When it comes, milliseconds from 0; none comes before the one ahead of it. */
  readonly atMs: number;
  /** Cached tokens included. */
  readonly inputTokens: number;
  /** At most `inputTokens`. */
  readonly cachedInputTokens?: number;
  /** Visible and reasoning tokens. */
  readonly outputTokens: number;
}

/**
 * Gives every request its charge against tokens a minute under the scenario’s rule: input plus output, or input
 * and the workload’s cap. The order stays.
 */
export function chargedRequests(
  requests: readonly TraceRequest[],
  workload: Workload,
  { tokenAccounting }: Scenario,
): GivenRequest[] {
  return requests.map(({ atMs, inputTokens, outputTokens }) => ({
    atMs,
    charge:
      chargeMilli(
        { ...workload, inputTokens, visibleOutputTokens: outputTokens, reasoningTokens: 0 },
        tokenAccounting,
      ) / MILLI,
  }));
}
