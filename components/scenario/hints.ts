import { findModel } from "@/lib/catalogue";
import { formatFactor, formatPercent } from "@/lib/view/text";

/** What stands beside a cap: `6.7 × output`; empty where there is no output to compare it with. */
export function capHint(maxCompletionTokens: number | undefined, output: number): string {
  if (maxCompletionTokens === undefined) return "max tokens";
  return output > 0 ? `${formatFactor(maxCompletionTokens / output)} × output` : "";
}

/** What stands beside a part of input or output: `75 % of output`; empty where the part is 0. */
export function shareHint(part: number, whole: number, of: "input" | "output"): string {
  return part > 0 ? `${formatPercent(part / whole)} of ${of}` : "";
}

/** What stands beside the reasoning: that the model has none, else `plain`. */
export function reasoningHint(model: string, reasoningTokens: number, plain: string): string {
  return reasoningTokens > 0 && findModel(model)?.reasons === false ? "not supported" : plain;
}
