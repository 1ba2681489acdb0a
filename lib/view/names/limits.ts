import { isInputOnly } from "@/lib/catalogue";
import { isLongPool, type ModelFacts, modelOfPool } from "@/lib/facts";
import type { Dimension } from "@/lib/limits";
import type { ServiceTier } from "@/lib/scenario";
import { listed, tierWord } from "./words";

/** Names of limits. */
export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  rpd: "Requests a day",
  tpd: "Tokens a day",
  "batch-queue": "Batch queue",
  "monthly-usage": "Monthly usage",
};

/** Whether a limit is of requests or tokens, and so in the plural. */
export const isPlural = (dimension: Dimension): boolean => dimension !== "batch-queue" && dimension !== "monthly-usage";

/** A pool of limits on screen: `gpt-4.1`, `gpt-4.1, long requests`. */
export const poolName = (pool: string): string => (isLongPool(pool) ? `${modelOfPool(pool)}, long requests` : pool);

/** What is a pool’s: `gpt-4.1’s tokens a minute`, `gpt-4.1’s tokens a minute for long requests`. */
export const ofPool = (pool: string, what: string): string => `${modelOfPool(pool)}’s ${what}${forLong(pool)}`;

/** ` for long requests` of a pool of these, else nothing. */
export const forLong = (pool: string): string => (isLongPool(pool) ? " for long requests" : "");

/** Whether OpenAI’s list has prices of the model, and none in this service tier, flex or Fast. */
export const isUnsold = ({ priceRow }: ModelFacts, serviceTier: ServiceTier): boolean =>
  priceRow !== null && serviceTier !== "batch" && !priceRow.prices[serviceTier];

/**
 * Why models cannot be planned on Free, without a full stop: those of text are not offered there; those that take
 * input only have small limits there, which are not planned with.
 */
export function onFree(models: readonly ModelFacts[]): string {
  const [input, text] = [true, false].map((only) =>
    models.filter((model) => isInputOnly(model) === only).map(({ pool }) => pool),
  ) as [string[], string[]];
  const are = (names: readonly string[], what: string) =>
    names.length ? [`${listed(names)} ${names.length > 1 ? "are" : "is"} ${what}`] : [];
  return listed([...are(text, "not offered there"), ...are(input, "planned on paid tiers only")]);
}

/** A service tier before a noun: `flex `; nothing for standard. */
export const ofTier = (serviceTier: ServiceTier): string =>
  serviceTier === "standard" ? "" : `${tierWord(serviceTier)} `;

/** The output a model gives at most, a formatted number, as in “the model gives …”. */
export const mostOutput = (tokens: string): string => (tokens === "0" ? "none" : `at most ${tokens}`);
