import { exact, type Exact } from "@/lib/money";
import type { RequestPart } from "./request";

/**
 * Prices in units of `1 / PRICE_SCALE` USD per million are whole: they have 12 decimals at most, and the regional
 * surcharge adds one. One denominator for all: a bill adds up without cross-multiplying.
 */
const PRICE_SCALE = 10n ** 13n;
const MILLION = 1_000_000n;
/** Attempts (millionths) a year × tokens or calls (thousandths) ÷ this = tokens or calls a month. */
const COUNT_PER_MONTH = 12n * 10n ** 9n;
/** Attempts (millionths) a year × an amount ÷ this = USD a month. */
export const USD_PER_MONTH = COUNT_PER_MONTH * MILLION * PRICE_SCALE;
/** Attempts per wanted request (thousandths) × an amount ÷ this = USD. */
const USD_PER_REQUEST = 10n ** 6n * MILLION * PRICE_SCALE;

/** A price in units of `1 / PRICE_SCALE` USD per million. */
export const priceUnits = (price: Exact): bigint => price.n * (PRICE_SCALE / price.d);

/** Tokens or calls (thousandths) × USD per million of them, in thousandths of `1 / PRICE_SCALE`. */
export function amountOf({ countMilli }: RequestPart, price: Exact): bigint {
  return BigInt(countMilli) * priceUnits(price);
}

/** The amount of all parts; `null` where one has no price. */
export function amountOfAll(parts: readonly RequestPart[]): bigint | null {
  let total = 0n;
  for (const part of parts) {
    if (!part.price) return null;
    total += amountOf(part, part.price);
  }
  return total;
}

/** Tokens or calls a month of so many attempts (millionths) a year. */
export const countPerMonth = (attempts: bigint, { countMilli }: RequestPart): Exact =>
  exact(attempts * BigInt(countMilli), COUNT_PER_MONTH);

/** USD a month of so many attempts (millionths) a year; `null` for an unknown amount. */
export const usdPerMonth = (attempts: bigint, amount: bigint | null): Exact | null =>
  amount === null ? null : exact(attempts * amount, USD_PER_MONTH);

/** USD of a wanted request that brings so many attempts (thousandths); `null` for an unknown amount. */
export const usdPerRequest = (attemptsMilli: number, amount: bigint | null): Exact | null =>
  amount === null ? null : exact(BigInt(attemptsMilli) * amount, USD_PER_REQUEST);
