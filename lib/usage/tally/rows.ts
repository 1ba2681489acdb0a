/** The rows held at a time: few enough that a column of them adds up exactly, whatever sum it is added to. */
export const BLOCK_ROWS = 1_024;

/** The first millisecond of the year 1, since 1970. */
export const EARLIEST_MS = -62_135_596_800_000;
/** The first millisecond after the year 9999, since 1970. */
export const LATEST_MS = 253_402_300_800_000;

const column = (value: number) => new Float64Array(BLOCK_ROWS).fill(value);

/**
 * Checked rows of a table whose columns are read into arrays: answered ones, without cost. A column that the
 * table lacks keeps what it was begun with, NaN being unknown.
 */
export class Rows {
  count = 0;
  /** Which columns the table has that few have. */
  readonly tells = { time: false, cached: false, written: false, reasoning: false };
  /** Whether rows count requests together over a time, from `ms` until `until`. */
  together = false;
  readonly ms = column(NaN);
  /** 100 ns behind the millisecond. */
  readonly ticks = column(0);
  readonly until = column(Infinity);
  readonly requests = column(1);
  readonly input = column(NaN);
  readonly cached = column(NaN);
  readonly written = column(NaN);
  readonly output = column(NaN);
  readonly reasoning = column(NaN);
  readonly group = new Uint16Array(BLOCK_ROWS);
}

/** Some of the rows held: the places listed in `picked` from `from` up to `to`, exclusive. */
export interface RowsPart {
  readonly picked: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Adds up whole numbers at the places `picked` from `from` up to `to`, exclusive; unknown ones, NaN, are left
 * out.
 */
export function sumOf(values: Float64Array, picked: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) {
    const value = values[picked[at]!]!;
    if (value > 0) sum += value;
  }
  return sum;
}
