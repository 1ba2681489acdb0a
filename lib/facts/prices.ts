import type { LongContext, PriceRow } from "@/lib/catalogue";
import { multiply, parseDecimal, type Exact } from "@/lib/money";
import type { OwnPrice, ServiceTier } from "@/lib/scenario";

/** USD per million tokens at one service tier. `null`: tokens of that kind are billed as plain input. */
export interface TokenPrices {
  readonly input: Exact;
  readonly cachedInput: Exact | null;
  readonly cacheWrite: Exact | null;
  readonly output: Exact;
}

/** The prices of each service tier; `null`: it cannot be bought. Standard always can. */
export type ServiceTierPrices = Readonly<Record<ServiceTier, TokenPrices | null>>;

/** A model's prices as exact numbers: of a request, and of one whose input is long. */
export interface ExactPrice {
  readonly prices: ServiceTierPrices;
  readonly long: { readonly fromInputTokens: number; readonly prices: ServiceTierPrices } | null;
}

type Text = string | null | undefined;
const parse = (text: Text): Exact | null => (text ? parseDecimal(text) : null);

/** `null` without both an input and an output price. */
function tokenPrices(inputText: Text, outputText: Text, cached: Text, write?: Text): TokenPrices | null {
  const input = parse(inputText);
  const output = parse(outputText);
  return input && output && { input, cachedInput: parse(cached), cacheWrite: parse(write), output };
}

function longPrices(
  prices: ServiceTierPrices,
  { inputTimes, outputTimes, withoutPriority }: LongContext,
): ServiceTierPrices {
  const [onInput, onOutput] = [parseDecimal(inputTimes)!, parseDecimal(outputTimes)!];
  const long = (own: TokenPrices | null): TokenPrices | null =>
    own && {
      input: multiply(own.input, onInput),
      cachedInput: own.cachedInput && multiply(own.cachedInput, onInput),
      cacheWrite: own.cacheWrite && multiply(own.cacheWrite, onInput),
      output: multiply(own.output, onOutput),
    };
  return {
    standard: long(prices.standard),
    batch: long(prices.batch),
    flex: long(prices.flex),
    priority: withoutPriority ? null : long(prices.priority),
  };
}

const parsedPrices = new WeakMap<PriceRow | OwnPrice, ExactPrice>();

/** A price with its decimals as fractions. One object is parsed once. */
export function toExactPrice(price: PriceRow | OwnPrice): ExactPrice {
  const known = parsedPrices.get(price);
  if (known) return known;
  const prices: ServiceTierPrices = {
    standard: tokenPrices(price.input, price.output, price.cachedInput, price.cacheWrite),
    batch: tokenPrices(price.batchInput, price.batchOutput, price.batchCachedInput),
    flex: tokenPrices(price.flexInput, price.flexOutput, price.flexCachedInput),
    priority: tokenPrices(price.priorityInput, price.priorityOutput, price.priorityCachedInput),
  };
  const parsed: ExactPrice = {
    prices,
    long:
      "longContext" in price && price.longContext
        ? { fromInputTokens: price.longContext.fromInputTokens, prices: longPrices(prices, price.longContext) }
        : null,
  };
  parsedPrices.set(price, parsed);
  return parsed;
}

/**
 * Whether a request with `inputTokens` of input is billed, whole, at the long-context prices: from the
 * threshold on, inclusive.
 */
export function isLongContext({ long }: ExactPrice, inputTokens: number): boolean {
  return long !== null && inputTokens >= long.fromInputTokens;
}

/** The prices at which a request with `inputTokens` of input is billed, whole. */
export function pricesAt(price: ExactPrice, inputTokens: number): ServiceTierPrices {
  return isLongContext(price, inputTokens) ? price.long!.prices : price.prices;
}
