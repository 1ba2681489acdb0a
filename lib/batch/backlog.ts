import { DEFAULTS, type Backlog, type Scenario, type Workload } from "@/lib/scenario";
import { LARGEST, MILLI } from "@/lib/fields";
import { wantedPerYear } from "@/lib/rates";

/** Thousandths of a request a year in one whole request a month. */
const A_MONTH = 12n * BigInt(MILLI);

/** What one request of a workload is: its model and sizes. */
export function sizesOf({
  model,
  inputTokens,
  cachedInputTokens,
  visibleOutputTokens,
  reasoningTokens,
  maxCompletionTokens,
}: Workload): Omit<Backlog, "total" | "deadlineHours" | "liveShare" | "budgetUsd"> {
  return {
    model,
    inputTokens,
    cachedInputTokens,
    visibleOutputTokens,
    reasoningTokens,
    ...(maxCompletionTokens !== undefined && { maxCompletionTokens }),
  };
}

/** A month of a workload's wanted requests as a pile, rounded up, at most 1e12. */
function monthOf(workload: Workload): Backlog {
  const requests = (wantedPerYear(workload) + A_MONTH - 1n) / A_MONTH;
  const { deadlineHours, liveShare } = DEFAULTS.backlog;
  return { ...sizesOf(workload), total: Math.min(Number(requests), LARGEST), deadlineHours, liveShare };
}

/** The backlog of a scenario; one without is given a month of its first batch workload, or else of its first workload, whose index is `madeFrom`. */
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
