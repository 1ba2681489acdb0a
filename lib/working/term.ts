import { add, divide, fromNumber, multiply, subtract, type Exact } from "@/lib/money";
import { formatExact, formatNumber, formatRounded } from "@/lib/view";

/** An amount with the words it is computed by: text and value come from one tree, so a formula shown is the one that was used. */
export interface Term {
  readonly text: string;
  readonly value: Exact;
  /** 0: an atom; 1: a product; 2: a sum. Decides where brackets go. */
  readonly level: 0 | 1 | 2;
}

const DECIMALS = 9;

/** Whether the decimals end soon enough to be written out. */
function ends({ n, d }: Exact): boolean {
  return (n * 10n ** 12n) % d === 0n;
}

/** An amount written out; one whose decimals never end is rounded at nine of them. */
export function amountText(value: Exact): string {
  return ends(value) ? formatExact(value) : formatRounded(value, DECIMALS);
}

export const number = (value: number): Term => ({ text: formatNumber(value), value: fromNumber(value), level: 0 });
export const money = (value: Exact): Term => ({ text: `$${amountText(value)}`, value, level: 0 });
/** A price with at least two decimals. */
export const price = (value: Exact): Term => ({ text: `$${formatExact(value).replace(/^(\d[\d,]*)$/, "$1.00").replace(/^([\d,]*\.\d)$/, "$10")}`, value, level: 0 });
/** An amount as it is shown elsewhere on the page. */
export const shown = (text: string, value: Exact): Term => ({ text, value, level: 0 });

const inside = (term: Term, level: 0 | 1 | 2) => (term.level > level ? `(${term.text})` : term.text);

export function times(...terms: readonly Term[]): Term {
  const [first, ...rest] = terms;
  return rest.reduce<Term>((a, b) => ({ text: `${inside(a, 1)} × ${inside(b, b.level === 1 ? 0 : 1)}`, value: multiply(a.value, b.value), level: 1 }), first!);
}

export function over(a: Term, b: Term): Term {
  return { text: `${inside(a, 1)} ÷ ${inside(b, 0)}`, value: divide(a.value, b.value), level: 1 };
}

export function plus(...terms: readonly Term[]): Term {
  const [first, ...rest] = terms;
  return rest.reduce<Term>((a, b) => ({ text: `${a.text} + ${inside(b, 1)}`, value: add(a.value, b.value), level: 2 }), first!);
}

export function minus(a: Term, b: Term): Term {
  return { text: `${a.text} − ${inside(b, 1)}`, value: subtract(a.value, b.value), level: 2 };
}

export function larger(a: Term, b: Term): Term {
  return { text: `max(${a.text}; ${b.text})`, value: a.value.n * b.value.d >= b.value.n * a.value.d ? a.value : b.value, level: 0 };
}

/** The amount of a step as the next ones use it: written out where its decimals end, else the step’s own words. */
export function known(term: Term): Term {
  return ends(term.value) ? { text: formatExact(term.value), value: term.value, level: 0 } : term;
}
