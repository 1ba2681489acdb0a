import { accepts, describeRule, quote, refusal, type Issue } from "@/lib/fields";
import { NUMBERS } from "@/lib/scenario";
import type { TraceRequest } from "@/lib/simulation";
import { MOST_TRACE_REQUESTS } from "@/lib/usage";

/** What `atMs` may be, milliseconds; both ends inclusive, any decimals, since a time may come out of a division. */
export const TIME_RULE = { min: 0, max: NUMBERS.requests.max } as const;
/** What each number of tokens may be. */
export const TOKENS_RULE = NUMBERS.inputTokens;

/** More faults than this are counted, not listed. */
const MOST_LISTED = 100;
const ACCEPTED_FIELDS = ["atMs", "inputTokens", "cachedInputTokens", "outputTokens"];
const TIME_ACCEPTED = "a number from 0 to 1,000,000,000,000";

/** What is wrong with a row, by field. */
function faultsOf(row: Record<string, unknown>, before: number): [field: string, message: string][] {
  const faults: [string, string][] = [];
  const { atMs, inputTokens, cachedInputTokens, outputTokens } = row;
  if (typeof atMs !== "number" || !(atMs >= TIME_RULE.min && atMs <= TIME_RULE.max))
    faults.push(["atMs", refusal("atMs", atMs, TIME_ACCEPTED)]);
  else if (atMs < before)
    faults.push(["atMs", refusal("atMs", atMs, `a time not before that of the row ahead, ${before}`)]);
  for (const [field, value] of [
    ["inputTokens", inputTokens],
    ["outputTokens", outputTokens],
    ["cachedInputTokens", cachedInputTokens ?? 0],
  ] as const) {
    if (typeof value !== "number" || !accepts(TOKENS_RULE, value))
      faults.push([field, refusal(field, value, describeRule(TOKENS_RULE))]);
  }
  if (cachedInputTokens === null)
    faults.push(["cachedInputTokens", refusal("cachedInputTokens", null, describeRule(TOKENS_RULE))]);
  if (faults.length === 0 && typeof cachedInputTokens === "number" && cachedInputTokens > (inputTokens as number))
    faults.push([
      "cachedInputTokens",
      refusal("cachedInputTokens", cachedInputTokens, `at most inputTokens, ${String(inputTokens)}`),
    ]);
  for (const field of Object.keys(row))
    if (!ACCEPTED_FIELDS.includes(field))
      faults.push([
        field,
        `${field}: unknown field with value ${quote(row[field])}; accepted here: ${ACCEPTED_FIELDS.join(", ")}`,
      ]);
  return faults;
}

/**
 * Checks a list of requests from untrusted JSON; gives the requests, or its faults, at most 100 of them one by one.
 * Rows are counted from 1 in messages, from 0 in paths. The list is in order of time, holds at most
 * `MOST_TRACE_REQUESTS`, and no request has more cached tokens than input.
 */
export function checkTrace(
  input: unknown,
): { readonly requests: readonly TraceRequest[] } | { readonly issues: readonly Issue[] } {
  if (!Array.isArray(input))
    return { issues: [{ path: "requests", message: refusal("requests", input, "a list of 0 to 100,000 requests") }] };
  if (input.length > MOST_TRACE_REQUESTS) {
    return {
      issues: [
        {
          path: `requests.${MOST_TRACE_REQUESTS}`,
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
