import { MINUTE_MS } from "@/lib/rates";
import { fillExponential, type Random } from "@/lib/random";
import type { RateCurve } from "./curve";

/** A minute with more requests than this is drawn in parts of equal length. */
const MOST_IN_PART = 1_000;
/** Above this, chance lifts a count by less than a thousandth of it, and no window is kept. */
const MOST_KEPT = 2 ** 20;
/** A minute and the least that is told of a time: where a sum is rounded, it is still a minute later. */
const MINUTE_LATER_MS = MINUTE_MS + 0.001;

interface MeasuredTraffic {
  readonly perMinute: number;
  readonly curve: RateCurve;
}

/**
 * The most requests that 60 s of measured traffic hold: the curve’s busiest minute to the nearest whole
 * request, never below the mean.
 */
function measuredPeak({ perMinute, curve }: MeasuredTraffic): number {
  const most = curve.reduce((peak, rate) => Math.max(peak, rate), 0);
  return Math.max(1, Math.ceil(perMinute), Math.round(perMinute * most));
}

/**
 * Times of requests whose busiest minute was measured: each minute has as many as the curve says, at random
 * within it, and no [t, t + 60 s) holds more than `measuredPeak`; what would be too much comes a little later.
 */
export class MeasuredTimes {
  private readonly gaps = new Float64Array(MOST_IN_PART + 1);
  private readonly raw = new Uint32Array(MOST_IN_PART + 1);
  private readonly part = new Float64Array(MOST_IN_PART);
  private partSize = 0;
  private taken = 0;
  private minute = 0;
  /** What the curve has brought so far; it begins at random, so that several workloads are not in step. */
  private brought: number;
  private left = { requests: 0, parts: 0, of: 0 };
  private readonly peak: number;
  /** The last `peak` times, the oldest at `oldest`. */
  private readonly kept: Float64Array;
  private oldest = 0;

  constructor(
    private readonly traffic: MeasuredTraffic,
    private readonly horizonMinutes: number,
    private readonly random: Random,
  ) {
    this.brought = random.unit();
    this.peak = measuredPeak(traffic);
    this.kept = new Float64Array(this.peak > MOST_KEPT ? 0 : this.peak).fill(-Infinity);
  }

  /** Fills `times`, milliseconds in order, up to the horizon; how many, 0 at the end. */
  fill(times: Float64Array): number {
    const end = this.horizonMinutes * MINUTE_MS;
    for (let filled = 0; filled < times.length; filled++) {
      if (this.taken === this.partSize && !this.draw()) return filled;
      const at = this.notTooSoon(this.part[this.taken++]!);
      if (at >= end) {
        this.minute = this.horizonMinutes;
        this.left.parts = this.partSize = this.taken = 0;
        return filled;
      }
      times[filled] = at;
    }
    return times.length;
  }

  private notTooSoon(at: number): number {
    const { kept, oldest } = this;
    if (kept.length === 0) return at;
    const free = Math.max(at, kept[oldest]! + MINUTE_LATER_MS);
    kept[oldest] = free;
    this.oldest = oldest + 1 === kept.length ? 0 : oldest + 1;
    return free;
  }

  /** Draws the next part that has requests; false at the horizon. */
  private draw(): boolean {
    for (;;) {
      if (this.left.parts === 0 && !this.nextMinute()) return false;
      const { requests, parts, of } = this.left;
      const count = Math.floor(requests / parts);
      this.left = { requests: requests - count, parts: parts - 1, of };
      if (count === 0) continue;
      const length = MINUTE_MS / of;
      this.scatter(count, (this.minute - 1) * MINUTE_MS + (of - parts) * length, length);
      return true;
    }
  }

  private nextMinute(): boolean {
    if (this.minute >= this.horizonMinutes) return false;
    const { perMinute, curve } = this.traffic;
    const before = Math.floor(this.brought);
    this.brought += perMinute * curve[this.minute % curve.length]!;
    const requests = Math.floor(this.brought) - before;
    const parts = Math.max(1, Math.ceil(requests / MOST_IN_PART));
    this.left = { requests, parts, of: parts };
    this.minute++;
    return true;
  }

  /** So many times at random within a part, in order: gaps by chance, stretched to its length. */
  private scatter(count: number, fromMs: number, lengthMs: number): void {
    const gaps = this.gaps.subarray(0, count + 1);
    fillExponential(this.random, gaps, this.raw.subarray(0, count + 1));
    let sum = 0;
    for (const gap of gaps) sum += gap;
    let at = 0;
    for (let index = 0; index < count; index++) {
      at += gaps[index]!;
      this.part[index] = fromMs + (at / sum) * lengthMs;
    }
    this.partSize = count;
    this.taken = 0;
  }
}
