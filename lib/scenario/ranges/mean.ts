import type { RangeField, Workload } from "../types";

/** A mean as it is entered: one number, or a range with the number that stands for it. */
export interface Mean {
  readonly number: number;
  readonly range?: readonly [low: number, high: number];
}

/**
 * What entering a mean changes of a workload whose field is `number` now. One number takes the range of its field away;
 * a range that the field has already keeps its number; without ranges `ranges` is undefined.
 */
export function meanChange(
  now: { readonly number: number; readonly ranges: Workload["ranges"] },
  field: RangeField,
  { number, range }: Mean,
): Partial<Pick<Workload, RangeField>> & { readonly ranges: Workload["ranges"] } {
  const { [field]: known, ...others } = now.ranges ?? {};
  const isKnown = range !== undefined && known?.[0] === range[0] && known?.[1] === range[1];
  const ranges = range ? { ...others, [field]: range } : others;
  return { [field]: isKnown ? now.number : number, ranges: Object.keys(ranges).length > 0 ? ranges : undefined };
}
