/**
 * Minutes in columns of equal width. A column is drawn at the largest of its values, so that a peak of one
 * minute shows in a narrow drawing.
 */
export interface MinuteColumns {
  /** Minutes at which each column begins. */
  readonly starts: readonly number[];
  /** Where the last column ends. */
  readonly end: number;
}

/** At most `most` columns of whole minutes for minutes 0 to `end`; the last one may be short. */
export function columnsOf(end: number, most: number): MinuteColumns {
  const wide = Math.max(1, Math.ceil(end / Math.max(1, most)));
  return { starts: Array.from({ length: Math.ceil(end / wide) }, (_, index) => index * wide), end };
}

type Series = Float64Array | readonly number[];

/** The largest value of each column; a minute past the end of the series counts as 0. */
export function largest(series: Series, { starts, end }: MinuteColumns): number[] {
  return fold(series, starts, end, Math.max);
}

/** The sum of each column’s values. */
export function totals(series: Series, { starts, end }: MinuteColumns): number[] {
  return fold(series, starts, end, (sum, value) => sum + value);
}

function fold(
  series: Series,
  starts: readonly number[],
  end: number,
  join: (a: number, b: number) => number,
): number[] {
  return starts.map((start, index) => {
    let value = 0;
    for (let minute = start; minute < Math.min(starts[index + 1] ?? end, series.length); minute++)
      value = join(value, series[minute]!);
    return value;
  });
}

/** The largest value of a series; 0 for an empty one. */
export function most(series: Series): number {
  let value = 0;
  for (const each of series) value = Math.max(value, each);
  return value;
}

/** The first minute with the largest value. */
export function mostAt(series: Series): number {
  let at = 0;
  for (let index = 1; index < series.length; index++) if (series[index]! > series[at]!) at = index;
  return at;
}

const TABLE_STEPS = [1, 5, 10, 15, 30, 60, 180, 360, 720, 1440, 2880, 10_080] as const;
const MOST_ROWS = 48;

/** Columns of round spans, few enough to be the rows of a table. */
export function rowsOf(end: number): MinuteColumns & { readonly span: number } {
  const span = TABLE_STEPS.find((step) => end / step <= MOST_ROWS) ?? TABLE_STEPS.at(-1)!;
  return { starts: Array.from({ length: Math.ceil(end / span) }, (_, index) => index * span), end, span };
}
