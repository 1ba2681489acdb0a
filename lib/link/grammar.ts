import type { Per, ServiceTier } from "@/lib/scenario";

/** How each period is written behind the slash of a rate; the first form is the canonical one. */
export const PER_NAMES: Readonly<Record<Per, readonly string[]>> = {
  second: ["s", "sec", "second"],
  minute: ["m", "min", "minute"],
  hour: ["h", "hr", "hour"],
  day: ["d", "day"],
  month: ["mo", "month"],
};
/** The period that a name behind the slash stands for. */
export const PER_BY_NAME = new Map(
  Object.entries(PER_NAMES).flatMap(([per, names]) => names.map((name) => [name, per as Per] as const)),
);

/** Tags and the field that each stands before, in canonical order. */
export type Tags = readonly (readonly [tag: string, field: string])[];

/** Tags of the numbers of a workload, in canonical order behind the rate. */
export const WORKLOAD_TAGS = [
  ["x", "peakToMean"],
  ["i", "inputTokens"],
  ["c", "cachedInputTokens"],
  ["cw", "cacheWriteTokens"],
  ["v", "visibleOutputTokens"],
  ["r", "reasoningTokens"],
  ["k", "maxCompletionTokens"],
  ["a", "retryShare"],
  ["xi", "inputP95ToMean"],
  ["xv", "visibleOutputP95ToMean"],
  ["xr", "reasoningP95ToMean"],
  ["f", "firstTokenMs"],
  ["s", "tokensPerSecond"],
  ["web", "webSearchCalls"],
  ["files", "fileSearchCalls"],
] as const;

/** Tags of a backlog, in canonical order behind its model; `u` is a decimal string. */
export const BACKLOG_TAGS = [
  ["n", "total"],
  ["i", "inputTokens"],
  ["c", "cachedInputTokens"],
  ["v", "visibleOutputTokens"],
  ["r", "reasoningTokens"],
  ["k", "maxCompletionTokens"],
  ["d", "deadlineHours"],
  ["l", "liveShare"],
  ["u", "budgetUsd"],
  ["e", "enqueuedRequests"],
] as const;

/** Tags of a user's own price (decimal strings), in canonical order. */
export const PRICE_TAGS = [
  ["i", "input"],
  ["c", "cachedInput"],
  ["o", "output"],
  ["bi", "batchInput"],
  ["bo", "batchOutput"],
  ["bc", "batchCachedInput"],
  ["cw", "cacheWrite"],
  ["fi", "flexInput"],
  ["fc", "flexCachedInput"],
  ["fo", "flexOutput"],
  ["pi", "priorityInput"],
  ["pc", "priorityCachedInput"],
  ["po", "priorityOutput"],
  ["bw", "batchCacheWrite"],
  ["fw", "flexCacheWrite"],
  ["pw", "priorityCacheWrite"],
] as const;

/** Tags of a user's own limits. */
export const LIMIT_TAGS = [
  ["r", "rpm"],
  ["t", "tpm"],
  ["q", "batchQueueTokens"],
  ["rd", "rpd"],
  ["td", "tpd"],
] as const;

/** Tags of a user's own model sizes. */
export const SIZE_TAGS = [
  ["w", "contextWindow"],
  ["m", "maxOutputTokens"],
] as const;

/** Keys of the whole scenario, in canonical order, with the field each holds. */
export const SCENARIO_KEYS = [
  ["asOf", "asOf"],
  ["title", "title"],
  ["tier", "usageTier"],
  ["charge", "tokenAccounting"],
  ["window", "rpmWindowSeconds"],
  ["turnaround", "batchTurnaroundHours"],
  ["usage", "monthlyUsageLimitUsd"],
  ["budget", "monthlyBudgetUsd"],
  ["regional", "regional"],
  ["policy", "policy"],
  ["seed", "seed"],
  ["horizon", "horizonMinutes"],
] as const;
/** The key of the backlog. */
export const BACKLOG_KEY = "backlog";

/** The key of growth, and what it says of the usage tier: whether that rises with what was paid. */
export const GROWTH_KEY = "growth";
export const GROWTH_WORDS = { true: "tier-follows", false: "tier-stays" } as const;

/** The key of a variant, given once for each. */
export const VARIANT_KEY = "alt";
/** The key of a user's own facts on one model, given once for each. */
export const OVERRIDE_KEY = "m";
/** The key of a workload, given once for each. */
export const WORKLOAD_KEY = "w";
/** What stands behind the model of a workload that is not standard. */
export const SERVICE_MARKS: Readonly<Record<Exclude<ServiceTier, "standard">, string>> = {
  batch: "b",
  flex: "flex",
  priority: "priority",
};

/** The keys whose values have a grammar of their own, in canonical order, by what they hold. */
export const PART_KEYS = {
  backlog: BACKLOG_KEY,
  growth: GROWTH_KEY,
  modelOverrides: OVERRIDE_KEY,
  workloads: WORKLOAD_KEY,
  variants: VARIANT_KEY,
} as const;
