import type { Day, UsageTierId } from "@/lib/catalogue";

export const PERS = ["second", "minute", "hour", "day", "month"] as const;
export type Per = (typeof PERS)[number];

export const SERVICE_TIERS = ["standard", "batch"] as const;
export type ServiceTier = (typeof SERVICE_TIERS)[number];

export const TOKEN_ACCOUNTINGS = ["prompt-plus-cap", "larger-of", "actual"] as const;
/** What one request is charged against tokens a minute. */
export type TokenAccounting = (typeof TOKEN_ACCOUNTINGS)[number];

export const USAGE_TIER_IDS = ["free", 1, 2, 3, 4, 5] as const satisfies readonly UsageTierId[];

/** One kind of request at one mean rate on one model. Token counts are means per request; every number has at most three decimals. */
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
  readonly visibleOutputTokens: number;
  readonly reasoningTokens: number;
  /** The cap, `max_completion_tokens`. */
  readonly maxCompletionTokens?: number;
  /** Billed extra attempts per wanted request. */
  readonly retryShare: number;
}

/** A user's own price: USD per million tokens, decimal strings. It replaces a catalogue price whole. */
export interface OwnPrice {
  readonly input: string;
  readonly cachedInput?: string;
  readonly output: string;
  readonly batchInput?: string;
  readonly batchOutput?: string;
}

/** A user's own limits; what is absent stays as published. */
export interface OwnLimits {
  readonly rpm?: number;
  readonly tpm?: number;
  readonly batchQueueTokens?: number;
}

/** The user's own facts on a catalogue model, or the whole of a custom one. */
export interface ModelOverride {
  readonly model: string;
  readonly price?: OwnPrice;
  readonly limits?: OwnLimits;
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
}

/** Everything the user entered; what a link holds. Complete: defaults are filled in, optional facts that were not given are absent. */
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
  readonly workloads: readonly Workload[];
}

/** What is wrong with an input: where (`workloads.0.model`; empty for the whole) and a sentence with field, value and what is accepted. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}
