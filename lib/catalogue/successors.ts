import { findModel } from "./models";

/** Models still on sale that OpenAI’s deprecation page has named in place of others, and what it names there now. */
const NAMED_NEXT: Readonly<Record<string, string>> = {
  "gpt-5.5": "gpt-5.6-sol",
  "gpt-5.4-mini": "gpt-5.6-terra",
};

/** Ids of the models that take over from a model, each from the one before it; empty where none is named. An id of them may be outside the catalogue: the chain ends there. */
export function successorsOf(name: string): string[] {
  const chain: string[] = [];
  for (let model = findModel(name); model;) {
    const next = model.retirement?.successor ?? NAMED_NEXT[model.id];
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
    model = findModel(next);
  }
  return chain;
}
