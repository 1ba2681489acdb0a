import type { Per } from "@/lib/scenario";

/** How each period is written behind the slash of a rate; the first form is the canonical one. */
export const PER_NAMES: Readonly<Record<Per, readonly string[]>> = {
  second: ["s", "sec", "second"],
  minute: ["m", "min", "minute"],
  hour: ["h", "hr", "hour"],
  day: ["d", "day"],
  month: ["mo", "month"],
};
export const PER_BY_NAME = new Map(Object.entries(PER_NAMES).flatMap(([per, names]) => names.map((name) => [name, per as Per] as const)));

/** Tags of the numbers of a workload, in canonical order behind the rate. */
export const WORKLOAD_TAGS = [
  ["x", "peakToMean"],
  ["i", "inputTokens"],
  ["c", "cachedInputTokens"],
  ["v", "visibleOutputTokens"],
  ["r", "reasoningTokens"],
  ["k", "maxCompletionTokens"],
  ["a", "retryShare"],
] as const;

/** Tags of a user's own price (decimal strings), in canonical order. */
export const PRICE_TAGS = [
  ["i", "input"],
  ["c", "cachedInput"],
  ["o", "output"],
  ["bi", "batchInput"],
  ["bo", "batchOutput"],
] as const;

/** Tags of a user's own limits. */
export const LIMIT_TAGS = [
  ["r", "rpm"],
  ["t", "tpm"],
  ["q", "batchQueueTokens"],
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
] as const;

export const OVERRIDE_KEY = "m";
export const WORKLOAD_KEY = "w";
/** Stands behind the model of a batch workload. */
export const BATCH_MARK = "b";
