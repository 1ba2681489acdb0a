import { compare, type Exact } from "./exact";
import { roundHalfEven } from "./decimal";

/**
 * Whole units for each part, in the same order, that add up to `total` whole units. Each part gets its amount
 * in units rounded down; the units left over go one each to the largest remainders, the first of equal ones
 * first. `parts` are not negative and add up to about `total`; `perUnit` is the number of units in 1: 100 for
 * cents.
 */
export function allocate(parts: readonly Exact[], total: bigint, perUnit: bigint): bigint[] {
  const floors = parts.map(({ n, d }) => (n * perUnit) / d);
  let left = total - floors.reduce((a, b) => a + b, 0n);
  const byRemainder = parts
    .map(({ n, d }, index) => ({ index, rest: { n: (n * perUnit) % d, d } }))
    .sort((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    floors[index]! += 1n;
    left -= 1n;
  }
  return floors;
}

/** The amount in whole units, half to even. */
export function toUnits({ n, d }: Exact, perUnit: bigint): bigint {
  return roundHalfEven(n * perUnit, d);
}
