import { countInto } from "./kernels";
import type { WaitBar } from "./run";

// Waits are counted in buckets of a 128th of a doubling: no wait is more than 0.4 % from the middle of its
// bucket. The upper half of a double, its exponent and first digits, says the bucket.
const DIGIT_BITS = 7;
/** What the upper half of a double is shifted by to give its bucket. */
export const SHIFT = 20 - DIGIT_BITS;
export const BUCKETS = 1 << (11 + DIGIT_BITS);
/** Buckets to a bar: an eighth of a doubling. */
const PER_BAR = 16;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** Where a bucket begins, milliseconds. */
export function bucketStart(bucket: number): number {
  halves[1] = bucket << SHIFT;
  return double[0]!;
}

/**
 * The bars of counted waits: from the first that is not empty to the last, empty ones between them too. No
 * wait at all, bucket 0, has no bar.
 */
export function barsOf(histogram: Uint32Array): WaitBar[] {
  const bars: WaitBar[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += PER_BAR) {
    let count = 0;
    for (let i = Math.max(1, bucket); i < bucket + PER_BAR; i++) count += histogram[i]!;
    if (count > 0 || bars.length > 0) bars.push({ toMs: bucketStart(bucket + PER_BAR), count });
  }
  while (bars.at(-1)?.count === 0) bars.pop();
  return bars;
}

/** The bars of these waits, milliseconds. */
export function barsOfWaits(waits: Float64Array): WaitBar[] {
  const histogram = new Uint32Array(BUCKETS);
  countInto(histogram, new Uint32Array(waits.buffer, waits.byteOffset, 2 * waits.length), waits.length, SHIFT);
  return barsOf(histogram);
}
