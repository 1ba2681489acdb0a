import { findModel, isInputOnly } from "@/lib/catalogue";
import { withoutRanges } from "./ranges/other-numbers";
import type { Backlog, RangeField, Workload } from "./types";

const takesInputOnly = (name: string): boolean => {
  const model = findModel(name);
  return model !== undefined && isInputOnly(model);
};

/** What a request to a model that takes input only has none of. */
const OF_OUTPUT = [
  "visibleOutputTokens",
  "reasoningTokens",
  "maxCompletionTokens",
  "cachedInputTokens",
  "cacheWriteTokens",
  "visibleOutputP95ToMean",
  "reasoningP95ToMean",
  "tokensPerSecond",
] as const satisfies readonly (keyof Workload)[];

/** Of these, those whose mean may be a range. */
const RANGES_OF_OUTPUT: readonly RangeField[] = ["visibleOutputTokens", "reasoningTokens", "cachedInputTokens"];

/** A workload on another kind of model, without the ranges of its output, or with those of `aside` again. */
function withRangesOf(workload: Workload, inputOnly: boolean, { ranges }: Partial<Workload>): Workload {
  if (inputOnly) return withoutRanges(workload, RANGES_OF_OUTPUT);
  const back = RANGES_OF_OUTPUT.flatMap((field) => (ranges?.[field] ? [[field, ranges[field]] as const] : []));
  return back.length > 0 ? { ...workload, ranges: { ...workload.ranges, ...Object.fromEntries(back) } } : workload;
}

/**
 * The request on another model. Where that takes input only and the one before did not, its output, cap and
 * cached input are taken out, with their ranges; where it is the other way round, those of `aside` are put in,
 * cached input within the input.
 */
export function putOnModel<T extends Workload | Backlog>(request: T, model: string, aside?: T): T {
  const next: T = { ...request, model };
  if (takesInputOnly(model) === takesInputOnly(request.model)) return next;
  const from: Partial<Workload> | undefined = takesInputOnly(model)
    ? { visibleOutputTokens: 0, reasoningTokens: 0, cachedInputTokens: 0 }
    : aside && { ...aside, cachedInputTokens: Math.min(aside.cachedInputTokens, request.inputTokens) };
  if (!from) return next;
  for (const field of OF_OUTPUT) delete (next as Partial<Workload>)[field];
  const given = OF_OUTPUT.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]] as const]));
  const moved: T = { ...next, ...Object.fromEntries(given) };
  return "per" in moved ? (withRangesOf(moved, takesInputOnly(model), from) as T) : moved;
}
