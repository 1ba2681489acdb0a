import { decimals, offOne, significant, UNKNOWN } from "./format";

const STEPS = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"],
] as const;

/** Three significant digits with a letter: `2.85M`, `35M`, `200K`; below 10,000 in full. */
export function formatCompact(value: number): string {
  if (value < 10_000) return significant(value, 3);
  for (const [size, letter] of STEPS) {
    if (value >= size * 0.9995) return significant(value / size, 3) + letter;
  }
  return significant(value, 3);
}

function timesDigits(value: number): string {
  if (value >= 1000) return significant(value, 3);
  if (value >= 10) return decimals(value, 1);
  return value >= 1 ? decimals(value, 2, 2) : significant(value, 2);
}

/** A headroom: `1.40×`, `16.7×`, `0.028×`; `–` for unknown. */
export function formatTimes(factor: number | null): string {
  if (factor === null) return UNKNOWN;
  return `${offOne(factor, 1, timesDigits)}×`;
}
