import { isLongPool, type ModelFacts, modelOfPool } from "@/lib/facts";
import type { Dimension } from "@/lib/limits";
import { CHOICES, type Scenario, type ServiceTier } from "@/lib/scenario";

/** Whether a limit is of requests or tokens, and so in the plural. */
export const isPlural = (dimension: Dimension): boolean => dimension !== "batch-queue" && dimension !== "monthly-usage";

/**
 * The service tiers in which a model has a price, joined by spaces; then `writes` where cache writes have one,
 * `twelve-hours` where those have that stay so long, and `own` where the prices are the user’s.
 */
export const pricedTiers = ({ price, override }: ModelFacts): string =>
  [
    ...CHOICES.serviceTier.filter((tier) => price?.prices[tier]),
    ...(price?.prices.standard?.cacheWrite ? ["writes"] : []),
    ...(price?.prices.standard?.cacheWrite12Hours ? ["twelve-hours"] : []),
    ...(override?.price ? ["own"] : []),
  ].join(" ");

/** Whether OpenAI’s list has prices of the model, and none in this service tier, flex or Fast. */
export const isUnsold = ({ priceRow }: ModelFacts, serviceTier: ServiceTier): boolean =>
  priceRow !== null && serviceTier !== "batch" && !priceRow.prices[serviceTier];

/** A service tier within a sentence: `flex`, `Fast`. */
export const tierWord = (serviceTier: ServiceTier): string => (serviceTier === "priority" ? "Fast" : serviceTier);

/** A service tier before a noun: `flex `; nothing for standard. */
export const ofTier = (serviceTier: ServiceTier): string =>
  serviceTier === "standard" ? "" : `${tierWord(serviceTier)} `;

/** A service tier behind a model: `, flex`; nothing for standard. */
export const inTier = (serviceTier: ServiceTier): string =>
  serviceTier === "standard" ? "" : `, ${tierWord(serviceTier)}`;

/** A pool of limits on screen: `gpt-4.1`, `gpt-4.1, long requests`. */
export const poolName = (pool: string): string => (isLongPool(pool) ? `${modelOfPool(pool)}, long requests` : pool);

/** What is a pool’s: `gpt-4.1’s tokens a minute`, `gpt-4.1’s tokens a minute for long requests`. */
export const ofPool = (pool: string, what: string): string => `${modelOfPool(pool)}’s ${what}${forLong(pool)}`;

/** ` for long requests` of a pool of these, else nothing. */
export const forLong = (pool: string): string => (isLongPool(pool) ? " for long requests" : "");

/** A workload’s name on screen; without one `Workload n`, counted from 1. */
export function workloadName({ workloads }: Scenario, index: number): string {
  return workloads[index]!.name || `Workload ${index + 1}`;
}

/** Names joined for a sentence: `a`, `a and b`, `a, b and c`; an empty list gives an empty text. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** The text with its first letter large; a first word that holds a digit is a model’s id and stays unchanged. */
export function capital(text: string): string {
  return /^\S*\d/.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The output a model gives at most, a formatted number, as in “the model gives …”. */
export const mostOutput = (tokens: string): string => (tokens === "0" ? "none" : `at most ${tokens}`);
