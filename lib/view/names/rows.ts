import type { Item } from "@/lib/cost";
import type { Dimension } from "@/lib/limits";
import type { TokenAccounting } from "@/lib/scenario";

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
  "web-search": "Web search",
  "file-search": "File search",
};
/** Names of the rules by which tokens are charged. */
export const ACCOUNTING_NAMES: Readonly<Record<TokenAccounting, string>> = {
  "prompt-plus-cap": "Prompt plus cap",
  "larger-of": "Larger of the two",
  actual: "Actual use",
};
