import type { UsageTier } from "../oracle/facts";

export type ServiceTier = "standard" | "batch" | "flex" | "priority";
export type Per = "second" | "minute" | "hour" | "day" | "month";
export type TokenAccounting = "prompt-plus-cap" | "larger-of" | "actual";

type Shape = "flat" | "office-hours" | "office-week" | "consumer-evening" | "nightly-job";
type Arrivals = "poisson" | "steady" | "measured";
type Sizes = "fixed" | "azure-code" | "azure-conversation" | "servegen";
type Policy = "queue" | "retry" | "drop";

/** Prices that a model need not have. */
type OptionalPrice =
  | "cachedInput"
  | "batchInput"
  | "batchOutput"
  | "batchCachedInput"
  | "cacheWrite"
  | "flexInput"
  | "flexCachedInput"
  | "flexOutput"
  | "priorityInput"
  | "priorityCachedInput"
  | "priorityOutput"
  | "batchCacheWrite"
  | "flexCacheWrite"
  | "priorityCacheWrite";

/** The user's own facts of one model. Prices are decimal strings in USD per million tokens. */
export interface OverrideJson {
  model: string;
  price?: { input: string; output: string } & { [field in OptionalPrice]?: string };
  limits?: { rpm?: number; tpm?: number; batchQueueTokens?: number; rpd?: number; tpd?: number };
  contextWindow?: number;
  maxOutputTokens?: number;
}

/** How a workload moves through time. A field is missing where it has its default, or where it is unknown. */
export interface WorkloadTime {
  shape?: Shape;
  arrivals?: Arrivals;
  sizes?: Sizes;
  inputP95ToMean?: number;
  visibleOutputP95ToMean?: number;
  reasoningP95ToMean?: number;
  firstTokenMs?: number;
  tokensPerSecond?: number;
}

/** How a scenario is simulated. A field is missing where it has its default. */
export interface ScenarioTime {
  policy?: Policy;
  seed?: number;
  horizonMinutes?: number;
}

/** A pile of work with every default filled in. */
export interface CompleteBacklog {
  model: string;
  total: number;
  inputTokens: number;
  cachedInputTokens: number;
  visibleOutputTokens: number;
  reasoningTokens: number;
  maxCompletionTokens?: number;
  deadlineHours: number;
  liveShare: number;
  budgetUsd?: string;
  enqueuedRequests?: number;
}

/** What is not known of a mean, low and high. */
export type RangesJson = Partial<
  Record<
    "requests" | "inputTokens" | "cachedInputTokens" | "visibleOutputTokens" | "reasoningTokens" | "peakToMean",
    readonly [number, number]
  >
>;

/** How requests grow. */
export interface GrowthJson {
  percentPerMonth: number;
  months: number;
  paidUsd?: string;
  tierFollows?: boolean;
}

/** Another scenario as differences, values by path. */
export interface VariantJson {
  name: string;
  changes: Record<string, unknown>;
}

/**
 * A workload with every default filled in but those of time; a missing `maxCompletionTokens` means no cap, a
 * missing `cacheWriteTokens` 0; so are missing calls of tools, and a missing `cacheLifetime` is the default.
 */
export interface CompleteWorkload extends WorkloadTime {
  name: string;
  model: string;
  serviceTier: ServiceTier;
  requests: number;
  per: Per;
  peakToMean: number;
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens?: number;
  visibleOutputTokens: number;
  reasoningTokens: number;
  maxCompletionTokens?: number;
  retryShare: number;
  cacheLifetime?: "default" | "12h";
  webSearchCalls?: number;
  fileSearchCalls?: number;
  ranges?: RangesJson;
}

/**
 * A scenario with every default filled in but those of time; the two amounts of money and the backlog are
 * missing where none is set.
 */
export interface CompleteScenario extends ScenarioTime {
  title: string;
  asOf: string;
  usageTier: UsageTier;
  tokenAccounting: TokenAccounting;
  rpmWindowSeconds: number;
  batchTurnaroundHours: number;
  modelOverrides: OverrideJson[];
  monthlyUsageLimitUsd?: string;
  monthlyBudgetUsd?: string;
  regional?: boolean;
  workloads: CompleteWorkload[];
  backlog?: CompleteBacklog;
  growth?: GrowthJson;
  variants?: VariantJson[];
}

/** A workload as people send it. */
export type WorkloadJson = Partial<CompleteWorkload> &
  Pick<CompleteWorkload, "model" | "requests" | "per" | "inputTokens">;

/** A backlog as people send it. */
export type BacklogJson = Partial<CompleteBacklog> & Pick<CompleteBacklog, "model" | "total" | "inputTokens">;

/** A scenario as people send it. */
export type ScenarioJson = Partial<Omit<CompleteScenario, "workloads" | "backlog">> & {
  workloads: WorkloadJson[];
  backlog?: BacklogJson;
};

export type Item =
  "input" | "cached-input" | "cache-write" | "visible-output" | "reasoning" | "web-search" | "file-search";
export type Dimension = "rpm" | "tpm" | "rpd" | "tpd" | "batch-queue" | "monthly-usage";

/** One line of a workload's bill, in decimal strings. */
interface SlowLineItem {
  item: Item;
  tokensPerMonth: string | null;
  pricePerMTokUsd: string | null;
  perMonthUsd: string | null;
}

/** One workload's bill, in decimal strings. */
export interface SlowWorkloadCost {
  name: string;
  model: string;
  perRequestUsd: string | null;
  perThousandRequestsUsd: string | null;
  perMonthUsd: string | null;
  standardPerMonthUsd: string | null;
  batchPerMonthUsd: string | null;
  lineItems: SlowLineItem[];
}

export interface SlowCost {
  perRequestUsd: string | null;
  perDayUsd: string | null;
  perMonthUsd: string | null;
  perYearUsd: string | null;
  workloads: SlowWorkloadCost[];
}

export interface SlowLimit {
  pool: string;
  dimension: Dimension;
  limit: number | null;
  mean: number | null;
  peak: number | null;
  utilisation: number | null;
  headroom: number | null;
  bindsFirst: boolean;
}

/** What a set of limits says together. */
export interface SlowVerdict {
  fits: boolean | null;
  bindsFirst: { pool: string; dimension: Dimension } | null;
  scaleAtLimit: number | null;
}

export interface SlowTier extends SlowVerdict {
  usageTier: UsageTier;
  rates: SlowVerdict;
  reasons: string[];
}

interface SlowFit extends SlowVerdict {
  rates: SlowVerdict;
  hoursToUsageLimit: number | null;
  minimumUsageTier: UsageTier | null;
  tiers: SlowTier[];
}

export interface SlowNote {
  code: string;
  severity: "error" | "warning" | "info";
  path: string;
}

/** The published estimate without its link, its catalogue and the messages of its notes. */
export interface SlowEstimate {
  scenario: CompleteScenario;
  notes: SlowNote[];
  cost: SlowCost;
  limits: SlowLimit[];
  fit: SlowFit;
}
