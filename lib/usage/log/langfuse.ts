import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { readUsage } from "./usage-object";
import { countOf, first, objectOf, type Json } from "./values";

const isOfApi = (details: Json) =>
  ["prompt_tokens", "input_tokens", "completion_tokens", "output_tokens"].some((name) => name in details);

/** What Langfuse’s cell of usage tells, JSON of one of several layouts; other text tells nothing. */
export function readDetails(text: string, row: RowDraft, tally: UsageTally): void {
  if (!text.startsWith("{")) return;
  let details: Json | null = null;
  try {
    details = objectOf(JSON.parse(text));
  } catch {
    // Cut off, or written by another language; the columns beside it count.
  }
  if (details && !(row.input !== row.input && isOfApi(details) && readUsage(details, row, tally)))
    readUsageTypes(details, row);
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
      if (/creation|write/i.test(name)) row.written = count;
      else if (/cache(?:d|_read)/i.test(name)) row.cached = count;
    } else if (/output|reasoning/i.test(name)) {
      moreOutput += count;
      if (/reasoning/i.test(name)) row.reasoning = count;
    }
  }
  const inside = total === (input === input ? input : 0) + (output === output ? output : 0);
  if (input === input) row.input = input + (inside ? 0 : moreInput);
  if (output === output) row.output = output + (inside ? 0 : moreOutput);
}
