import type { PriceRow } from "@/lib/catalogue";
import { multiply, parseDecimal, type Exact } from "@/lib/money";
import type { OwnPrice, ServiceTier, Workload } from "@/lib/scenario";
import { toTierPrices } from "./own-price";

/** USD per million tokens at one service tier. `null`: tokens of that kind are billed as plain input. */
export interface TokenPrices {
  readonly input: Exact;
  readonly cachedInput: Exact | null;
  readonly cacheWrite: Exact | null;
  /** Input that stays in the cache for 12 hours; `null`: the model does not offer that. */
  readonly cacheWrite12Hours: Exact | null;
  /** `null`: the model gives no output, and none can be bought. */
  readonly output: Exact | null;
}

/**
 * Whether what a workload writes to the cache is billed at the 12-hour price: it is to stay so long, and the model
 * offers that.
 */
export function keepsTwelveHours(
  { cacheLifetime }: Workload,
  prices: TokenPrices | null,
): prices is TokenPrices & { readonly cacheWrite12Hours: Exact } {
  return cacheLifetime === "12h" && prices !== null && prices.cacheWrite12Hours !== null;
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
function tokenPrices(listed: PriceRow["prices"]["batch"], twelveHourTimes: Exact | null): TokenPrices | null {
  const input = parse(listed?.input);
  if (!listed || !input) return null;
  return {
    input,
    cachedInput: parse(listed.cachedInput),
    cacheWrite: parse(listed.cacheWrite),
    cacheWrite12Hours: twelveHourTimes && multiply(input, twelveHourTimes),
    output: parse(listed.output),
  };
}

/** Prices with every one of input at a multiple and that of output at another. */
const multiplied = (own: TokenPrices | null, onInput: Exact, onOutput: Exact): TokenPrices | null =>
  own && {
    input: multiply(own.input, onInput),
    cachedInput: own.cachedInput && multiply(own.cachedInput, onInput),
    cacheWrite: own.cacheWrite && multiply(own.cacheWrite, onInput),
    cacheWrite12Hours: own.cacheWrite12Hours && multiply(own.cacheWrite12Hours, onInput),
    output: own.output && multiply(own.output, onOutput),
  };

function longPrices(
  prices: ServiceTierPrices,
  { inputTimes, outputTimes, withoutPriority, withoutBatch, withoutFlex }: NonNullable<PriceRow["longContext"]>,
): ServiceTierPrices {
  const [onInput, onOutput] = [parseDecimal(inputTimes)!, parseDecimal(outputTimes)!];
  const long = (own: TokenPrices | null) => multiplied(own, onInput, onOutput);
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
  const twelveHourTimes = "twelveHourWrites" in price ? parse(price.twelveHourWrites?.inputTimes) : null;
  const prices: ServiceTierPrices = {
    standard: tokenPrices(listed.standard, twelveHourTimes),
    batch: tokenPrices(listed.batch, twelveHourTimes),
    flex: tokenPrices(listed.flex, twelveHourTimes),
    priority: tokenPrices(listed.priority, twelveHourTimes),
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

const regionalPrices = new WeakMap<ExactPrice, ExactPrice>();

/** A price with every one of tokens times `times`, the prices of long requests too. One object is made once. */
export function toRegionalPrice(price: ExactPrice, times: Exact): ExactPrice {
  const known = regionalPrices.get(price);
  if (known) return known;
  const regional = (own: ServiceTierPrices): ServiceTierPrices => ({
    standard: multiplied(own.standard, times, times),
    batch: multiplied(own.batch, times, times),
    flex: multiplied(own.flex, times, times),
    priority: multiplied(own.priority, times, times),
  });
  const { prices, long } = price;
  const made: ExactPrice = { prices: regional(prices), long: long && { ...long, prices: regional(long.prices) } };
  regionalPrices.set(price, made);
  return made;
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
