import type { Dimension } from "@/lib/limits";
import type { Item } from "@/lib/cost";
import { CHOICES, type Scenario, type ServiceTier, type TokenAccounting, type Per } from "@/lib/scenario";
import type { ModelFacts } from "@/lib/facts";

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

/** Whether a limit is of requests or tokens, and so in the plural. */
export const isPlural = (dimension: Dimension): boolean => dimension !== "batch-queue" && dimension !== "monthly-usage";

/**
 * The service tiers in which a model has a price, joined by spaces, then `writes` where cache writes have
 * one.
 */
export const pricedTiers = ({ price }: ModelFacts): string =>
  [
    ...CHOICES.serviceTier.filter((tier) => price?.prices[tier]),
    ...(price?.prices.standard?.cacheWrite ? ["writes"] : []),
  ].join(" ");

/** A service tier before a noun: `flex `; nothing for standard. */
export const ofTier = (serviceTier: ServiceTier): string => (serviceTier === "standard" ? "" : `${serviceTier} `);

/** A service tier behind a model: `, flex`; nothing for standard. */
export const inTier = (serviceTier: ServiceTier): string => (serviceTier === "standard" ? "" : `, ${serviceTier}`);

/** What a workload is called on screen: its name, or its place. */
export function workloadName({ workloads }: Scenario, index: number): string {
  return workloads[index]!.name || `Workload ${index + 1}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** The first letter large; a first word that holds a digit is a model’s id, and stays as it is. */
export function capital(text: string): string {
  return /^\S*\d/.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}
