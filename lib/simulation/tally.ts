import { BLOCK } from "./arrivals";
import { countInto, firstNotBelow, sumRange } from "./kernels";
import { MINUTE_COLUMNS, MOST_MINUTES_AFTER, newMinutes, trimmed, type Minutes, type Run, type Waits } from "./run";
import { MINUTE_MS } from "@/lib/rates";
import { barsOf, BUCKETS, bucketStart, SHIFT } from "./wait-histogram";

const COUNTED = ["offered", "admitted", "throttled", "failed", "neverFits"] as const;

/**
 * Counts what happens in one pool. Each method takes times that never fall. Its memory grows with the minutes
 * of the run, not with the requests.
 */
export class RunTally {
  readonly minutes: Minutes;
  readonly histogram = new Uint32Array(BUCKETS);
  waitSum = 0;
  waitMost = 0;
  lastAdmitted: number | null = null;
  firstThrottled: number | null = null;
  /** The last instant of the run. */
  readonly end: number;
  /** The first instant after it, as far as doubles go. */
  private readonly after: number;
  /** Room for the waits of one block, which `admit` counts. */
  readonly waits = new Float64Array(BLOCK);
  private readonly upper = new Uint32Array(this.waits.buffer);
  private arrivalMinute = 0;
  private startMinute = 0;

  constructor(readonly horizonMinutes: number) {
    const most = horizonMinutes + MOST_MINUTES_AFTER;
    this.minutes = newMinutes(most + 1);
    this.end = most * MINUTE_MS;
    this.after = this.end * (1 + Number.EPSILON);
  }

  /** The first `count` requests of a block came at these times. */
  offer(times: Float64Array, count: number): void {
    const { offered } = this.minutes;
    let minute = this.arrivalMinute;
    for (let from = 0; from < count;) {
      const to = firstNotBelow(times, from, count, (minute + 1) * MINUTE_MS);
      offered[minute]! += to - from;
      if (to < count) minute = Math.floor(times[to]! / MINUTE_MS);
      from = to;
    }
    this.arrivalMinute = minute;
  }

  /**
   * The first `count` requests of a block started at these times, for these charges, after the waits in
   * `waits`, none longer than `longest`; those past the end of the run did not.
   */
  admit(starts: Float64Array, charges: Float64Array, count: number, longest: number): void {
    const started = firstNotBelow(starts, 0, count, this.after);
    if (started === 0) return;
    if (started < count) longest = this.waits.subarray(0, started).reduce((most, wait) => Math.max(most, wait), 0);
    count = started;
    const { admitted, chargedTokens } = this.minutes;
    let minute = this.startMinute;
    for (let from = 0; from < count;) {
      const to = firstNotBelow(starts, from, count, (minute + 1) * MINUTE_MS);
      admitted[minute]! += to - from;
      chargedTokens[minute]! += sumRange(charges, from, to);
      if (to < count) minute = Math.floor(starts[to]! / MINUTE_MS);
      from = to;
    }
    this.startMinute = minute;
    this.lastAdmitted = starts[count - 1]!;
    if (longest === 0) {
      this.histogram[0]! += count;
    } else {
      this.waitSum += sumRange(this.waits, 0, count);
      this.waitMost = Math.max(this.waitMost, longest);
      countInto(this.histogram, this.upper, count, SHIFT);
    }
  }

  neverFit(at: number): void {
    this.minutes.neverFits[Math.floor(at / MINUTE_MS)]!++;
  }

  throttle(at: number): void {
    this.firstThrottled ??= at;
    this.minutes.throttled[Math.floor(at / MINUTE_MS)]!++;
  }

  fail(at: number): void {
    this.minutes.failed[Math.floor(at / MINUTE_MS)]!++;
  }
}

function waitsOf(histogram: Uint32Array, admitted: number, sum: number, most: number): Waits {
  if (admitted === 0) return { mean: null, p50: null, p90: null, p95: null, p99: null, max: null };
  let bucket = 0;
  let below = histogram[0]!;
  const quantile = (percent: number) => {
    const rank = Math.ceil((percent * admitted) / 100);
    while (below < rank) below += histogram[++bucket]!;
    return bucket === 0 ? 0 : Math.min((bucketStart(bucket) + bucketStart(bucket + 1)) / 2, most);
  };
  return {
    mean: sum / admitted,
    p50: quantile(50),
    p90: quantile(90),
    p95: quantile(95),
    p99: quantile(99),
    max: most,
  };
}

const earliest = (times: readonly (number | null)[]) =>
  times.reduce((first, time) => (first === null || (time !== null && time < first) ? time : first), null);
const latest = (times: readonly (number | null)[]) =>
  times.reduce((last, time) => (last === null || (time !== null && time > last) ? time : last), null);

/** Adds the tallies of the pools of one run up; there must be at least one. */
export function runOf(tallies: readonly RunTally[]): Run {
  const [first, ...others] = tallies;
  const minutes = newMinutes(first!.minutes.offered.length);
  const histogram = first!.histogram.slice();
  for (const tally of tallies)
    for (const name of MINUTE_COLUMNS)
      tally.minutes[name].forEach((count, minute) => (minutes[name][minute]! += count));
  for (const tally of others) tally.histogram.forEach((count, bucket) => (histogram[bucket]! += count));
  const [offered, admitted, throttled, failed, neverFits] = COUNTED.map((name) =>
    minutes[name].reduce((sum, count) => sum + count, 0),
  ) as [number, number, number, number, number];
  return {
    offered,
    admitted,
    delayed: admitted - histogram[0]!,
    neverFits,
    throttled,
    failed,
    queued: offered - admitted - failed - neverFits,
    waits: waitsOf(
      histogram,
      admitted,
      tallies.reduce((sum, { waitSum }) => sum + waitSum, 0),
      Math.max(...tallies.map(({ waitMost }) => waitMost)),
    ),
    waitBars: barsOf(histogram),
    lastAdmittedMs: latest(tallies.map(({ lastAdmitted }) => lastAdmitted)),
    firstThrottledMs: earliest(tallies.map(({ firstThrottled }) => firstThrottled)),
    minutes: trimmed(minutes, first!.horizonMinutes),
  };
}
