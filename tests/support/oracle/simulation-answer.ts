import { fraction, roundHalfToEven, toNearestDouble } from "./fraction";
import type { Fate, SlowRequest } from "./simulation";

/** Waits of the admitted, in milliseconds to 0.001; null where nothing was admitted. */
export interface SlowWaits {
  mean: number | null;
  p50: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
}

export interface SlowMinute {
  minute: number;
  offered: number;
  admitted: number;
  throttled: number;
  failed: number;
  queued: number;
  chargedTokens: number;
}

/** The published answer of a simulation, without its pools and notes. */
export interface SlowSimulation {
  offered: number;
  admitted: number;
  delayed: number;
  neverFits: number;
  throttled: number;
  failed: number;
  queued: number;
  waitMs: SlowWaits;
  lastAdmittedMs: number | null;
  perMinute: SlowMinute[];
}

interface Clock {
  readonly ticksPerMs: bigint;
  readonly arrivals: readonly bigint[];
}

/** Counts, waits and minutes of a run in which every 429 is final. */
export function answerOf(
  requests: readonly SlowRequest[],
  { ticksPerMs, arrivals }: Clock,
  fates: readonly Fate[],
  horizonMs: number,
): SlowSimulation {
  const starts = fates.filter((fate) => typeof fate === "bigint");
  const waits = fates.flatMap((fate, index) => (typeof fate === "bigint" ? [fate - arrivals[index]!] : []));
  const count = (kind: Fate) => fates.filter((fate) => fate === kind).length;
  return {
    offered: requests.length,
    admitted: starts.length,
    delayed: waits.filter((wait) => wait > 0n).length,
    neverFits: count("never fits"),
    throttled: count("failed"),
    failed: count("failed"),
    queued: count("queued"),
    waitMs: waitsOf(waits, ticksPerMs),
    lastAdmittedMs:
      starts.length === 0
        ? null
        : toMs(
            starts.reduce((a, b) => (a > b ? a : b)),
            ticksPerMs,
          ),
    perMinute: minutesOf(requests, { ticksPerMs, arrivals }, fates, horizonMs),
  };
}

function waitsOf(waits: readonly bigint[], ticksPerMs: bigint): SlowWaits {
  if (waits.length === 0) return { mean: null, p50: null, p90: null, p95: null, p99: null, max: null };
  const sorted = [...waits].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // Nearest rank: the smallest wait that at least so many in a hundred do not exceed.
  const percentile = (percent: number) => toMs(sorted[Math.ceil((percent * sorted.length) / 100) - 1]!, ticksPerMs);
  const all = sorted.reduce((a, b) => a + b, 0n);
  return {
    mean: toMs(all, ticksPerMs * BigInt(sorted.length)),
    p50: percentile(50),
    p90: percentile(90),
    p95: percentile(95),
    p99: percentile(99),
    max: percentile(100),
  };
}

/**
 * One row for every minute from 0 to the last in which anything happened, and at least for every minute of
 * the horizon. What happens on a minute's edge is in the later one.
 */
function minutesOf(
  requests: readonly SlowRequest[],
  { ticksPerMs, arrivals }: Clock,
  fates: readonly Fate[],
  horizonMs: number,
): SlowMinute[] {
  const minuteOf = (tick: bigint) => Number(tick / (60_000n * ticksPerMs));
  const rows: SlowMinute[] = [];
  const charged: bigint[] = [];
  const came: number[] = [];
  const row = (minute: number): SlowMinute => {
    while (rows.length <= minute) {
      rows.push({ minute: rows.length, offered: 0, admitted: 0, throttled: 0, failed: 0, queued: 0, chargedTokens: 0 });
      charged.push(0n);
      came.push(0);
    }
    return rows[minute]!;
  };
  row(horizonMs / 60_000 - 1);
  fates.forEach((fate, index) => {
    const arrived = minuteOf(arrivals[index]!);
    row(arrived).offered += 1;
    if (fate === "never fits") return;
    came[arrived]! += 1;
    if (fate === "failed") {
      row(arrived).throttled += 1;
      row(arrived).failed += 1;
    }
    if (typeof fate !== "bigint") return;
    const started = minuteOf(fate);
    row(started).admitted += 1;
    charged[started]! += requests[index]!.chargeMilli;
  });
  let queued = 0;
  rows.forEach((minute, index) => {
    queued += came[index]! - minute.admitted - minute.failed;
    minute.queued = queued;
    minute.chargedTokens = toNearestDouble(fraction(charged[index]!, 1000n));
  });
  return rows;
}

/** Ticks as milliseconds, rounded to 0.001. */
function toMs(ticks: bigint, ticksPerMs: bigint): number {
  return Number(roundHalfToEven({ numerator: ticks * 1000n, denominator: ticksPerMs })) / 1000;
}
