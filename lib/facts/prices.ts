import type { PriceRow } from "@/lib/catalogue";
import { multiply, parseDecimal, type Exact } from "@/lib/money";
import type { OwnPrice, ServiceTier } from "@/lib/scenario";
import { toTierPrices } from "./own-price";

/** USD per million tokens at one service tier. `null`: tokens of that kind are billed as plain input. */
export interface TokenPrices {
  readonly input: Exact;
  readonly cachedInput: Exact | null;
  readonly cacheWrite: Exact | null;
  /** `null`: the model gives no output, and none can be bought. */
  readonly output: Exact | null;
}

/** The prices of each service tier; `null`: it cannot be bought. Standard always can. */
export type ServiceTierPrices = Readonly<Record<ServiceTier, TokenPrices | null>>;

/** A model's prices as exact numbers: of a request, and of one whose input is long. */
export interface ExactPrice {
  readonly prices: ServiceTierPrices;
  readonly long: { readonly fromInputTokens: number; readonly prices: ServiceTierPrices } | null;
}

const parse = (text: string | null | undefined): Exact | null => (text ? parseDecimal(text) : null);

/** `null` without an input price. */
function tokenPrices(listed: PriceRow["prices"]["batch"]): TokenPrices | null {
  const input = parse(listed?.input);
  if (!listed || !input) return null;
  return {
    input,
    cachedInput: parse(listed.cachedInput),
    cacheWrite: parse(listed.cacheWrite),
    output: parse(listed.output),
  };
}

function longPrices(
  prices: ServiceTierPrices,
  { inputTimes, outputTimes, withoutPriority, withoutBatch, withoutFlex }: NonNullable<PriceRow["longContext"]>,
): ServiceTierPrices {
  const [onInput, onOutput] = [parseDecimal(inputTimes)!, parseDecimal(outputTimes)!];
  const long = (own: TokenPrices | null): TokenPrices | null =>
    own && {
      input: multiply(own.input, onInput),
      cachedInput: own.cachedInput && multiply(own.cachedInput, onInput),
      cacheWrite: own.cacheWrite && multiply(own.cacheWrite, onInput),
      output: own.output && multiply(own.output, onOutput),
    };
  return {
    standard: long(prices.standard),
    batch: withoutBatch ? null : long(prices.batch),
    flex: withoutFlex ? null : long(prices.flex),
    priority: withoutPriority ? null : long(prices.priority),
  };
}

const parsedPrices = new WeakMap<PriceRow | OwnPrice, ExactPrice>();

/** A price with its decimals as fractions. One object is parsed once. */
export function toExactPrice(price: PriceRow | OwnPrice): ExactPrice {
  const known = parsedPrices.get(price);
  if (known) return known;
  const listed = "prices" in price ? price.prices : toTierPrices(price);
  const prices: ServiceTierPrices = {
    standard: tokenPrices(listed.standard),
    batch: tokenPrices(listed.batch),
    flex: tokenPrices(listed.flex),
    priority: tokenPrices(listed.priority),
  };
  const longContext = "longContext" in price ? price.longContext : undefined;
  const long = longContext && {
    fromInputTokens: longContext.fromInputTokens,
    prices: longPrices(prices, longContext),
  };
  const parsed: ExactPrice = { prices, long: long ?? null };
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
