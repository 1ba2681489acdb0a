import {
  CHECKED_ON,
  isInputOnly,
  isRetired,
  type Fact,
  type Model,
  type PriceRow,
  type Published,
  type TierPrices,
} from "@/lib/catalogue";
import type { Card } from "@/lib/cards";
import { toExactPrice } from "@/lib/facts";
import { toFixedText } from "@/lib/money";
import { CHOICES } from "@/lib/scenario";
import { listed, tierWord } from "@/lib/view/names";
import { formatCompact, formatDay, formatNumber, formatUsdText, UNKNOWN } from "@/lib/view/text";

const outText = (output: string | null) => (output === null ? "input only" : `${formatUsdText(output)} out`);
const rate = (limit: Published<number>) => (limit === "unpublished" ? UNKNOWN : formatCompact(limit));
/** The price in force last. */
export const lastPrice = (model: Model): PriceRow => model.prices.at(-1)!;

/** The page’s sentence: price, and whether it can still be called. */
export function modelSummary(model: Model): { state: string; price: string } {
  const { input, output } = lastPrice(model).prices.standard;
  return {
    state: !model.retirement
      ? "can be called"
      : isRetired(model, CHECKED_ON)
        ? `retired on ${formatDay(model.retirement.on)}`
        : `can be called until ${formatDay(model.retirement.on)}`,
    price: `${formatUsdText(input)} a million tokens in, ${outText(output)}`,
  };
}

/** Every fact of the page with what it is about, for its sources. */
export function modelFacts(model: Model, card: Card): (readonly [string, Fact])[] {
  return [
    ...model.prices.map((row) => ["prices", row] as const),
    ...model.limits.map((row) => ["rate limits", row] as const),
    ...(model.longLimits ?? []).map((row) => ["rate limits of long requests", row] as const),
    [isInputOnly(model) ? "maximum input" : "context window and maximum output", model.window],
    ...(model.retirement ? [["retirement", model.retirement] as const] : []),
    ...card.ratings.map((rating) => ["ratings", rating] as const),
    ["knowledge cutoff", card.knowledgeCutoff],
    ...(card.maxInputTokens ? [["maximum input", card.maxInputTokens] as const] : []),
    ...card.modalities.map((modality) => ["modalities", modality] as const),
    ...card.endpoints.map((endpoint) => ["endpoints", endpoint] as const),
    ...card.features.map((feature) => ["features", feature] as const),
    ...card.parameters.map((parameter) => ["parameters", parameter] as const),
    ...(card.notes ?? []).map((note) => ["prices and limits", note] as const),
    ...card.successors.map((successor) => ["successors", successor] as const),
  ];
}

/** The finding of the price history. */
export function historyFinding({ prices }: Model): string {
  const from = prices[0]!.from;
  const [first, last] = [prices[0]!.prices.standard, prices.at(-1)!.prices.standard];
  return first.input === last.input && first.output === last.output
    ? `${formatUsdText(last.input)} in${last.output === null ? "" : ` and ${formatUsdText(last.output)} out`} since ${formatDay(from)}`
    : `From ${formatUsdText(first.input)} to ${formatUsdText(last.input)} a million tokens in`;
}

function batchFinding({ standard, batch }: TierPrices): string {
  if (!batch) return "no batch price";
  if (standard.cachedInput !== null && batch.cachedInput === null) return "batch has no cached price";
  return `batch at ${formatUsdText(batch.input)} in`;
}

/** The finding of the prices: standard in and out, and batch. */
export function priceFinding({ prices }: PriceRow): string {
  const { input, output } = prices.standard;
  return `${formatUsdText(input)} in, ${outText(output)}; ${batchFinding(prices)}`;
}

/** The finding of the limits: tier 1 and tier 5. */
export function modelLimitsFinding({ id, limits }: Model): string {
  const [first, last] = [limits[0]!, limits.at(-1)!];
  if (first.tpm === "unpublished" && last.tpm === "unpublished")
    return `No limits of ${id} are published by usage tier`;
  return `Tier 1 allows ${rate(first.rpm)} requests and ${rate(first.tpm)} tokens a minute, tier 5 allows ${rate(last.rpm)} and ${rate(last.tpm)}`;
}

/** The finding of snapshots and successors. */
export function lifeFinding(model: Model, card: Card, retired: boolean): string {
  const next = card.successors[0]?.id;
  if (!model.retirement)
    return next
      ? `${model.id} can be called; ${next} is named after it`
      : `${model.id} can be called; no end is announced`;
  if (!next)
    return `${model.id} ${retired ? "is retired" : `retires on ${formatDay(model.retirement.on)}`}; no successor named`;
  return `${next} ${retired ? "took" : "takes"} over from ${model.id}`;
}

/** The service tiers that print no price for a long request. */
function withoutLong({ withoutBatch, withoutFlex }: NonNullable<PriceRow["longContext"]>): string[] {
  const tiers = [...(withoutBatch ? ["batch"] : []), ...(withoutFlex ? ["flex"] : [])];
  return tiers.length > 0 ? [`No ${tiers.join(" or ")} price is printed for a request that long.`] : [];
}

const sellsFlex = (model: Model): boolean => lastPrice(model).prices.flex !== undefined;

/** What to know of a model on sale that has no flex; null where it has, or can no longer be called. */
export const flexText = (model: Model): string | null =>
  sellsFlex(model) || isRetired(model, CHECKED_ON) ? null : "It is not sold in flex, which OpenAI is winding down.";

/** The models on sale without flex, in a sentence. */
export function withoutFlexText(models: readonly Model[]): string {
  const ids = models.filter((model) => flexText(model) !== null).map(({ id }) => id);
  return `On sale without flex on ${formatDay(CHECKED_ON)}: ${listed(ids)}.`;
}

/** What input costs that stays in the cache for 12 hours, where that is sold. */
function twelveHourRule(row: PriceRow): string[] {
  const { prices } = toExactPrice(row);
  const costs = CHOICES.serviceTier.flatMap((tier) => {
    const price = prices[tier]?.cacheWrite12Hours;
    if (!price) return [];
    const text = formatUsdText(toFixedText(price, 3).replace(/0$/, ""));
    return tier === "standard" ? [`${text} a million tokens`] : [`${text} in ${tierWord(tier)}`];
  });
  return costs.length > 0 ? [`Kept in the cache for 12 hours it costs ${costs.join(", ")}.`] : [];
}

/** What changes a price by how a request is made, in sentences. */
export function priceRules(row: PriceRow): string[] {
  const { prices, longContext } = row;
  const { cacheWrite } = prices.standard;
  const elsewhere = (["batch", "flex", "priority"] as const).flatMap((tier) => {
    const written = prices[tier]?.cacheWrite;
    return written ? [`${formatUsdText(written)} in ${tierWord(tier)}`] : [];
  });
  const writes = cacheWrite && [`${formatUsdText(cacheWrite)} a million tokens`, ...elsewhere].join(", ");
  return [
    ...(writes ? [`Input written to the cache costs ${writes}.`] : []),
    ...twelveHourRule(row),
    ...(longContext
      ? [
          `A request of ${formatNumber(longContext.fromInputTokens)} input tokens or more is billed whole at ${longContext.inputTimes}× the input and ${longContext.outputTimes}× the output price.`,
        ]
      : []),
    ...(longContext ? withoutLong(longContext) : []),
  ];
}
