import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { parsePasted } from "./pasted";

/**
 * Reads a whole text that is no table as one row: words, or a usage object cut out of something else. `false` where it
 * tells no counts, or may be meant in two ways; then nothing was read.
 */
export function readPastedRow(text: string, row: RowDraft, tally: UsageTally): boolean {
  const pasted = parsePasted(text);
  // Why the text may be meant in two ways is said beside what else is found of it.
  if (typeof pasted === "string") tally.remark(pasted);
  if (pasted === null || typeof pasted === "string") return false;
  const { counts, leftOut, disagreement } = pasted;
  const { requests = 1, audioInput = 0, audioOutput = 0 } = counts;
  row.clear();
  row.input = (counts.input ?? NaN) - audioInput;
  row.output = (counts.output ?? NaN) - audioOutput;
  row.cached = counts.cached ?? NaN;
  row.written = counts.written ?? NaN;
  row.reasoning = counts.reasoning ?? NaN;
  if (counts.output === undefined && counts.visible !== undefined)
    row.output = counts.visible + (counts.reasoning ?? 0);
  if (row.input !== row.input && row.output !== row.output) return false;
  if (requests > 1) {
    row.requests = requests;
    row.untilMs = Infinity;
  }
  tally.add(row, true);
  for (const remark of [...(disagreement === null ? [] : [disagreement]), ...leftOut]) tally.remark(remark);
  return true;
}
