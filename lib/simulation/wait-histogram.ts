import { countInto } from "./kernels";
import type { WaitBar } from "./run";

// Waits are counted in buckets of a 128th of a doubling: no wait is more than 0.4 % from the middle of its
// bucket. The upper half of a double, its exponent and first digits, says the bucket.
const DIGIT_BITS = 7;
/** How far the upper half of a wait, a double, is shifted right to give its bucket. */
export const SHIFT = 20 - DIGIT_BITS;
/** The number of buckets. */
export const BUCKETS = 1 << (11 + DIGIT_BITS);
/** Buckets to a bar: an eighth of a doubling. */
const PER_BAR = 16;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** The least wait of a bucket, milliseconds. */
export function bucketStart(bucket: number): number {
  halves[1] = bucket << SHIFT;
  return double[0]!;
}

/**
 * Makes bars of counted waits, from the first bar that is not empty to the last, with the empty ones between.
 * Bucket 0, no wait at all, has no bar.
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

/** Makes bars of waits in milliseconds. */
export function barsOfWaits(waits: Float64Array): WaitBar[] {
  const histogram = new Uint32Array(BUCKETS);
  countInto(histogram, new Uint32Array(waits.buffer, waits.byteOffset, 2 * waits.length), waits.length, SHIFT);
  return barsOf(histogram);
}
