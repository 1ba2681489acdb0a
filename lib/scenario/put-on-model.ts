import { findModel, isInputOnly } from "@/lib/catalogue";
import type { Backlog, Workload } from "./types";

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

/**
 * The request on another model. Where that takes input only and the one before did not, its output, cap and
 * cached input are taken out; where it is the other way round, those of `aside` are put in, cached input
 * within the input.
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
  return { ...next, ...Object.fromEntries(given) };
}
