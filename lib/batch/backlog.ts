import { DEFAULTS, type Backlog, type Scenario, type Workload } from "@/lib/scenario";
import { LARGEST, MILLI } from "@/lib/fields";
import { wantedPerYear } from "@/lib/rates";

/** One request a month, in thousandths of a request a year. */
const A_MONTH = 12n * BigInt(MILLI);

/** The model and token counts of one request of a workload, as fields of a backlog. */
export function requestSizesOf({
  model,
  inputTokens,
  cachedInputTokens,
  visibleOutputTokens,
  reasoningTokens,
  maxCompletionTokens,
}: Workload): Omit<Backlog, "total" | "deadlineHours" | "liveShare" | "budgetUsd" | "enqueuedRequests"> {
  return {
    model,
    inputTokens,
    cachedInputTokens,
    visibleOutputTokens,
    reasoningTokens,
    ...(maxCompletionTokens !== undefined && { maxCompletionTokens }),
  };
}

/** The most requests that a backlog takes to be enqueued at once. */
export const mostEnqueued = ({ enqueuedRequests }: Backlog): number =>
  enqueuedRequests ?? DEFAULTS.implied.enqueuedRequests;

/** A month of a workload's wanted requests as a backlog: rounded up to whole requests, at most 1e12. */
function monthOf(workload: Workload): Backlog {
  const requests = (wantedPerYear(workload) + A_MONTH - 1n) / A_MONTH;
  const { deadlineHours, liveShare } = DEFAULTS.backlog;
  return { ...requestSizesOf(workload), total: Math.min(Number(requests), LARGEST), deadlineHours, liveShare };
}

/**
 * The backlog of a scenario. A scenario without one gets a month of its first batch workload, or else of its
 * first workload, whose index is `madeFrom`.
 */
export function backlogOf({ backlog, workloads }: Scenario): {
  readonly backlog: Backlog;
  readonly madeFrom: number | null;
} {
  if (backlog) return { backlog, madeFrom: null };
  const madeFrom = Math.max(
    0,
    workloads.findIndex(({ serviceTier }) => serviceTier === "batch"),
  );
  return { backlog: monthOf(workloads[madeFrom]!), madeFrom };
}
