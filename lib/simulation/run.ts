/**
 * Waits of the admitted requests, milliseconds; `null` where none was admitted. Quantiles are by nearest
 * rank.
 */
export interface Waits {
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Counts for each minute, from minute 0. A minute includes its first instant and excludes its last. */
export interface Minutes {
  readonly offered: Float64Array;
  readonly admitted: Float64Array;
  readonly throttled: Float64Array;
  readonly failed: Float64Array;
  /** Requests that came and never fit. */
  readonly neverFits: Float64Array;
  readonly chargedTokens: Float64Array;
}

/**
 * One bar of the waits above 0: `count` waits from the end of the bar before, inclusive, to `toMs`,
 * exclusive. The first bar begins at half its `toMs`.
 */
export interface WaitBar {
  readonly toMs: number;
  readonly count: number;
}

/**
 * What became of the requests of one pool, or of several together. `offered` = `admitted` + `failed` +
 * `neverFits` + `queued`.
 */
export interface Run {
  readonly offered: number;
  readonly admitted: number;
  /** Admitted after a wait. */
  readonly delayed: number;
  readonly neverFits: number;
  /** 429 answers. */
  readonly throttled: number;
  readonly failed: number;
  /** Still waiting when the run ended. */
  readonly queued: number;
  readonly waits: Waits;
  /**
   * The waits of the delayed as bars, eight to each doubling, from the shortest to the longest; a bar may be
   * empty.
   */
  readonly waitBars: readonly WaitBar[];
  readonly lastAdmittedMs: number | null;
  readonly firstThrottledMs: number | null;
  /** At least as many minutes as the horizon has, more while something still happens. */
  readonly minutes: Minutes;
}

/** The run of one model’s pool. */
export interface PoolRun extends Run {
  readonly pool: string;
}

/** What became of a scenario’s traffic: all pools together, and each. */
export interface Simulation extends Run {
  readonly pools: readonly PoolRun[];
}

/**
 * The longest a run goes on after the horizon, minutes: 30 days. Requests that still wait then are `queued`.
 */
export const MOST_MINUTES_AFTER = 43_200;

/**
 * The number of requests that wait at the end of each minute: offered so far, less those admitted, failed or
 * too large.
 */
export function queuedByMinute({ offered, admitted, failed, neverFits }: Minutes): Float64Array {
  let queued = 0;
  return offered.map((came, minute) => (queued += came - admitted[minute]! - failed[minute]! - neverFits[minute]!));
}

/** The names of the columns of `Minutes`. */
export const MINUTE_COLUMNS = [
  "offered",
  "admitted",
  "throttled",
  "failed",
  "neverFits",
  "chargedTokens",
] as const satisfies readonly (keyof Minutes)[];

/** Columns of zeros for `length` minutes. */
export function newMinutes(length: number): Minutes {
  return Object.fromEntries(MINUTE_COLUMNS.map((name) => [name, new Float64Array(length)])) as Record<
    keyof Minutes,
    Float64Array
  >;
}

/** Cuts the columns after the last minute in which something happened, but keeps at least `least` minutes. */
export function trimmed(minutes: Minutes, least: number): Minutes {
  let length = minutes.offered.length;
  while (length > least && MINUTE_COLUMNS.every((name) => minutes[name][length - 1] === 0)) length--;
  return Object.fromEntries(MINUTE_COLUMNS.map((name) => [name, minutes[name].slice(0, length)])) as Record<
    keyof Minutes,
    Float64Array
  >;
}
