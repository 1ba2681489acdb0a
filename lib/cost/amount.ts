import { exact, type Exact } from "@/lib/money";
import type { RequestPart } from "./request";

/**
 * Prices in units of `1 / PRICE_SCALE` USD per million are whole. One denominator for all: a bill adds up
 * without cross-multiplying.
 */
const PRICE_SCALE = 10n ** 12n;
const MTOK = 1_000_000n;
/** Attempts (millionths) a year × tokens (thousandths) ÷ this = tokens a month. */
const TOKENS_PER_MONTH = 12n * 10n ** 9n;
/** Attempts (millionths) a year × an amount ÷ this = USD a month. */
const USD_PER_MONTH = TOKENS_PER_MONTH * MTOK * PRICE_SCALE;
/** Attempts per wanted request (thousandths) × an amount ÷ this = USD. */
const USD_PER_REQUEST = 10n ** 6n * MTOK * PRICE_SCALE;

/** Tokens (thousandths) × USD per million tokens, in thousandths of `1 / PRICE_SCALE`. */
export function amountOf(tokensMilli: number, price: Exact): bigint {
  return BigInt(tokensMilli) * price.n * (PRICE_SCALE / price.d);
}

/** The amount of all parts; `null` where one has no price. */
export function amountOfAll(parts: readonly RequestPart[]): bigint | null {
  let total = 0n;
  for (const { tokensMilli, price } of parts) {
    if (!price) return null;
    total += amountOf(tokensMilli, price);
  }
  return total;
}

/** Tokens a month of so many attempts (millionths) a year. */
export const tokensPerMonth = (attempts: bigint, tokensMilli: number): Exact =>
  exact(attempts * BigInt(tokensMilli), TOKENS_PER_MONTH);

/** USD a month of so many attempts (millionths) a year; `null` for an unknown amount. */
export const usdPerMonth = (attempts: bigint, amount: bigint | null): Exact | null =>
  amount === null ? null : exact(attempts * amount, USD_PER_MONTH);

/** USD of a wanted request that brings so many attempts (thousandths); `null` for an unknown amount. */
export const usdPerRequest = (attemptsMilli: number, amount: bigint | null): Exact | null =>
  amount === null ? null : exact(BigInt(attemptsMilli) * amount, USD_PER_REQUEST);
