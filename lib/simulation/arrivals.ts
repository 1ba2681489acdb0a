import { fillExponential, Random } from "@/lib/random";
import type { TokenAccounting, Workload } from "@/lib/scenario";
import type { RateCurve } from "./curve";
import { MeasuredTimes } from "./measured";
import { accumulate, addUp, firstNotBelow, raise, stretch } from "./kernels";
import { MINUTE_MS } from "@/lib/rates";
import { sizesOf, TABLE_BITS, type SizeTable } from "./sizes";

/**
 * The number of requests handled at a time. It bounds the memory of a run, and each loop over a block is
 * short enough for a compiler to make fast.
 */
export const BLOCK = 1024;

/** Gives requests in order of time, a block at a time. */
export interface RequestSource {
  /** When each request comes, milliseconds, and the tokens it is charged. */
  readonly times: Float64Array;
  readonly charges: Float64Array;
  /** The next requests in place of the last ones: how many, 0 at the end. */
  next(): number;
}

/** The tables from which each request of a workload draws its charge, in tokens. */
export interface Charging {
  /**
   * The tables that are added up: input; visible output, times the whole output over it. Of one entry where
   * all requests are alike.
   */
  readonly input: SizeTable;
  readonly visible: SizeTable;
  readonly whole: SizeTable;
  /** Tokens added to every charge. */
  readonly fixed: number;
  /** A charge below this is raised to it. */
  readonly least: number;
  /** The largest charge a request can draw. */
  readonly most: number;
}

const ZERO_TABLE: SizeTable = Float64Array.of(0);
const last = (table: SizeTable) => table[table.length - 1]!;

/**
 * Gives the charges of a workload’s requests under an accounting rule. Without a cap every rule charges input
 * plus output.
 */
export function chargingOf(workload: Workload, accounting: TokenAccounting): Charging {
  const { input, visible, whole } = sizesOf(workload);
  const cap = accounting === "actual" ? undefined : workload.maxCompletionTokens;
  if (cap === undefined)
    return { input, visible, whole, fixed: 0, least: 0, most: last(input) + last(visible) * last(whole) };
  if (accounting === "prompt-plus-cap")
    return { input, visible: ZERO_TABLE, whole: ZERO_TABLE, fixed: cap, least: 0, most: last(input) + cap };
  return { input, visible: ZERO_TABLE, whole: ZERO_TABLE, fixed: 0, least: cap, most: Math.max(last(input), cap) };
}

/** The traffic of one workload. */
export interface Traffic {
  /** The mean of its requests a minute. */
  readonly perMinute: number;
  readonly curve: RateCurve;
  readonly arrivals: NonNullable<Workload["arrivals"]>;
  readonly charging: Charging;
}

const LOW_BITS = 2 ** TABLE_BITS - 1;
const HIGH_SHIFT = 32 - TABLE_BITS;

/** Generates the requests of one workload from 0 up to the horizon, exclusive. */
export class Stream implements RequestSource {
  readonly times = new Float64Array(BLOCK);
  readonly charges = new Float64Array(BLOCK);
  private readonly raw = new Uint32Array(BLOCK);
  private readonly more = new Uint32Array(BLOCK);
  private readonly gaps: Random;
  private readonly sizes: Random;
  /** Requests that the curve alone would have brought so far. */
  private readonly wanted = new Float64Array(1);
  /** The minute of the horizon this falls in, and what the curve brings before and up to its end. */
  private minute = 0;
  private before = 0;
  private until: number;
  private ended = false;
  private readonly measured: MeasuredTimes | null;

  constructor(
    private readonly traffic: Traffic,
    private readonly horizonMinutes: number,
    seed: number,
    index: number,
  ) {
    this.gaps = new Random(seed, 2 * index);
    this.sizes = new Random(seed, 2 * index + 1);
    // Evenly spaced requests of several workloads do not start in step.
    if (traffic.arrivals === "steady") this.wanted[0] = this.gaps.unit() - 1;
    this.until = this.rate(0);
    this.measured = traffic.arrivals === "measured" ? new MeasuredTimes(traffic, horizonMinutes, this.gaps) : null;
  }

  private rate(minute: number): number {
    const { perMinute, curve } = this.traffic;
    return perMinute * curve[minute % curve.length]!;
  }

  next(): number {
    if (this.ended) return 0;
    const { times, traffic, horizonMinutes, measured } = this;
    if (measured) {
      const count = measured.fill(times);
      if (count > 0) this.charge();
      return count;
    }
    if (traffic.arrivals === "steady") times.fill(1);
    else fillExponential(this.gaps, times, this.raw);
    accumulate(times, this.wanted);
    this.charge();
    // From the curve’s own count to the clock, along a straight line within each minute.
    for (let from = 0; from < BLOCK;) {
      while (times[from]! >= this.until && this.minute < horizonMinutes) {
        this.before = this.until;
        this.until += this.rate(++this.minute);
      }
      if (this.minute >= horizonMinutes) {
        this.ended = true;
        return from;
      }
      const to = firstNotBelow(times, from, BLOCK, this.until);
      const scale = MINUTE_MS / (this.until - this.before);
      stretch(times, from, to, scale, this.minute * MINUTE_MS - this.before * scale);
      from = to;
    }
    return BLOCK;
  }

  /** Draws the charges of a block. */
  private charge(): void {
    const { charges, sizes, raw, more } = this;
    const { input, visible, whole, fixed, least } = this.traffic.charging;
    if (input.length > 1 || visible.length > 1) sizes.fill(raw);
    if (whole.length > 1) sizes.fill(more);
    addUp(charges, raw, more, HIGH_SHIFT, fixed, drawn(input), drawn(visible), drawn(whole));
    if (least > 0) raise(charges, least);
  }
}

/** A table of one entry is read at 0, whatever the bits are. */
const drawn = (table: SizeTable) => ({ table, mask: table.length === 1 ? 0 : LOW_BITS });

/**
 * Merges several sources in order of time; of requests at one instant, that of the first source comes first.
 */
export class Merged implements RequestSource {
  readonly times = new Float64Array(BLOCK);
  readonly charges = new Float64Array(BLOCK);
  private readonly heads: { readonly source: RequestSource; at: number; count: number }[];

  constructor(sources: readonly RequestSource[]) {
    this.heads = sources.map((source) => ({ source, at: 0, count: source.next() })).filter(({ count }) => count > 0);
  }

  next(): number {
    let filled = 0;
    while (filled < BLOCK && this.heads.length > 0) {
      let first = this.heads[0]!;
      for (const head of this.heads) if (head.source.times[head.at]! < first.source.times[first.at]!) first = head;
      this.times[filled] = first.source.times[first.at]!;
      this.charges[filled++] = first.source.charges[first.at]!;
      if (++first.at < first.count) continue;
      first.at = 0;
      first.count = first.source.next();
      if (first.count === 0) this.heads.splice(this.heads.indexOf(first), 1);
    }
    return filled;
  }
}
