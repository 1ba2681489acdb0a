import type { RowDraft } from "../tally/row-draft";

export type Json = Readonly<Record<string, unknown>>;

/** The object that a value is, else `null`. */
export const objectOf = (value: unknown): Json | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;

/** A count as logs write it, also `"12"` and `10.0`; NaN where there is none, -1 for something else. */
export function countOf(value: unknown): number {
  if (typeof value === "number") return Number.isInteger(value) ? value : -1;
  if (value === undefined || value === null || value === "") return NaN;
  return typeof value === "string" ? numberOf(value) : -1;
}

const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.0*)?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A number as tables write it, with commas between thousands too; NaN for blanks, -1 for anything else. */
export function numberOf(text: string): number {
  const bare = text.trim();
  if (bare === "") return NaN;
  return NUMBER.test(bare) ? Number(bare) : THOUSANDS.test(bare) ? Number(bare.replace(/,/g, "")) : -1;
}

const first = (...values: readonly number[]): number => values.find((value) => value === value) ?? NaN;

/**
 * What a usage object tells, in tokens: NaN where it does not, -1 where it gives something other than a whole
 * number.
 */
export interface UsageCounts {
  readonly input: number;
  /** Inside `input`. */
  readonly cached: number;
  readonly output: number;
  /** Inside `output`. */
  readonly reasoning: number;
}

/** Reads a usage object of chat completions, Responses or the Usage API; `count` reads one value of it. */
export function usageCounts(usage: Json, count: (value: unknown) => number = countOf): UsageCounts {
  const input = objectOf(usage["prompt_tokens_details"]) ?? objectOf(usage["input_tokens_details"]);
  const output = objectOf(usage["completion_tokens_details"]) ?? objectOf(usage["output_tokens_details"]);
  return {
    input: first(count(usage["prompt_tokens"]), count(usage["input_tokens"])),
    cached: first(
      count(input?.["cached_tokens"]),
      count(usage["cached_tokens"]),
      count(usage["input_cached_tokens"]),
      count(usage["cache_read_input_tokens"]),
    ),
    output: first(count(usage["completion_tokens"]), count(usage["output_tokens"])),
    reasoning: first(count(output?.["reasoning_tokens"]), count(usage["reasoning_tokens"])),
  };
}

/**
 * Puts what a usage object tells into a row, its cost too; what it does not tell stays. Returns whether it
 * told tokens.
 */
export function readUsage(usage: Json, row: RowDraft): boolean {
  const { input, cached, output, reasoning } = usageCounts(usage);
  if (input === input) row.input = input;
  if (output === output) row.output = output;
  if (cached === cached) row.cached = cached;
  if (reasoning === reasoning) row.reasoning = reasoning;
  const cost = usage["cost"];
  if (typeof cost === "number" && cost >= 0) row.cost = cost;
  return input === input || output === output;
}

/** What Langfuse’s cell of usage tells, JSON of one of several layouts; other text tells nothing. */
export function readDetails(text: string, row: RowDraft): void {
  if (!text.startsWith("{")) return;
  let details: Json | null = null;
  try {
    details = objectOf(JSON.parse(text));
  } catch {
    // Cut off, or written by another language; the columns beside it count.
  }
  if (details && !(row.input !== row.input && readUsage(details, row))) readUsageTypes(details, row);
}

/**
 * Langfuse’s types of usage: `input`, `input_cached_tokens`, `output`, `output_reasoning_tokens`, `total`.
 * Its integrations take the parts out of `input` and `output`, so that all with `input` in their name add up;
 * where `total` shows that the parts are inside, they are not added.
 */
function readUsageTypes(details: Json, row: RowDraft): void {
  const input = first(countOf(details["input"]), countOf(details["inputTokens"]), countOf(details["promptTokens"]));
  const output = first(
    countOf(details["output"]),
    countOf(details["outputTokens"]),
    countOf(details["completionTokens"]),
  );
  if (input !== input && output !== output) return;
  const total = first(countOf(details["total"]), countOf(details["totalTokens"]));
  let moreInput = 0;
  let moreOutput = 0;
  for (const [name, value] of Object.entries(details)) {
    const count = typeof value === "number" ? value : 0;
    if (/^(?:input|output|total)(?:Tokens|Cost)?$|cost$/i.test(name) || !(count > 0)) continue;
    if (/input|cache/i.test(name)) {
      moreInput += count;
      if (/cache(?:d|_read)/i.test(name)) row.cached = count;
    } else if (/output|reasoning/i.test(name)) {
      moreOutput += count;
      if (/reasoning/i.test(name)) row.reasoning = count;
    }
  }
  const inside = total === (input === input ? input : 0) + (output === output ? output : 0);
  if (input === input) row.input = input + (inside ? 0 : moreInput);
  if (output === output) row.output = output + (inside ? 0 : moreOutput);
}
