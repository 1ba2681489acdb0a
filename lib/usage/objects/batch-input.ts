import { countPrompt, promptOf } from "@/lib/tokens";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import type { Json } from "../log/values";

/** Counts the tokens of a text by a model’s tokenizer. */
export type CountTokens = (model: string | null, text: string) => number;

/**
 * Reads the body of a request that is still to be answered: its model, its cap, and the tokens of its texts
 * where they can be counted.
 */
export function batchInput(body: Json, row: RowDraft, tally: UsageTally, countTokens: CountTokens | undefined): void {
  const prompt = promptOf(body, "batch");
  row.model = prompt.model;
  if (prompt.maxCompletionTokens !== null) row.cap = prompt.maxCompletionTokens;
  if (!countTokens) return tally.remark("Input tokens are not counted: no tokenizer was given.");
  tally.remark(
    "Input tokens are counted from the texts; what a chat adds to each message is an estimate. Output is not known before the batch has run.",
  );
  for (let parts = 0; parts < prompt.otherParts; parts++)
    tally.countRemark("Parts of messages that are no text, and are not counted");
  if (prompt.tools) tally.countRemark("Requests with tools, whose definitions are not counted");
  row.input = countPrompt(prompt, (text) => countTokens(prompt.model, text)).tokens;
}
