import type { Day, UsageTierId } from "@/lib/catalogue";

/** The values of every field that is a choice, by field, in the order in which they are offered. */
export const CHOICES = {
  per: ["second", "minute", "hour", "day", "month"],
  serviceTier: ["standard", "batch", "flex", "priority"],
  tokenAccounting: ["prompt-plus-cap", "larger-of", "actual"],
  policy: ["queue", "retry", "drop"],
  shape: ["flat", "office-hours", "office-week", "consumer-evening", "nightly-job"],
  arrivals: ["poisson", "steady", "measured"],
  sizes: ["fixed", "azure-code", "azure-conversation", "servegen"],
  cacheLifetime: ["default", "12h"],
  usageTier: ["free", 1, 2, 3, 4, 5] satisfies readonly UsageTierId[],
} as const;

/** Words that are read as a service tier: since July 2026 OpenAI calls priority “fast”. */
export const SERVICE_TIER_WORDS = { fast: "priority" } as const;

/** A period of a rate; a month is a twelfth of 365 days. */
export type Per = (typeof CHOICES.per)[number];
/** How requests are sent: at once, in batch, or at once at flex or priority prices. */
export type ServiceTier = (typeof CHOICES.serviceTier)[number];
/**
 * What one request is charged against tokens a minute: input plus cap, the larger of the two, or input plus
 * output.
 */
export type TokenAccounting = (typeof CHOICES.tokenAccounting)[number];
/** What a client does at a limit: pace itself, send again after a 429, or give up. */
export type Policy = (typeof CHOICES.policy)[number];
/** How the rate of a workload moves through the day or the week. */
export type Shape = (typeof CHOICES.shape)[number];
/**
 * How requests arrive at a given rate: independently of each other, evenly spaced, or by chance within each minute
 * while no 60 s hold more than the peak, as where the busiest minute was measured.
 */
type Arrivals = (typeof CHOICES.arrivals)[number];
/** How sizes differ from one request to the next: not at all, or as in the data set named. */
export type Sizes = (typeof CHOICES.sizes)[number];

/** How long what is written to the cache stays there: as the model has it, or 12 hours where it offers that. */
type CacheLifetime = (typeof CHOICES.cacheLifetime)[number];

/**
 * One kind of request at one mean rate on one model. Token counts are means per request; every number has at
 * most three decimals.
 */
export interface Workload {
  readonly name: string;
  /** A catalogue id, a snapshot, or the id of a custom model; kept as written. */
  readonly model: string;
  readonly serviceTier: ServiceTier;
  /** Wanted requests per `per`, without retries. */
  readonly requests: number;
  readonly per: Per;
  /** Busiest 60 s over the mean. */
  readonly peakToMean: number;
  /** Cached input included. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  /** The part of the input that is written to the cache, beside the part that is read from it. Absent: 0. */
  readonly cacheWriteTokens?: number;
  readonly visibleOutputTokens: number;
  readonly reasoningTokens: number;
  /** The cap, `max_completion_tokens`. */
  readonly maxCompletionTokens?: number;
  /** Billed extra attempts per wanted request. */
  readonly retryShare: number;
  /** Absent: flat. */
  readonly shape?: Shape;
  /** Absent: Poisson. */
  readonly arrivals?: Arrivals;
  /** Absent: fixed. Sizes keep their means; a part with a p95 of its own goes by that. */
  readonly sizes?: Sizes;
  /** 95th percentile of the size over its mean, log-normal. Absent: 1, every request the same. */
  readonly inputP95ToMean?: number;
  readonly visibleOutputP95ToMean?: number;
  /** The same of reasoning over visible output, request by request. */
  readonly reasoningP95ToMean?: number;
  /** Time to the first token, without waiting for a limit. Absent: unknown. */
  readonly firstTokenMs?: number;
  /** Output tokens a second once the first one came. Absent: unknown. */
  readonly tokensPerSecond?: number;
  /** Absent: default. */
  readonly cacheLifetime?: CacheLifetime;
  /** Calls of a tool of OpenAI’s in one request, each billed beside the tokens. Absent: 0. */
  readonly webSearchCalls?: number;
  readonly fileSearchCalls?: number;
  /**
   * What is not known of a mean: log-normal, the low end its p10 and the high end its p90, in the unit of the field,
   * each independent of the others. The field’s own number is the central estimate and counts wherever no range is
   * asked for. How requests differ from each other is another thing, the p95 over the mean.
   */
  readonly ranges?: { readonly [Field in RangeField]?: readonly [low: number, high: number] };
}

