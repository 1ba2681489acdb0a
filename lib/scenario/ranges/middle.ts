import { MILLI, milli } from "@/lib/fields";

/**
 * The middle of a range of a mean, the number a range stands for where none is given beside it: the median of the
 * log-normal whose p10 and p90 are its ends, √(low × high), rounded to three digits where these lie strictly between
 * the ends, else to three decimals; never outside them.
 */
export function middleOf([low, high]: readonly [low: number, high: number]): number {
  const median = Math.sqrt(low * high);
  const step = 10 ** (Math.floor(Math.log10(median)) - 2);
  const threeDigits = milli(Math.round(median / step) * step) / MILLI;
  if (threeDigits > low && threeDigits < high) return threeDigits;
  return Math.min(high, Math.max(low, milli(median) / MILLI));
}
