import type { Dimension } from "@/lib/limits";
import type { Item } from "@/lib/cost";
import type { Per, ServiceTier, TokenAccounting } from "@/lib/scenario";

/** Names of limits. */
export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  rpd: "Requests a day",
  tpd: "Tokens a day",
  "batch-queue": "Batch queue",
  "monthly-usage": "Monthly usage",
};
/** Names of limits in a cell. */
export const SHORT_DIMENSIONS: Readonly<Record<Dimension, string>> = {
  rpm: "requests",
  tpm: "tokens",
  rpd: "requests a day",
  tpd: "tokens a day",
  "batch-queue": "batch queue",
  "monthly-usage": "usage",
};
/** Names of the lines of a bill. */
export const ITEMS: Readonly<Record<Item, string>> = {
  input: "Input",
  "cached-input": "Cached input",
  "cache-write": "Cache writes",
  "visible-output": "Visible output",
  reasoning: "Reasoning",
};
/** Names of service tiers. */
export const SERVICE_TIER_NAMES: Readonly<Record<ServiceTier, string>> = {
  standard: "Standard",
  batch: "Batch",
  flex: "Flex",
  priority: "Priority",
};
/** Names of the rules by which tokens are charged. */
export const ACCOUNTING_NAMES: Readonly<Record<TokenAccounting, string>> = {
  "prompt-plus-cap": "Prompt plus cap",
  "larger-of": "Larger of the two",
  actual: "Actual use",
};
/** Units of a rate, after a number of requests. */
export const PER_LABELS: Readonly<Record<Per, string>> = {
  second: "a second",
  minute: "a minute",
  hour: "an hour",
  day: "a day",
  month: "a month",
};
