import { type Per, type TokenAccounting, type Workload } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";

/** How many of each period make a year of 365 days. A month is a twelfth of it, 730 hours. */
export const PER_YEAR: Readonly<Record<Per, number>> = {
  second: 31_536_000,
  minute: 525_600,
  hour: 8_760,
  day: 365,
  month: 12,
};
const PER_YEAR_BIG = Object.fromEntries(Object.entries(PER_YEAR).map(([per, times]) => [per, BigInt(times)])) as Record<
  Per,
  bigint
>;

/** Wanted requests a year, in thousandths. */
export function wantedPerYear(workload: Workload): bigint {
  return BigInt(milli(workload.requests)) * PER_YEAR_BIG[workload.per];
}

/** Requests a year with billed retries, in millionths. */
export function attemptsPerYear(workload: Workload): bigint {
  return wantedPerYear(workload) * BigInt(MILLI + milli(workload.retryShare));
}

/** Visible output and reasoning of one request, in thousandths of a token. */
export function outputMilli(workload: Workload): number {
  return milli(workload.visibleOutputTokens) + milli(workload.reasoningTokens);
}

/**
 * What one request is charged against tokens a minute, in thousandths of a token. Without a cap every rule
 * charges input + output.
 */
export function chargeMilli(workload: Workload, accounting: TokenAccounting): number {
  const input = milli(workload.inputTokens);
  const cap = workload.maxCompletionTokens;
  if (cap === undefined || accounting === "actual") return input + outputMilli(workload);
  return accounting === "prompt-plus-cap" ? input + milli(cap) : Math.max(input, milli(cap));
}
