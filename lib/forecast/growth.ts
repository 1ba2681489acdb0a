import { MILLI, milli } from "@/lib/fields";
import { exact, ONE, type Exact } from "@/lib/money";

/** Percent has three decimals, so growth is a whole number of this part of the requests. */
const PARTS = 100 * MILLI;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** 1 + percent ÷ 100 in lowest terms, for a percentage in thousandths of a percent. */
export function monthlyFactor(percentMilli: number): Exact {
  const parts = PARTS + percentMilli;
  const common = greatestCommonDivisor(parts, PARTS);
  return exact(BigInt(parts / common), BigInt(PARTS / common));
}

/** (1 + percent ÷ 100)^months, exactly. */
export function growthFactor(percentPerMonth: number, months: number): Exact {
  const { n, d } = monthlyFactor(milli(percentPerMonth));
  return exact(n ** BigInt(months), d ** BigInt(months));
}

/**
 * What a straight line says in place of growth: 1 + percent ÷ 100 × months, the first month's increase added again
 * each month; not below 0.
 */
export function straightFactor(percentPerMonth: number, months: number): Exact {
  const parts = BigInt(PARTS) + BigInt(milli(percentPerMonth)) * BigInt(months);
  return parts < 0n ? { ...ONE, n: 0n } : exact(parts, BigInt(PARTS));
}
