import { findModel, isRetired, limitsAt, priceOn, type LimitRow, type Limits, type Model, type PriceRow, type UsageTierId } from "@/lib/catalogue";
import { parseDecimal, type Exact } from "@/lib/money";
import { poolOf } from "./pool";
import type { ModelOverride, OwnPrice, Scenario } from "./types";

/** USD per million tokens. `null`: no such price. */
export interface ExactPrice {
  readonly input: Exact;
  readonly cachedInput: Exact | null;
  readonly output: Exact;
  /** Both batch prices, or none. */
  readonly batch: { readonly input: Exact; readonly output: Exact } | null;
}

/** What a scenario may take as true of one model on its day: the catalogue's facts under the user's own. */
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
  readonly maxOutputTokens: number | null;
  readonly retired: boolean;
}

const parsedPrices = new WeakMap<PriceRow | OwnPrice, ExactPrice>();

function toExactPrice(price: PriceRow | OwnPrice): ExactPrice {
  const known = parsedPrices.get(price);
  if (known) return known;
  const parse = (text: string | null | undefined) => (text ? parseDecimal(text) : null);
  const batchInput = parse(price.batchInput);
  const batchOutput = parse(price.batchOutput);
  const parsed: ExactPrice = {
    input: parse(price.input)!,
    cachedInput: parse(price.cachedInput),
    output: parse(price.output)!,
    batch: batchInput && batchOutput ? { input: batchInput, output: batchOutput } : null,
  };
  parsedPrices.set(price, parsed);
  return parsed;
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
      retired: model !== null && isRetired(model, scenario.asOf),
    });
  }
  return facts;
}

/** The limits of one model at one usage tier, `null` where there is none to go by; the row is absent where the user's own or no catalogue limit stands. */
export interface TierLimits {
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly batchQueueTokens: number | null;
  readonly row: LimitRow | null;
}

const NONE: TierLimits = { rpm: null, tpm: null, batchQueueTokens: null, row: null };
const published = (value: Limits["rpm"] | undefined) => (typeof value === "number" ? value : null);

/**
 * Limits at `tier`: on Free none, whatever was overridden; a custom model's own at every paid tier;
 * a catalogue model's published ones, under the user's own at the scenario's tier only.
 */
export function tierLimits(facts: ModelFacts, tier: UsageTierId, ownTier: UsageTierId): TierLimits {
  if (tier === "free") return NONE;
  const row = facts.model ? (limitsAt(facts.model, tier) ?? null) : null;
  const own = facts.model === null || tier === ownTier ? facts.override?.limits : undefined;
  return {
    rpm: own?.rpm ?? published(row?.rpm),
    tpm: own?.tpm ?? published(row?.tpm),
    batchQueueTokens: own?.batchQueueTokens ?? published(row?.batchQueueTokens),
    row,
  };
}
