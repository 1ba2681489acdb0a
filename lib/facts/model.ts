import { findModel, isEnding, isRetired, priceOn, type Model, type PriceRow } from "@/lib/catalogue";
import { poolOf, type ModelOverride, type Scenario } from "@/lib/scenario";
import { toExactPrice, type ExactPrice } from "./prices";

/** What a scenario takes as true of one model on its day: the user's own facts, else the catalogue's. */
export interface ModelFacts {
  /** The catalogue id, or the custom id. */
  readonly pool: string;
  /** `null` for a custom model. */
  readonly model: Model | null;
  readonly override: ModelOverride | null;
  /** The catalogue row in force, where the price is not the user's own. */
  readonly priceRow: PriceRow | null;
  /** `null`: no price in force. */
  readonly price: ExactPrice | null;
  readonly contextWindow: number | null;
  /** 0: input only, such as embeddings. */
  readonly maxOutputTokens: number | null;
  /** `null`: no limit beside the context window; so too where the window is the user’s own. */
  readonly maxInputTokens: number | null;
  readonly retired: boolean;
  /** It retires within twelve months of the scenario’s day. */
  readonly ending: boolean;
}

/** The facts of every model the workloads use, by pool, in order of first appearance. */
export function factsOf(scenario: Scenario): ReadonlyMap<string, ModelFacts> {
  const facts = new Map<string, ModelFacts>();
  for (const { model: name } of scenario.workloads) {
    const pool = poolOf(name);
    if (facts.has(pool)) continue;
    const model = findModel(name) ?? null;
    const override = scenario.modelOverrides.find((own) => poolOf(own.model) === pool) ?? null;
    const priceRow = (!override?.price && model && priceOn(model, scenario.asOf)) || null;
    const price = override?.price ?? priceRow;
    facts.set(pool, {
      pool,
      model,
      override,
      priceRow,
      price: price ? toExactPrice(price) : null,
      contextWindow: override?.contextWindow ?? model?.contextWindow ?? null,
      maxOutputTokens: override?.maxOutputTokens ?? model?.maxOutputTokens ?? null,
      maxInputTokens: override?.contextWindow === undefined ? (model?.maxInputTokens ?? null) : null,
      retired: model !== null && isRetired(model, scenario.asOf),
      ending: model !== null && isEnding(model, scenario.asOf),
    });
  }
  return facts;
}
