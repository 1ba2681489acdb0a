/** A fraction `n / d` with `d > 0`, not necessarily in lowest terms. Immutable. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** The fraction `n / d`; `d` must be above 0. */
export function exact(n: bigint, d = 1n): Exact {
  return { n, d };
}

/**
 * A scenario number (at most three decimals, at most 1e12 in size) as the fraction that was written, not as
 * the double that holds it.
 */
export function fromNumber(value: number): Exact {
  return Number.isInteger(value) ? { n: BigInt(value), d: 1n } : { n: BigInt(Math.round(value * 1000)), d: 1000n };
}

/** `a + b`. */
export function add(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** `a − b`. */
export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

/** `a × b`. */
export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** `a / b`; `b` must not be zero. */
export function divide(a: Exact, b: Exact): Exact {
  return b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** The sum of all amounts, 0 for none. */
export function sum(amounts: readonly Exact[]): Exact {
  let total = amounts[0] ?? ZERO;
  for (let i = 1; i < amounts.length; i++) total = add(total, amounts[i]!);
  return total;
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

/** The double nearest to the fraction, ties to even. */
export function toNumber({ n, d }: Exact): number {
  if (n < 0n) return -toNumber({ n: -n, d });
  if (n <= SAFE && d <= SAFE) return Number(n) / Number(d);
  // Divide to at least 60 bits and set the last bit where a remainder is left: Number(bigint) then rounds to
  // the nearest double.
  const shift = Math.max(0, 64 - bits(n) + bits(d));
  const scaled = n << BigInt(shift);
  const quotient = scaled / d;
  const sticky = quotient * d === scaled ? quotient : quotient | 1n;
  return Number(sticky) / 2 ** shift;
}
