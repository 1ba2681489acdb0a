import {
  CHARGES,
  findModel,
  isEnding,
  isInputOnly,
  isRetired,
  priceOn,
  type Model,
  type PriceRow,
} from "@/lib/catalogue";
import { parseDecimal, type Exact } from "@/lib/money";
import { poolOf, type ModelOverride, type Scenario } from "@/lib/scenario";
import { toExactPrice, toRegionalPrice, type ExactPrice } from "./prices";

/** What a scenario takes as true of one model on its day: the user's own facts, else the catalogue's. */
export interface ModelFacts {
  /** The catalogue id, or the custom id. */
  readonly pool: string;
  /** `null` for a custom model. */
  readonly model: Model | null;
  readonly override: ModelOverride | null;
  /** The catalogue row in force, where the price is not the user's own. */
  readonly priceRow: PriceRow | null;
  /** What requests are billed at, the regional surcharge included; `null`: no price in force. */
  readonly price: ExactPrice | null;
  /** The same without the surcharge, as listed or entered. */
  readonly listed: ExactPrice | null;
  /** What processing in one region multiplies every price of tokens by; `null`: the scenario or model has none. */
  readonly regionalTimes: Exact | null;
  readonly contextWindow: number | null;
  /** 0: input only, such as embeddings. */
  readonly maxOutputTokens: number | null;
  /** `null`: no limit beside the context window; so too where the window is the user’s own. */
  readonly maxInputTokens: number | null;
  readonly retired: boolean;
  /** It retires within twelve months of the scenario’s day. */
  readonly ending: boolean;
  /**
   * Its default cache mode writes to the cache what a request does not read from it. So it is from GPT-5.6 on,
   * which are the models with a price for cache writes.
   */
  readonly writesByDefault: boolean;
}

const SURCHARGE = parseDecimal(CHARGES.regional.times)!;

/** Whether processing in one region costs more on the model: it was released, that is first priced, late enough. */
function isSurcharged({ prices }: Model): boolean {
  return prices[0]!.from >= CHARGES.regional.releasedFrom;
}

/**
 * Whether reasoning tokens are entered on a model that is known not to reason. One that takes input only gives no
 * output at all, which is said of its output.
 */
export function reasonsInVain(
  model: Pick<ModelFacts, "model" | "maxOutputTokens">,
  { reasoningTokens }: { readonly reasoningTokens: number },
): boolean {
  return reasoningTokens > 0 && model.model?.reasons === false && !isInputOnly(model);
}

/** The facts of one model, by any of its names. */
export function factsOfModel(name: string, scenario: Scenario): ModelFacts {
  const pool = poolOf(name);
  const model = findModel(name) ?? null;
  const override = scenario.modelOverrides.find((own) => poolOf(own.model) === pool) ?? null;
  const priceRow = (!override?.price && model && priceOn(model, scenario.asOf)) || null;
  const price = override?.price ?? priceRow;
  const listed = price ? toExactPrice(price) : null;
  const regionalTimes = scenario.regional && model && isSurcharged(model) ? SURCHARGE : null;
  return {
    pool,
    model,
    override,
    priceRow,
    price: listed && regionalTimes ? toRegionalPrice(listed, regionalTimes) : listed,
    listed,
    regionalTimes,
    contextWindow: override?.contextWindow ?? model?.contextWindow ?? null,
    maxOutputTokens: override?.maxOutputTokens ?? model?.maxOutputTokens ?? null,
    maxInputTokens: override?.contextWindow === undefined ? (model?.maxInputTokens ?? null) : null,
    retired: model !== null && isRetired(model, scenario.asOf),
    ending: model !== null && isEnding(model, scenario.asOf),
    writesByDefault: model?.prices.at(-1)!.prices.standard.cacheWrite !== undefined,
  };
}

/** The facts of every model the workloads use, by pool, in order of first appearance. */
export function factsOf(scenario: Scenario): ReadonlyMap<string, ModelFacts> {
  const facts = new Map<string, ModelFacts>();
  for (const { model } of scenario.workloads) {
    const pool = poolOf(model);
    if (!facts.has(pool)) facts.set(pool, factsOfModel(model, scenario));
  }
  return facts;
}
