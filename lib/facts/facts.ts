import {
  findModel,
  isRetired,
  limitsAt,
  priceOn,
  type LimitRow,
  type Limits,
  type LongContext,
  type Model,
  type PriceRow,
  type UsageTierId,
} from "@/lib/catalogue";
import { multiply, parseDecimal, type Exact } from "@/lib/money";
import { poolOf, type ModelOverride, type OwnPrice, type Scenario, type ServiceTier } from "@/lib/scenario";

/** USD per million tokens in one service tier. `null`: tokens of that kind are billed as plain input. */
export interface Rates {
  readonly input: Exact;
  readonly cachedInput: Exact | null;
  readonly cacheWrite: Exact | null;
  readonly output: Exact;
}

/** The rates of each service tier; `null`: it cannot be bought. Standard always can. */
export type TierRates = Readonly<Record<ServiceTier, Rates | null>>;

/** A price as exact numbers: the rates of a request, and of one whose input is long. */
export interface ExactPrice {
  readonly rates: TierRates;
  readonly long: { readonly fromInputTokens: number; readonly rates: TierRates } | null;
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
  /** `null`: no limit beside the context window; so too where the window is the user’s own. */
  readonly maxInputTokens: number | null;
  readonly retired: boolean;
}

type Text = string | null | undefined;
const parse = (text: Text): Exact | null => (text ? parseDecimal(text) : null);

/** Both ends, or no rates at all. */
function toRates(inputText: Text, outputText: Text, cached: Text, write?: Text): Rates | null {
  const input = parse(inputText);
  const output = parse(outputText);
  return input && output && { input, cachedInput: parse(cached), cacheWrite: parse(write), output };
}

function longRates(rates: TierRates, { inputTimes, outputTimes, withoutPriority }: LongContext): TierRates {
  const [onInput, onOutput] = [parseDecimal(inputTimes)!, parseDecimal(outputTimes)!];
  const long = (own: Rates | null): Rates | null =>
    own && {
      input: multiply(own.input, onInput),
      cachedInput: own.cachedInput && multiply(own.cachedInput, onInput),
      cacheWrite: own.cacheWrite && multiply(own.cacheWrite, onInput),
      output: multiply(own.output, onOutput),
    };
  return {
    standard: long(rates.standard),
    batch: long(rates.batch),
    flex: long(rates.flex),
    priority: withoutPriority ? null : long(rates.priority),
  };
}

const parsedPrices = new WeakMap<PriceRow | OwnPrice, ExactPrice>();

/** A price as it is reckoned with: decimals as fractions, service tiers side by side. */
export function toExactPrice(price: PriceRow | OwnPrice): ExactPrice {
  const known = parsedPrices.get(price);
  if (known) return known;
  const rates: TierRates = {
    standard: toRates(price.input, price.output, price.cachedInput, price.cacheWrite),
    batch: toRates(price.batchInput, price.batchOutput, price.batchCachedInput),
    flex: toRates(price.flexInput, price.flexOutput, price.flexCachedInput),
    priority: toRates(price.priorityInput, price.priorityOutput, price.priorityCachedInput),
  };
  const parsed: ExactPrice = {
    rates,
    long:
      "longContext" in price && price.longContext
        ? { fromInputTokens: price.longContext.fromInputTokens, rates: longRates(rates, price.longContext) }
        : null,
  };
  parsedPrices.set(price, parsed);
  return parsed;
}

/** The rates at which a request with so much input is billed, whole: from the threshold on, inclusive, those of long context. */
export function ratesAt({ rates, long }: ExactPrice, inputTokens: number): TierRates {
  return long && inputTokens >= long.fromInputTokens ? long.rates : rates;
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
    });
  }
  return facts;
}

/** Whether some usage tier has this daily limit for the model. */
export function hasDailyLimit({ model, override }: ModelFacts, field: "rpd" | "tpd", ownTier: UsageTierId): boolean {
  return (
    (override?.limits?.[field] !== undefined && (model === null || ownTier !== "free")) ||
    (model?.limits.some((row) => row[field] !== undefined) ?? false)
  );
}

/** The limits of one model at one usage tier, `null` where there is none to go by; the row is absent where the user's own or no catalogue limit stands. */
export interface TierLimits {
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly batchQueueTokens: number | null;
  /** `null`: there is no such limit. */
  readonly rpd: number | null;
  readonly tpd: number | null;
  readonly row: LimitRow | null;
}

const NONE: TierLimits = { rpm: null, tpm: null, batchQueueTokens: null, rpd: null, tpd: null, row: null };
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
    rpd: own?.rpd ?? row?.rpd ?? null,
    tpd: own?.tpd ?? row?.tpd ?? null,
    row,
  };
}