/** Fields of a workload whose mean may be a range, in the order in which they are listed. */
export const RANGE_FIELDS = [
  "requests",
  "inputTokens",
  "cachedInputTokens",
  "visibleOutputTokens",
  "reasoningTokens",
  "peakToMean",
] as const satisfies readonly (keyof Workload)[];
/** A field of a workload whose mean may be a range. */
export type RangeField = (typeof RANGE_FIELDS)[number];

/** A pile of work: so many requests of one kind, to be done by a deadline. */
export interface Backlog {
  /** A catalogue id, a snapshot, or the id of a custom model; kept as written. */
  readonly model: string;
  /** Requests in all. */
  readonly total: number;
  /** Cached input included. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly visibleOutputTokens: number;
  readonly reasoningTokens: number;
  readonly maxCompletionTokens?: number;
  readonly deadlineHours: number;
  /** The share of the standard limits that is left to live traffic. */
  readonly liveShare: number;
  readonly budgetUsd?: string;
  /** The most requests taken to be enqueued in batch at once. Absent: 1,000,000. */
  readonly enqueuedRequests?: number;
}

/**
 * A user's own price: USD per million tokens, decimal strings, the same at every length of input. It replaces
 * a catalogue price whole.
 */
export interface OwnPrice {
  readonly input: string;
  readonly cachedInput?: string;
  readonly output: string;
  readonly batchInput?: string;
  readonly batchOutput?: string;
  readonly batchCachedInput?: string;
  readonly cacheWrite?: string;
  readonly flexInput?: string;
  readonly flexCachedInput?: string;
  readonly flexOutput?: string;
  readonly priorityInput?: string;
  readonly priorityCachedInput?: string;
  readonly priorityOutput?: string;
  readonly batchCacheWrite?: string;
  readonly flexCacheWrite?: string;
  readonly priorityCacheWrite?: string;
}

/** A user's own limits; what is absent stays as published. */
export interface OwnLimits {
  readonly rpm?: number;
  readonly tpm?: number;
  readonly batchQueueTokens?: number;
  readonly rpd?: number;
  readonly tpd?: number;
}

/** A user's own facts on a catalogue model, or all facts of a custom one. */
export interface ModelOverride {
  readonly model: string;
  readonly price?: OwnPrice;
  readonly limits?: OwnLimits;
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
}

/** How requests grow month by month, for a forecast. */
export interface Growth {
  /** Requests of every month over those of the month before, less one, in per cent. */
  readonly percentPerMonth: number;
  readonly months: number;
  /** USD paid to OpenAI before the first month: what the usage tier goes by. Absent: unknown. */
  readonly paidUsd?: string;
  /** Whether the usage tier rises with what was paid. Absent: no. */
  readonly tierFollows?: boolean;
}

/** Another scenario as its differences from the one that holds it; what is not named follows that one. */
export interface Variant {
  readonly name: string;
  /**
   * Values by path, `workloads.0.model`; `null` takes out. In a checked scenario canonical: paths of single values in
   * the order of the fields, and whole workloads or models that are put in (`workloads.+`).
   */
  readonly changes: Readonly<Record<string, unknown>>;
}

/**
 * Everything the user entered; what a link holds. Complete: defaults are filled in, optional facts that were
 * not given are absent.
 */
export interface Scenario {
  readonly title: string;
  readonly asOf: Day;
  readonly usageTier: UsageTierId;
  readonly tokenAccounting: TokenAccounting;
  readonly rpmWindowSeconds: number;
  readonly batchTurnaroundHours: number;
  readonly modelOverrides: readonly ModelOverride[];
  readonly monthlyUsageLimitUsd?: string;
  readonly monthlyBudgetUsd?: string;
  /** Requests are processed in one region, at a surcharge on every token of newer models. Absent: no. */
  readonly regional?: boolean;
  readonly workloads: readonly Workload[];
  /** Absent: queue. */
  readonly policy?: Policy;
  /** Absent: 1. One seed, one simulated day. */
  readonly seed?: number;
  /** How much time is simulated. Absent: 1,440 minutes, a day. */
  readonly horizonMinutes?: number;
  readonly backlog?: Backlog;
  readonly growth?: Growth;
  /** B, C … beside this scenario. */
  readonly variants?: readonly Variant[];
}
