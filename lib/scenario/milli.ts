export const MILLI = 1000;

/** A scenario number in thousandths: a safe integer, exactly what was written. */
export function milli(value: number): number {
  return Math.round(value * MILLI);
}
