/** What a number may be. Both ends inclusive unless `above`, which is exclusive. */
export interface NumberRule {
  readonly above?: number;
  readonly min?: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Why the ends are where they are, where that is not plain. */
  readonly because?: string;
}

/** The largest number any field accepts. Up to it a double holds every number of three decimals. */
export const LARGEST = 1e12;

/** What a decimal string may be, as the end of a sentence. */
export const DECIMAL_ACCEPTED =
  'a decimal string such as "1.10", at most 1,000,000,000,000, with at most 12 decimals and 16 digits';

/** How many thousandths make one: numbers have at most three decimals. */
export const MILLI = 1000;

/** A number of at most three decimals in thousandths: an integer, exactly what was written. */
export function milli(value: number): number {
  return Math.round(value * MILLI);
}

/** Whether a double is the nearest one to some number of at most three decimals. */
const hasThreeDecimalsAtMost = (value: number) => milli(value) / MILLI === value;

/** Whether the number is one the rule accepts: finite, at most three decimals, within its ends. */
export function accepts(rule: NumberRule, value: number): boolean {
  return (
    Number.isFinite(value) &&
    value <= rule.max &&
    (rule.above === undefined || value > rule.above) &&
    (rule.min === undefined || value >= rule.min) &&
    (rule.integer ? Number.isInteger(value) : hasThreeDecimalsAtMost(value))
  );
}

const withCommas = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** What the rule accepts, as the end of a sentence: `a whole number from 1 to 60`. */
export function describeRule({ above, min, max, integer, because }: NumberRule): string {
  const ends =
    above === undefined
      ? `from ${withCommas(min!)} to ${withCommas(max)}`
      : `above ${withCommas(above)}, at most ${withCommas(max)}`;
  const kind = integer ? `a whole number ${ends}` : `a number ${ends}, with at most three decimals`;
  return because ? `${kind}: ${because}` : kind;
}
