/* eslint-disable max-params -- an object of arguments would be made anew for every block */
// The loops that run once a request. Each does one thing to arrays of doubles, and what it carries from one
// block to the next lies in such an array too: a number that comes out of a field of an object would be boxed
// anew for every request.

/**
 * Turns gaps into times, in place: each becomes the sum of all gaps up to it, counted on from `state[0]`,
 * which takes the last one.
 */
export function accumulate(gaps: Float64Array, state: Float64Array): void {
  let sum = state[0]!;
  for (let i = 0; i < gaps.length; i++) {
    sum += gaps[i]!;
    gaps[i] = sum;
  }
  state[0] = sum;
}

/**
 * The first place at or after `from`, below `count`, whose value is not below `until`; `count` where there is
 * none. Values never fall.
 */
export function firstNotBelow(values: Float64Array, from: number, count: number, until: number): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Turns each value into `value × scale + shift`, in place, from `from` up to `to`, exclusive. */
export function stretch(values: Float64Array, from: number, to: number, scale: number, shift: number): void {
  for (let i = from; i < to; i++) values[i] = values[i]! * scale + shift;
}

/**
 * A table that one random number a request reads at its bits under `mask`; with `mask` 0 always at its first
 * entry.
 */
export interface Drawn {
  readonly table: Float64Array;
  readonly mask: number;
}

/**
 * Writes `fixed + input + visible × whole` into `charges`. The low bits of `raw` choose the input, its bits
 * from `shift` up the visible output, those of `more` the whole.
 */
export function addUp(
  charges: Float64Array,
  raw: Uint32Array,
  more: Uint32Array,
  shift: number,
  fixed: number,
  input: Drawn,
  visible: Drawn,
  whole: Drawn,
): void {
  const [inTable, inMask, outTable, outMask, wholeTable, wholeMask] = [
    input.table,
    input.mask,
    visible.table,
    visible.mask,
    whole.table,
    whole.mask,
  ];
  for (let i = 0; i < charges.length; i++)
    charges[i] =
      fixed +
      inTable[raw[i]! & inMask]! +
      outTable[(raw[i]! >>> shift) & outMask]! * wholeTable[(more[i]! >>> shift) & wholeMask]!;
}

/** Raises every value below `least` to it, in place. */
export function raise(values: Float64Array, least: number): void {
  for (let i = 0; i < values.length; i++) values[i] = Math.max(values[i]!, least);
}

/** The sum of the places from `from` up to `to`, exclusive. */
export function sumRange(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}

/** Writes `a − b` of the first `count` values into `out`; no difference is below 0. Returns the largest. */
export function subtractInto(out: Float64Array, a: Float64Array, b: Float64Array, count: number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const difference = a[i]! - b[i]!;
    out[i] = difference;
    if (difference > largest) largest = difference;
  }
  return largest;
}

/**
 * Adds one to a bucket for each of the first `count` doubles: to the one whose number is the upper half of
 * the double without its last `shift` bits.
 */
export function countInto(buckets: Uint32Array, halves: Uint32Array, count: number, shift: number): void {
  for (let i = 0; i < count; i++) buckets[halves[2 * i + 1]! >>> shift]!++;
}

/**
 * Places of the state of `firstInFirstOut`: when the request before started, and when each bucket would be
 * full again.
 */
const [START, REQUESTS_FULL, TOKENS_FULL] = [0, 1, 2] as const;

/**
 * Writes the start of each of the first `count` requests under `queue`: the first instant, not before its
 * arrival nor the start before it, at which both buckets can pay. `perRequest`, `perToken` and the capacities
 * are milliseconds of refill. `state` is three zeros before the first block.
 */
export function firstInFirstOut(
  starts: Float64Array,
  times: Float64Array,
  charges: Float64Array,
  count: number,
  state: Float64Array,
  perRequest: number,
  perToken: number,
  requestCapacity: number,
  tokenCapacity: number,
): void {
  let start = state[START]!;
  let requestsFull = state[REQUESTS_FULL]!;
  let tokensFull = state[TOKENS_FULL]!;
  for (let i = 0; i < count; i++) {
    const cost = charges[i]! * perToken;
    const requestsPay = requestsFull + perRequest - requestCapacity;
    const tokensPay = tokensFull + cost - tokenCapacity;
    // Comparisons, not maxima: a processor guesses the way of most of them, and need not wait for the request
    // before.
    if (times[i]! > start) start = times[i]!;
    if (requestsPay > start) start = requestsPay;
    if (tokensPay > start) start = tokensPay;
    requestsFull = (requestsFull > start ? requestsFull : start) + perRequest;
    tokensFull = (tokensFull > start ? tokensFull : start) + cost;
    starts[i] = start;
  }
  state[START] = start;
  state[REQUESTS_FULL] = requestsFull;
  state[TOKENS_FULL] = tokensFull;
}
