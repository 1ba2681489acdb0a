import { add, divide, fromNumber, multiply, subtract, type Exact } from "@/lib/money";
import { formatExact, formatNumber, formatRounded } from "@/lib/view/text";

/**
 * An exact amount and the formula that gave it. Both are built by the same calls, so the formula shown is the
 * one used.
 */
export interface Term {
  readonly text: string;
  readonly value: Exact;
  /** 0: an atom; 1: a product; 2: a sum. Decides where brackets go. */
  readonly level: 0 | 1 | 2;
}

const LEAST_DECIMALS = 9;
const LEAST_DIGITS = 4;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * What keeps an amount from being written out as a decimal: 1 where nothing does, else 3 for a third, 73 for
 * a part of a year.
 */
function neverEnding({ n, d }: Exact): bigint {
  let rest = d / gcd(n < 0n ? -n : n, d);
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest;
}

const ends = (value: Exact): boolean => neverEnding(value) === 1n;

/**
 * An amount as a decimal. One that never ends is rounded to nine decimals, or to as many as show four digits.
 */
export function amountText(value: Exact): string {
  if (value.n < 0n) return `−${amountText({ n: -value.n, d: value.d })}`;
  if (ends(value)) return formatExact(value);
  let places = LEAST_DECIMALS;
  while (value.n * 10n ** BigInt(places) < value.d * 10n ** BigInt(LEAST_DIGITS)) places++;
  return formatRounded(value, places);
}

/** A number of the scenario, written as entered. */
export const number = (value: number): Term => ({ text: formatNumber(value), value: fromNumber(value), level: 0 });

/**
 * Dollars to the last digit: an amount whose decimals never end is written as a quotient, so that nothing is
 * rounded on the way.
 */
export function money(value: Exact): Term {
  const rest = neverEnding(value);
  if (rest === 1n) return { text: `$${formatExact(value)}`, value, level: 0 };
  return {
    text: `$${formatExact({ n: value.n * rest, d: value.d })} ÷ ${formatExact({ n: rest, d: 1n })}`,
    value,
    level: 1,
  };
}
/** A price with at least two decimals. */
export const price = (value: Exact): Term => ({
  text: `$${formatExact(value)
    .replace(/^(\d[\d,]*)$/, "$1.00")
    .replace(/^([\d,]*\.\d)$/, "$10")}`,
  value,
  level: 0,
});
/** An amount as it is shown elsewhere on the page. */
export const shown = (text: string, value: Exact): Term => ({ text, value, level: 0 });

const inside = (term: Term, level: 0 | 1 | 2) => (term.level > level ? `(${term.text})` : term.text);

/** The product of all terms. */
export function times(...terms: readonly Term[]): Term {
  const [first, ...rest] = terms;
  return rest.reduce<Term>(
    (a, b) => ({
      text: `${inside(a, 1)} × ${inside(b, b.level === 1 ? 0 : 1)}`,
      value: multiply(a.value, b.value),
      level: 1,
    }),
    first!,
  );
}

/** The quotient of two terms. */
export function over(a: Term, b: Term): Term {
  return { text: `${inside(a, 1)} ÷ ${inside(b, 0)}`, value: divide(a.value, b.value), level: 1 };
}

/** The sum of all terms. */
export function plus(...terms: readonly Term[]): Term {
  const [first, ...rest] = terms;
  return rest.reduce<Term>(
    (a, b) => ({ text: `${a.text} + ${inside(b, 1)}`, value: add(a.value, b.value), level: 2 }),
    first!,
  );
}

/** The difference of two terms. */
export function minus(a: Term, b: Term): Term {
  return { text: `${a.text} − ${inside(b, 1)}`, value: subtract(a.value, b.value), level: 2 };
}

/** The larger of two terms. */
export function larger(a: Term, b: Term): Term {
  return {
    text: `max(${a.text}; ${b.text})`,
    value: a.value.n * b.value.d >= b.value.n * a.value.d ? a.value : b.value,
    level: 0,
  };
}

/** The smaller of two terms. */
export function smaller(a: Term, b: Term): Term {
  return {
    text: `min(${a.text}; ${b.text})`,
    value: a.value.n * b.value.d <= b.value.n * a.value.d ? a.value : b.value,
    level: 0,
  };
}

/** A term rounded down to a whole number. */
export function roundedDown(term: Term): Term {
  return { text: `⌊${term.text}⌋`, value: { n: term.value.n / term.value.d, d: 1n }, level: 0 };
}

/** A term rounded up to a whole number. */
export function roundedUp(term: Term): Term {
  return { text: `⌈${term.text}⌉`, value: { n: (term.value.n + term.value.d - 1n) / term.value.d, d: 1n }, level: 0 };
}

/** A term as the next steps use it: one number where its decimals end, else unchanged. */
export function known(term: Term): Term {
  return ends(term.value) ? { text: formatExact(term.value), value: term.value, level: 0 } : term;
}
