import { LARGEST } from "@/lib/fields";
import { add, exact, multiply, ZERO, type Exact } from "@/lib/money";
import { goesOnBelow } from "./text";
import type { Period, Unread } from "./types";

/**
 * What stands where a quantity is looked for: the quantity, something that begins like one and cannot be read
 * whole, or nothing (`null`).
 */
export type Written<T> = { readonly value: T } | { readonly unread: string } | null;

/**
 * Makes a reader of quantities: it returns a quantity that was read, and adds what could not be read to
 * `unread` under the name of its `part`.
 */
export const keepIn =
  (unread: Unread[]) =>
  <T>(part: string, written: Written<T>): T | null => {
    if (written && "unread" in written) unread.push({ part, text: written.unread });
    return written && "value" in written ? written.value : null;
  };

const LONGEST_QUOTE = 24;
/** A text as it is written, on one line and shortened. */
export const quoted = (text: string) => ({
  unread: text
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_QUOTE)
    .replace(/[.,;: ]+$/, ""),
});

/**
 * A count runs to a space, quote or bracket; digits right behind those belong to it; a slash makes it one of
 * a period.
 */
const COUNT = /^["']?([-−+]?[.,]?\d[^\s"'})\]]*)((?:\s+|["'})\]])[.,]?\d[^\s"'})\]]*)?(\s*\/)?/;
const WHOLE = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)$/;

/**
 * The count that `text` begins with: a whole number up to 1e12, plain or with commas between thousands;
 * before a period also with six zeros behind a point, as in 2022.
 */
export function readCount(text: string): Written<number> {
  const match = COUNT.exec(text);
  if (!match) return null;
  const [all, written, more, slash] = match;
  const bare = written!.replace(/\/1?[a-z]+[.,;:]*$/i, "");
  const token = bare.replace(/[.,;:]+$/, "").replace(slash || bare !== written ? /\.0{6}$/ : "", "");
  // Where a sentence ended, the digits that follow are another number.
  const goesOn = more !== undefined && !/[.;:]$/.test(written!);
  if (goesOn || !WHOLE.test(token)) return quoted(goesOn ? all! : token);
  const value = Number(token.replace(/,/g, ""));
  return value <= LARGEST ? { value } : quoted(token);
}

const SHORT = /^["']?(\d{1,6})(?:\.(\d{1,3}))?[ \t]?([KMB])(?![\w.])/i;
const THOUSANDS: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

/** The count that `text` begins with, which may be short: `30K`, `1.5M`, `2B`; whole, up to 1e12. */
export function readShortCount(text: string): Written<number> {
  const short = SHORT.exec(text);
  if (!short) return readCount(text);
  const [all, whole, decimals = "", letter] = short;
  const zeros = THOUSANDS[letter!.toLowerCase()]! - decimals.length;
  const value = Number(whole! + decimals) * 10 ** zeros;
  return value <= LARGEST ? { value } : quoted(all);
}

/** Milliseconds of each unit, largest first: a duration names each once and in this order. */
const UNITS: readonly (readonly [names: string, ms: Exact])[] = [
  ["d|days?", exact(86_400_000n)],
  ["h|hours?|hrs?", exact(3_600_000n)],
  ["m|min|mins|minutes?", exact(60_000n)],
  ["s|secs?|seconds?", exact(1_000n)],
  ["ms|milliseconds?", exact(1n)],
  ["us|µs|μs|microseconds?", exact(1n, 1_000n)],
];
const PART = new RegExp(
  `^[ \\t]*(\\d{1,12})(?:\\.(\\d{1,9}))?[ \\t]*(?:${UNITS.map(([names]) => `(${names})`).join("|")})(?![a-zµμ])`,
  "i",
);

/**
 * The duration that `text` begins with (`1s`, `6m0s`, `120ms`, `7m12.5s`, `1d2h`, `20 seconds`), exact
 * milliseconds. A number without a unit is not one.
 */
export function readDuration(text: string): Written<Exact> {
  const started = text.replace(/^["']/, "");
  if (!/^[-−+.,]?\d/.test(started)) return null;
  let rest = started;
  let total = ZERO;
  let last = -1;
  for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
    const unit = part.slice(3).findIndex((name) => name !== undefined);
    if (unit <= last) break;
    const decimals = part[2] ?? "";
    total = add(total, multiply(exact(BigInt(part[1]! + decimals), 10n ** BigInt(decimals.length)), UNITS[unit]![1]));
    last = unit;
    rest = rest.slice(part[0].length);
  }
  return last < 0 || /^(?:\w|[.,:]\d|[ \t]+\d)/.test(rest) || goesOnBelow(rest)
    ? quoted(/^[^\s"'})\]]*/.exec(started)![0])
    : { value: total };
}

const PERIODS: readonly (readonly [Period, RegExp])[] = [
  ["second", /^s(?:ec(?:ond)?)?$/i],
  ["minute", /^m(?:in(?:ute)?)?$/i],
  ["hour", /^h(?:our)?$/i],
  ["day", /^d(?:ay)?$/i],
  ["month", /^month$/i],
];

/** The period a word or letter names (`min`, `day`, `M`), if any. */
export function periodNamed(word: string | undefined): Period | null {
  return PERIODS.find(([, names]) => word !== undefined && names.test(word))?.[0] ?? null;
}
