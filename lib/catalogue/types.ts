import type sources from "./data/sources.json";

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/** How sure we are: `disputed` where public sources contradict each other. */
export type Confidence = "high" | "medium" | "low" | "disputed";

/** The id of a public text in `data/sources.json`. */
export type SourceId = keyof typeof sources;

/** A public text. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/**
 * What every fact carries: where it comes from, the day someone compared it with its source, and how sure it
 * is.
 */
export interface Fact {
  readonly source: SourceId;
  readonly checkedOn: Day;
  readonly confidence: Confidence;
  /** Where sources disagree, or what the figure was inferred from; of a fact of a model `noteOf` knows it. */
  readonly note?: string;
}

/** A limit, or `"unpublished"`: OpenAI prints none. That is neither zero nor unlimited. */
export type Published<T> = T | "unpublished";

/** USD per million tokens of each kind at one service tier, as decimal strings. */
export interface ListPrices {
  readonly input: string;
  /** `null`: cached input is billed as input. */
  readonly cachedInput: string | null;
  /** Input that is written to the cache; absent: it is billed as input. */
  readonly cacheWrite?: string;
  /** `null`: input only, the model gives no output. */
  readonly output: string | null;
}

/** The list prices of each service tier; absent: it cannot be bought there. */
export interface TierPrices {
  readonly standard: ListPrices;
  readonly batch?: ListPrices;
  readonly flex?: ListPrices;
  readonly priority?: ListPrices;
}

/** A request with at least `fromInputTokens` of input is billed whole at a multiple of every price. */
interface LongContext {
  readonly fromInputTokens: number;
  /** Times the price of input, cached input and cache writes; a decimal string. */
  readonly inputTimes: string;
  /** Times the price of output; a decimal string. */
  readonly outputTimes: string;
  /** Such a request cannot be bought at the priority service tier. */
  readonly withoutPriority?: true;
  /** OpenAI prints no batch price for such a request. */
  readonly withoutBatch?: true;
  /** Nor one in flex. */
  readonly withoutFlex?: true;
}

/** Input that stays in the cache for 12 hours, where a model offers that. */
interface TwelveHourWrites {
  /** Times the price of input at each service tier; a decimal string. */
  readonly inputTimes: string;
}

/** A price in force from `from` (inclusive) until `until` (exclusive; `null`: the last one). */
export interface PriceRow extends Fact {
  readonly from: Day;
  readonly until: Day | null;
  readonly prices: TierPrices;
  /** Absent: a request costs the same at every length. */
  readonly longContext?: LongContext;
  /** Absent: the model does not offer them. */
  readonly twelveHourWrites?: TwelveHourWrites;
}

/** A usage tier that opens with a payment. */
export type PaidTier = 1 | 2 | 3 | 4 | 5;
/** Free, or a paid usage tier. */
export type UsageTierId = "free" | PaidTier;

/**
 * Requests a minute, tokens a minute, input tokens that may be enqueued in batch at once; requests and tokens
 * a day where the model has such a limit.
 */
export interface Limits {
  readonly rpm: Published<number>;
  readonly tpm: Published<number>;
  readonly batchQueueTokens: Published<number>;
  /** Absent: the model has no such limit. */
  readonly rpd?: number;
  readonly tpd?: number;
}

/** The limits that OpenAI publishes of one model at one usage tier. */
export interface PublishedLimits extends Fact, Limits {
  readonly usageTier: PaidTier;
}

/** What a usage tier takes to reach, and what it lets an account spend. */
export interface UsageTier extends Fact {
  readonly id: UsageTierId;
  /** USD paid in total before the tier opens; `null`: nothing to pay. */
  readonly reachedAfterUsd: string | null;
  /** Days since the first payment that were also needed until April 2026; `null`: none. */
  readonly formerDaysSincePayment: number | null;
  readonly monthlyUsageLimitUsd: string;
}

/** One model: its names, sizes, dated prices, limits by usage tier and retirement. */
export interface Model {
  readonly id: string;
  /** Other names of the same model, none or more: same price, same pool. */
  readonly snapshots: readonly string[];
  readonly contextWindow: number;
  /** 0: input only, such as embeddings. */
  readonly maxOutputTokens: number;
  /** Absent: no limit beside the context window. */
  readonly maxInputTokens?: number;
  readonly window: Fact;
  /** Whether the model thinks before it answers, so that its output may have reasoning tokens. */
  readonly reasons: boolean;
  readonly prices: readonly PriceRow[];
  readonly limits: readonly PublishedLimits[];
  /** Requests with at least so many input tokens have limits of their own, `longLimits`. */
  readonly ownLimitsFrom?: number;
  /** Five rows as `limits`, of long requests alone; there where `ownLimitsFrom` is. */
  readonly longLimits?: readonly PublishedLimits[];
  /** From `on`, requests are refused; `successor` is what OpenAI names in its place, `null` where none was found. */
  readonly retirement: (Fact & { readonly on: Day; readonly successor: string | null }) | null;
  /** Whether the model runs in batch; `disputed` where sources disagree. */
  readonly batchSupport: Fact & { readonly supported: boolean };
}
