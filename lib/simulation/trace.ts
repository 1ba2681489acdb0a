import { NUMBERS, type Scenario, type Workload } from "@/lib/scenario";
import { accepts, describeRule, quote, refusal, type Issue, MILLI } from "@/lib/fields";
import { chargeMilli } from "@/lib/rates";
import type { GivenRequest } from "./replay";

/** A request as the API and the trace reader take it. */
export interface TraceRequest {
  readonly atMs: number;
  readonly inputTokens: number;
  readonly cachedInputTokens?: number;
  readonly outputTokens: number;
}

export const MOST_TRACE_ROWS = 100_000;
/** More faults than this are counted, not listed. */
const MOST_LISTED = 100;
const FIELDS = ["atMs", "inputTokens", "cachedInputTokens", "outputTokens"];
/** No rule about decimals: a time may come out of a division. */
const TIME = "a number from 0 to 1,000,000,000,000";

/** What is wrong with a row, by field. */
function faultsOf(row: Record<string, unknown>, before: number): [field: string, message: string][] {
  const faults: [string, string][] = [];
  const { atMs, inputTokens, cachedInputTokens, outputTokens } = row;
  if (typeof atMs !== "number" || !(atMs >= 0 && atMs <= NUMBERS.requests.max))
    faults.push(["atMs", refusal("atMs", atMs, TIME)]);
  else if (atMs < before)
    faults.push(["atMs", refusal("atMs", atMs, `a time not before that of the row ahead, ${before}`)]);
  for (const [field, value] of [
    ["inputTokens", inputTokens],
    ["outputTokens", outputTokens],
    ["cachedInputTokens", cachedInputTokens ?? 0],
  ] as const) {
    if (typeof value !== "number" || !accepts(NUMBERS.inputTokens, value))
      faults.push([field, refusal(field, value, describeRule(NUMBERS.inputTokens))]);
  }
  if (cachedInputTokens === null)
    faults.push(["cachedInputTokens", refusal("cachedInputTokens", null, describeRule(NUMBERS.inputTokens))]);
  if (faults.length === 0 && typeof cachedInputTokens === "number" && cachedInputTokens > (inputTokens as number))
    faults.push([
      "cachedInputTokens",
      refusal("cachedInputTokens", cachedInputTokens, `at most inputTokens, ${String(inputTokens)}`),
    ]);
  for (const field of Object.keys(row))
    if (!FIELDS.includes(field))
      faults.push([
        field,
        `${field}: unknown field with value ${quote(row[field])}; accepted here: ${FIELDS.join(", ")}`,
      ]);
  return faults;
}

/**
 * A list of requests from untrusted JSON, or every fault in it; rows are counted from 1 in messages, from 0
 * in paths. The same rows as `traceRequestSchema` takes, in order of time, each without cached tokens beyond
 * its input. At most `MOST_TRACE_ROWS`.
 */
export function checkTrace(
  input: unknown,
): { readonly requests: readonly TraceRequest[] } | { readonly issues: readonly Issue[] } {
  if (!Array.isArray(input))
    return { issues: [{ path: "requests", message: refusal("requests", input, "a list of 0 to 100,000 requests") }] };
  if (input.length > MOST_TRACE_ROWS) {
    return {
      issues: [
        {
          path: `requests.${MOST_TRACE_ROWS}`,
          message: "requests: row 100,001 is one too many; give at most 100,000 requests",
        },
      ],
    };
  }
  const issues: Issue[] = [];
  let before = 0;
  let unlisted = 0;
  input.forEach((row: unknown, index) => {
    const isRow = typeof row === "object" && row !== null && !Array.isArray(row);
    const faults: [string, string][] = isRow
      ? faultsOf(row as Record<string, unknown>, before)
      : [["", refusal("request", row, "an object")]];
    for (const [field, message] of faults) {
      if (issues.length < MOST_LISTED)
        issues.push({ path: `requests.${index}${field && `.${field}`}`, message: `row ${index + 1}: ${message}` });
      else unlisted++;
    }
    const atMs = isRow ? (row as TraceRequest).atMs : undefined;
    if (typeof atMs === "number" && atMs > before) before = atMs;
  });
  if (unlisted > 0) issues.push({ path: "requests", message: `requests: ${unlisted} more faults in other rows` });
  return issues.length > 0 ? { issues } : { requests: input as TraceRequest[] };
}

/**
 * Requests as the buckets take them: charged input + output, or by the workload’s cap under the scenario’s
 * rule.
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
