// Where the catalogue contradicts itself on a day: among the rows of a model, or between its rows and the
// texts of the rules. Each finding is one sentence.
import { andAQuarter, price, ratio } from "./decimals.mjs";

/**
 * @import { Model, PriceRow } from "@/lib/catalogue"
 */

/** The service tiers beside standard. */
const OTHERS = /** @type {const} */ (["batch", "flex", "priority"]);

/**
 * Models whose shutdown day is `day` or before it and that name no successor.
 * @param {readonly Model[]} models
 * @param {string} day
 */
export const unsucceeded = (models, day) =>
  models
    .filter(({ retirement }) => retirement && retirement.on <= day && retirement.successor === null)
    .map(({ id, retirement }) => `${id}: shut down on ${retirement?.on}, and no successor is named`);

/**
 * Ladders with a gap: requests or tokens a minute at some usage tiers only, or a batch queue that is known at
 * one tier and not at a higher one.
 * @param {readonly Model[]} models
 */
export function ladderGaps(models) {
  const ladders = models.flatMap(({ id, limits, longLimits }) => [
    { id, limits },
    ...(longLimits ? [{ id: `${id}, long requests`, limits: longLimits }] : []),
  ]);
  return ladders.flatMap(({ id, limits }) => {
    const gaps = /** @type {const} */ (["rpm", "tpm", "batchQueueTokens"]).filter((field) => {
      const known = limits.map((row) => row[field] !== "unpublished");
      const first = field === "batchQueueTokens" ? known.indexOf(true) : 0;
      return known.includes(true) && known.slice(first).includes(false);
    });
    return gaps.map((field) => `${id}: ${field} is published at some usage tiers and missing at another`);
  });
}

/** Maximum inputs that do not fit the context window. @param {readonly Model[]} models */
export const tooLargeInputs = (models) =>
  models
    .filter(({ maxInputTokens, contextWindow }) => maxInputTokens !== undefined && maxInputTokens > contextWindow)
    .map(
      ({ id, maxInputTokens, contextWindow }) =>
        `${id}: a maximum input of ${maxInputTokens} is over the context window of ${contextWindow}`,
    );

/**
 * Service tiers without a price of cache writes, or with another than 1.25 times input, where standard has
 * one.
 * @param {readonly Model[]} models
 */
export function unpricedWrites(models) {
  return models.flatMap(({ id, prices }) =>
    prices.flatMap(({ from, prices: { standard, ...others } }) =>
      OTHERS.flatMap((tier) => {
        const own = others[tier];
        if (!standard.cacheWrite || !own) return [];
        if (!own.cacheWrite) return [`${id} from ${from}: ${tier} has no price of cache writes, standard has`];
        return price(own.cacheWrite) === andAQuarter(own.input)
          ? []
          : [`${id} from ${from}: cache writes in ${tier} are not 1.25 times its input`];
      }),
    ),
  );
}

/**
 * Models that the catalogue takes to reason and their card does not, or the other way round.
 * @param {readonly Model[]} models
 * @param {(id: string) => { readonly reasoningTokens: { readonly supported: boolean } } | undefined} cardOf
 */
export const contradictedReasoning = (models, cardOf) =>
  models
    .filter(({ id, reasons }) => cardOf(id)?.reasoningTokens.supported !== reasons)
    .map(
      ({ id, reasons }) =>
        `${id}: the catalogue says that it ${reasons ? "reasons" : "does not reason"}, its card does not`,
    );

/** Shares of the input price that rules name in words, as input ÷ cached input. */
const SHARES = /** @type {const} */ ({ twentieth: "20", tenth: "10", quarter: "4", half: "2" });

/**
 * What rule texts name and no row of the catalogue has, or the other way round: discounts of cached input,
 * thresholds of long context, and the multiples of long context.
 * @param {Readonly<Record<string, { readonly statement: string }>>} rules
 * @param {readonly Model[]} models
 */
export function contradictedRules(rules, models) {
  const rows = models.flatMap(({ prices }) => prices.slice(-1));
  return [...discounts(rules["cached-input"]?.statement ?? "", rows), ...longContexts(rules["long-context"], rows)];
}

/** @param {string} statement @param {readonly PriceRow[]} rows */
function discounts(statement, rows) {
  const had = new Set(
    rows.flatMap(({ prices: { standard } }) =>
      standard.cachedInput ? [ratio(standard.input, standard.cachedInput)] : [],
    ),
  );
  return Object.entries(SHARES).flatMap(([word, times]) => {
    const named = new RegExp(`\\b${word}\\b`).test(statement);
    if (named && !had.has(times)) return [`rule cached-input names a ${word} of input, which no model has`];
    return had.has(times) && !named ? [`rule cached-input does not name a ${word} of input, which a model has`] : [];
  });
}

/** @param {{ readonly statement: string } | undefined} rule @param {readonly PriceRow[]} rows */
function longContexts(rule, rows) {
  const long = rows.flatMap(({ longContext }) => longContext ?? []);
  const had = new Set(long.map(({ fromInputTokens }) => fromInputTokens));
  const texts = rule ? [...rule.statement.matchAll(/\d{3},\d{3}/g)] : [];
  const named = new Set(texts.map(([text]) => Number(text.replace(",", ""))));
  const factors = long.filter(({ inputTimes, outputTimes }) => inputTimes !== "2" || outputTimes !== "1.5");
  return [
    ...[...named].filter((at) => !had.has(at)).map((at) => `rule long-context names ${at} tokens, which no model has`),
    ...[...had].filter((at) => !named.has(at)).map((at) => `rule long-context does not name ${at} tokens`),
    ...(factors.length > 0 ? ["rule long-context says 2 and 1.5 times, and a model has other multiples"] : []),
  ];
}
