import { toNumber, type Exact } from "./exact";

/** An amount as a float, for lengths and places in a drawing only; 0 for unknown. */
export function toGeometry(amount: Exact | null): number {
  return amount ? toNumber(amount) : 0;
}

/** `part ÷ whole` as a float, for widths in a drawing only; 0 where either is unknown or the whole is 0. */
export function shareOf(part: Exact | null, whole: Exact | null): number {
  if (!part || !whole || whole.n === 0n) return 0;
  return toNumber({ n: part.n * whole.d, d: part.d * whole.n });
}
