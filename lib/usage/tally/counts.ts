import type { Spread } from "../report";

/** Whole numbers below this are counted in an array. */
const DENSE = 65_536;
const FIRST = 1_024;
/**
 * Distinct other values that one file may have counted exactly; past it a value is counted in a bin 1 % wide.
 */
const MOST_DISTINCT = 200_000;
const WITHIN = 0.005;
const BIN = Math.log((1 + WITHIN) / (1 - WITHIN));

/** How many more distinct values all counts of a file may hold together. */
export class DistinctBudget {
  left = MOST_DISTINCT;
}

/** Counts how often each value was seen, from which exact quantiles follow. */
export class Counts {
  private dense = new Uint32Array(FIRST);
  private readonly sparse = new Map<number, number>();
  private readonly bins = new Map<number, number>();
  private number = 0;
  private sum = 0;
  private max = 0;

  constructor(private readonly budget: DistinctBudget) {}

  /** A number from 0; `times` as often. */
  add(value: number, times = 1): void {
    this.number += times;
    this.sum += value * times;
    if (value > this.max) this.max = value;
    if (value < this.dense.length && Number.isInteger(value)) this.dense[value]! += times;
    else this.addRare(value, times);
  }

  /** Whole numbers of some rows, unknown ones left out; their sum. */
  addColumn(values: Float64Array, picked: Uint32Array, from: number, to: number): number {
    let { dense, number, sum, max } = this;
    let added = 0;
    for (let at = from; at < to; at++) {
      const value = values[picked[at]!]!;
      if (!(value >= 0)) continue;
      number++;
      sum += value;
      added += value;
      if (value > max) max = value;
      if (value < dense.length) dense[value]!++;
      else {
        this.addRare(value, 1);
        dense = this.dense;
      }
    }
    this.number = number;
    this.sum = sum;
    this.max = max;
    return added;
  }

  private addRare(value: number, times: number): void {
    if (value < DENSE && Number.isInteger(value)) {
      const grown = new Uint32Array(Math.min(DENSE, 2 ** Math.ceil(Math.log2(value + 1))));
      grown.set(this.dense);
      this.dense = grown;
      this.dense[value]! += times;
      return;
    }
    const seen = this.sparse.get(value);
    if (seen === undefined && this.budget.left <= 0) {
      const bin = Math.round(Math.log(value) / BIN);
      this.bins.set(bin, (this.bins.get(bin) ?? 0) + times);
      return;
    }
    if (seen === undefined) this.budget.left--;
    this.sparse.set(value, (seen ?? 0) + times);
  }

  addAll(other: Counts): void {
    const { number, sum } = this;
    for (const [value, times] of other.dense.entries()) if (times > 0) this.add(value, times);
    for (const [value, times] of other.sparse) this.add(value, times);
    for (const [bin, times] of other.bins) this.bins.set(bin, (this.bins.get(bin) ?? 0) + times);
    this.number = number + other.number;
    this.sum = sum + other.sum;
    this.max = Math.max(this.max, other.max);
  }

  /** Mean, nearest-rank quantiles and maximum; `null` before the first value. */
  spread(): Spread | null {
    if (this.number === 0) return null;
    const times = new Map<number, number>(this.sparse);
    for (let value = 0; value < this.dense.length; value++)
      if (this.dense[value]! > 0) times.set(value, this.dense[value]!);
    for (const [bin, count] of this.bins) {
      const value = Math.min(this.max, Math.exp(bin * BIN));
      times.set(value, (times.get(value) ?? 0) + count);
    }
    const ranks = [50, 95, 99].map((percent) => Math.ceil((percent * this.number) / 100));
    const found: number[] = [];
    let seen = 0;
    for (const value of Float64Array.from(times.keys()).sort()) {
      seen += times.get(value)!;
      while (found.length < ranks.length && seen >= ranks[found.length]!) found.push(value);
    }
    const [p50, p95, p99] = found as [number, number, number];
    return {
      mean: this.sum / this.number,
      p50,
      p95,
      p99,
      max: this.max,
      ...(this.bins.size > 0 && { within: WITHIN }),
    };
  }
}
