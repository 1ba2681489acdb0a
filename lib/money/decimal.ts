import type { Exact } from "./exact";

const DECIMAL = /^(0|[1-9]\d{0,12})(?:\.(\d{1,12}))?$/;

/**
 * A plain decimal string (`"1.10"`) as an exact amount; `null` for any other text. Accepted: digits without
 * sign, leading zero or exponent; at most 1e12, at most 12 decimals, at most 16 digits in all.
 */
export function parseDecimal(text: string): Exact | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const whole = match[1]!;
  const decimals = match[2] ?? "";
  if (whole.length + decimals.length > 16) return null;
  const d = 10n ** BigInt(decimals.length);
  const n = BigInt(whole + decimals);
  return n > 1_000_000_000_000n * d ? null : { n, d };
}

/** The integer nearest to `n / d` (`d > 0`), a half to the even neighbour: 1/2 → 0, 3/2 → 2. */
export function roundHalfEven(n: bigint, d: bigint): bigint {
  let quotient = n / d;
  let rest = n - quotient * d;
  if (rest < 0n) {
    quotient -= 1n;
    rest += d;
  }
  const twice = rest * 2n;
  return twice > d || (twice === d && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

function place(units: bigint, digits: number): string {
  const negative = units < 0n;
  const text = (negative ? -units : units).toString().padStart(digits + 1, "0");
  const cut = text.length - digits;
  return (negative ? "-" : "") + (digits ? `${text.slice(0, cut)}.${text.slice(cut)}` : text);
}

const MOST_SCALE = 10n ** 40n;
const POWERS = Array.from({ length: 13 }, (_, digits) => 10n ** BigInt(digits));

/** The amount with exactly `digits` decimals (0–12), rounded once, half to even: 3.3 at 6 → `3.300000`. */
export function toFixedText({ n, d }: Exact, digits: number): string {
  return place(roundHalfEven(n * POWERS[digits]!, d), digits);
}

function withoutTrailingZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * The amount as the shortest exact decimal: `4.4`, `1200`. A fraction whose decimals never end is rounded to
 * 6, half to even.
 */
export function toShortestText({ n, d }: Exact): string {
  // A decimal of n / d ends after as many places as d has factors of 2 or 5, whichever are more; 40 covers
  // every product of the engine. Whether it ends at all is asked once, not place by place.
  if ((n * MOST_SCALE) % d !== 0n) return withoutTrailingZeros(toFixedText({ n, d }, 6));
  let digits = 0;
  let scaled = n;
  for (; scaled % d !== 0n; scaled *= 10n) digits++;
  return withoutTrailingZeros(place(scaled / d, digits));
}
