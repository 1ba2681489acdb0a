import type { Shape } from "@/lib/scenario";

/**
 * The rate of a workload in each minute of its day or week, over its mean; the mean of all is 1. Minute 0 is
 * midnight, and a week begins on Monday.
 */
export type RateCurve = Float64Array;

const HOUR = 60;

/** Relative traffic at the middle of each hour of the day. */
const OFFICE = [2, 1.5, 1.2, 1, 1, 1.5, 3, 8, 18, 26, 28, 26, 20, 24, 28, 27, 23, 16, 9, 6, 5, 4, 3, 2.5];
const EVENING = [7, 4, 2.5, 2, 1.8, 2, 4, 7, 9, 10, 10.5, 11, 12.5, 12, 11.5, 12, 13, 15, 18, 22, 25, 25, 20, 13];
const NIGHTLY = [1, 20, 20, 20, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** Saturday and Sunday beside a working day. */
const WEEKEND = 0.15;

const hours: Readonly<Record<Shape, readonly number[]>> = {
  flat: Array<number>(24).fill(1),
  "office-hours": OFFICE,
  "office-week": [1, 1, 1, 1, 1, WEEKEND, WEEKEND].flatMap((share) => OFFICE.map((rate) => rate * share)),
  "consumer-evening": EVENING,
  "nightly-job": NIGHTLY,
};

/**
 * The shape by itself, mean 1: from one hour’s middle to the next along a straight line; a nightly job starts
 * and stops at once.
 */
function baseCurve(shape: Shape): RateCurve {
  const rates = hours[shape];
  const curve = new Float64Array(rates.length * HOUR);
  for (let minute = 0; minute < curve.length; minute++) {
    const at = (minute + 0.5) / HOUR - 0.5;
    const before = Math.floor(at);
    const rate = (hour: number) => rates[(hour + rates.length) % rates.length]!;
    curve[minute] =
      shape === "nightly-job"
        ? rate(Math.floor(minute / HOUR))
        : rate(before) + (at - before) * (rate(before + 1) - rate(before));
  }
  const mean = curve.reduce((sum, rate) => sum + rate, 0) / curve.length;
  return curve.map((rate) => rate / mean);
}

/** The rate of a shape’s busiest minute over its mean, before any peak is asked of it. */
export function ownPeak(shape: Shape): number {
  return Math.max(...baseCurve(shape));
}

/**
 * How much of all requests bursts may bring, beside the shape: enough to be seen in every hour of a day, too
 * little to move it.
 */
const BURST_SHARE = 0.1;

/**
 * Minutes of the curve for `count` bursts: one in the middle of every `count`-th part of the shape’s traffic,
 * so that busy hours have more of them.
 */
function burstMinutes(curve: RateCurve, count: number): Set<number> {
  const minutes = new Set<number>();
  let sum = 0;
  let next = 0.5;
  curve.forEach((rate, minute) => {
    sum += (rate / curve.length) * count;
    if (sum < next) return;
    minutes.add(minute);
    next = Math.floor(sum - 0.5) + 1.5;
  });
  return minutes;
}

/**
 * The rate curve of a shape whose busiest minute is `peakToMean` times the mean, exactly. Below the shape’s
 * own peak the shape is flattened; above it, bursts of a minute are added where the shape is busy, and the
 * rest is lowered to keep the mean. Rates change at whole minutes, so that the busiest sliding minute is the
 * busiest one of these.
 */
export function rateCurve(shape: Shape, peakToMean: number): RateCurve {
  const base = baseCurve(shape);
  const peak = Math.max(...base);
  if (peakToMean <= peak)
    return base.map((rate) => (peak === 1 ? 1 : 1 + ((rate - 1) * (peakToMean - 1)) / (peak - 1)));
  const bursts = burstMinutes(base, Math.max(1, Math.floor((BURST_SHARE * base.length) / peakToMean)));
  let rest = 0;
  base.forEach((rate, minute) => (rest += bursts.has(minute) ? 0 : rate));
  const lowered = (base.length - bursts.size * peakToMean) / rest;
  return base.map((rate, minute) => (bursts.has(minute) ? peakToMean : rate * lowered));
}
