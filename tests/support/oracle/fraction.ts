/** A fraction that is never negative, in lowest terms, with a denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The fraction of two whole numbers, in lowest terms. Refuses a negative numerator and a denominator that is
 * not positive.
 */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (numerator < 0n || denominator <= 0n)
    throw new RangeError(`${numerator}/${denominator} is not a fraction from zero up`);
  let [larger, smaller] = [numerator, denominator];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return { numerator: numerator / larger, denominator: denominator / larger };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

/** Exactly what a decimal such as `1.10` says. Refuses signs, exponents and separators. */
export function fromDecimal(text: string): Fraction {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a plain decimal`);
  const decimals = match[2] ?? "";
  return fraction(BigInt((match[1] ?? "") + decimals), 10n ** BigInt(decimals.length));
}

/** Exactly the decimal that a JSON number is written as: 0.1 is one tenth, not its nearest double. */
export function fromNumber(value: number): Fraction {
  return fromDecimal(String(value));
}

/** a + b. */
export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b. Refuses b over a. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The product of all factors. */
export function multiply(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((a, b) => fraction(a.numerator * b.numerator, a.denominator * b.denominator), ONE);
}

/** a ÷ b. Refuses b = 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Whether a > b. */
export function isOver(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

/** Whether a = 0. */
export function isZero(a: Fraction): boolean {
  return a.numerator === 0n;
}

/** The sum; 0 of none. */
export function sum(parts: readonly Fraction[]): Fraction {
  return parts.reduce(add, ZERO);
}

/** The sum, or null where a part is unknown. */
export function sumIfKnown(parts: readonly (Fraction | null)[]): Fraction | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? sum(known) : null;
}

/** The nearest whole number; of two equally near the even one. */
export function roundHalfToEven({ numerator, denominator }: Fraction): bigint {
  const floor = numerator / denominator;
  const twiceTheRest = 2n * (numerator % denominator);
  if (twiceTheRest < denominator) return floor;
  if (twiceTheRest > denominator) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

/** The decimal with exactly `decimals` digits after the point, rounded half to even: 1/8 with two is `0.12`. */
export function toFixedDecimal(value: Fraction, decimals: number): string {
  const scaled = roundHalfToEven(multiply(value, fraction(10n ** BigInt(decimals))));
  const digits = scaled.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * The exact decimal without superfluous zeros: `1.1`. A fraction whose decimal repeats is rounded to six
 * decimals first.
 */
export function toShortDecimal(value: Fraction): string {
  let rest = value.denominator;
  let decimals = 0;
  while (rest % 10n === 0n) [rest, decimals] = [rest / 10n, decimals + 1];
  while (rest % 5n === 0n) [rest, decimals] = [rest / 5n, decimals + 1];
  while (rest % 2n === 0n) [rest, decimals] = [rest / 2n, decimals + 1];
  const repeats = rest !== 1n;
  const text = toFixedDecimal(value, repeats ? 6 : decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The double nearest to the exact fraction; of two equally near the one with the even significand. */
export function toNearestDouble(value: Fraction): number {
  if (isZero(value)) return 0;
  // The step between neighbouring doubles here: value ÷ 2^exponent has 53 binary digits, or the step is the
  // smallest of all.
  let exponent = value.numerator.toString(2).length - value.denominator.toString(2).length - 53;
  if (!isOver(fraction(2n ** 53n), inStepsOf(exponent))) exponent += 1;
  exponent = Math.max(exponent, -1074);
  return Number(roundHalfToEven(inStepsOf(exponent))) * 2 ** exponent;

  function inStepsOf(power: number): Fraction {
    return power < 0 ? multiply(value, fraction(2n ** BigInt(-power))) : divide(value, fraction(2n ** BigInt(power)));
  }
}
