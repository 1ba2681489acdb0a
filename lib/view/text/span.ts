import { compare, exact, roundHalfEven, type Exact } from "@/lib/money";
import { formatExact } from "./columns";

const NBSP = "\u00a0";
const DIGITS = 3;
const MOST_DIGITS = 15;

/** Units of time in hours, the longest first, each with the hours from which it is used. */
const UNITS = [
  { name: "year", hours: exact(8760n), from: exact(17_520n) },
  { name: "day", hours: exact(24n), from: exact(48n) },
  { name: "hour", hours: exact(1n), from: exact(1n) },
  { name: "minute", hours: exact(1n, 60n), from: exact(1n, 60n) },
  { name: "second", hours: exact(1n, 3600n), from: exact(0n) },
] as const;

function spanText(hours: Exact, digits: number): string {
  const unit = UNITS.find(({ from }) => compare(hours, from) >= 0)!;
  const value = { n: hours.n * unit.hours.d, d: hours.d * unit.hours.n };
  const whole = value.n / value.d;
  const places = Math.max(0, digits - (whole === 0n ? 0 : whole.toString().length));
  const text = formatExact(exact(roundHalfEven(value.n * 10n ** BigInt(places), value.d), 10n ** BigInt(places)));
  return text === "0" ? `under${NBSP}0.001${NBSP}seconds` : `${text}${NBSP}${unit.name}${text === "1" ? "" : "s"}`;
}

/**
 * Exact hours in words: `45 minutes`, `20.5 hours`, `13 days`, `3.24 days`, `2.74 years`. Rounded half to even to
 * three significant digits, or to as many as tell it from `beside` where the two differ: what misses 3 days by a
 * second does not read `3 days`.
 */
export function formatSpan(hours: Exact, beside: Exact = hours): string {
  let digits = DIGITS;
  while (digits < MOST_DIGITS && compare(hours, beside) !== 0 && spanText(hours, digits) === spanText(beside, digits))
    digits++;
  return spanText(hours, digits);
}

/** A whole number of things, grouped: `1 wave`, `1,200,000 waves`. */
export function formatCount(count: bigint, one: string, many = `${one}s`): string {
  return `${formatExact(exact(count))}${NBSP}${count === 1n ? one : many}`;
}
