/** A parsed JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The object that a value is, else `null`. */
export const objectOf = (value: unknown): Json | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;

/** A count as logs write it, also `"12"` and `10.0`; NaN where there is none, -1 for something else. */
export function countOf(value: unknown): number {
  if (typeof value === "number") return Number.isInteger(value) ? value : -1;
  if (value === undefined || value === null || value === "") return NaN;
  return typeof value === "string" ? numberOf(value) : -1;
}

const THOUSANDS = /^\d{1,3}(?:[,'’]\d{3})+(?:\.0*)?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A number as tables write it, with commas between thousands too; NaN for blanks, -1 for anything else. */
export function numberOf(text: string): number {
  const bare = text.trim();
  if (bare === "") return NaN;
  return NUMBER.test(bare) ? Number(bare) : THOUSANDS.test(bare) ? Number(bare.replace(/[,'’]/g, "")) : -1;
}

/** The first number that is known; NaN where none is. */
export const first = (...values: readonly number[]): number => values.find((value) => value === value) ?? NaN;
