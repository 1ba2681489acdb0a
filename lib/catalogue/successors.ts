import { fromData } from "./from-data";
import namedNext from "./data/named-next.json" with { type: "json" };
import { findModel } from "./models";
import type { Fact } from "./types";

/**
 * Of models still on sale that OpenAI’s deprecation page has named in place of others: the model that it
 * names there now.
 */
const NAMED_NEXT = fromData<Readonly<Record<string, Fact & { readonly successor: string }>>>(namedNext);

/**
 * Ids of the models that take over from a model, each from the one before it; empty where none is named.
 * The last id may be outside the catalogue.
 */
export function successorsOf(name: string): string[] {
  const chain: string[] = [];
  for (let model = findModel(name); model;) {
    const next = model.retirement?.successor ?? NAMED_NEXT[model.id]?.successor;
    if (!next || chain.includes(next)) break;
    chain.push(next);
    model = findModel(next);
  }
  return chain;
}
