import { add, compare, divide, exact, multiply, subtract, ZERO, type Exact } from "@/lib/money";

/** How fast the service tiers work a backlog off, and what a request costs there: all that a split needs to know. At least one of the two is open. */
export interface Pace {
  /** Requests in all, at least 1. */
  readonly total: bigint;
  /** Requests a wave, at least 1, and the hours one takes. `null`: batch is closed. */
  readonly batch: { readonly perWave: bigint; readonly hours: Exact; readonly cost: Exact | null } | null;
  /** Requests an hour, above 0. `null`: standard is closed. `cost` is USD a request, `null` where it has no price. */
  readonly standard: { readonly perHour: Exact; readonly cost: Exact | null } | null;
}

/** Requests sent in batch, both ends inclusive; what is left of the total is sent as standard. */
export interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

const floor = ({ n, d }: Exact): bigint => n / d;
const ceil = ({ n, d }: Exact): bigint => (n + d - 1n) / d;
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const within = (least: bigint, most: bigint): Range | null => (least <= most ? { least, most } : null);

/** Waves that `batch` requests take: the last one may be short. */
export function wavesFor(pace: Pace, batch: bigint): bigint {
  return batch === 0n ? 0n : ceil(exact(batch, pace.batch!.perWave));
}

/** Hours until the batch part and the standard part are done; both start at once. */
export function hoursFor(
  pace: Pace,
  batch: bigint,
): { readonly batch: Exact; readonly standard: Exact; readonly all: Exact } {
  const waves = wavesFor(pace, batch);
  const inBatch = waves === 0n ? ZERO : multiply(exact(waves), pace.batch!.hours);
  const standard = batch === pace.total ? ZERO : divide(exact(pace.total - batch), pace.standard!.perHour);
  return { batch: inBatch, standard, all: compare(inBatch, standard) >= 0 ? inBatch : standard };
}

/** USD; `null` where a request of it has no price. */
export function costFor(pace: Pace, batch: bigint): Exact | null {
  const part = (count: bigint, cost: Exact | null | undefined) =>
    count === 0n ? ZERO : cost ? multiply(exact(count), cost) : null;
  const inBatch = part(batch, pace.batch?.cost);
  const standard = part(pace.total - batch, pace.standard?.cost);
  return inBatch && standard && add(inBatch, standard);
}

/** Every split that the open service tiers allow. */
export function allSplits({ total, batch, standard }: Pace): Range {
  return { least: standard ? 0n : total, most: batch ? total : 0n };
}

/** The splits whose cost is known. */
export function pricedSplits(pace: Pace, { least, most }: Range): Range | null {
  const known = (batch: bigint) => costFor(pace, batch) !== null;
  if (known(least) && known(most)) return { least, most };
  if (least === 0n && known(0n)) return { least: 0n, most: 0n };
  return most === pace.total && known(most) ? { least: most, most } : null;
}

/** The splits of a range that are done within `hours`; a wave that ends at the deadline is in time. */
export function splitsWithin(pace: Pace, { least, most }: Range, hours: Exact): Range | null {
  const { total, batch, standard } = pace;
  const inBatch = batch ? batch.perWave * floor(divide(hours, batch.hours)) : 0n;
  const inStandard = standard ? floor(multiply(hours, standard.perHour)) : 0n;
  return within(larger(least, total - inStandard), smaller(most, inBatch));
}

/** Negative, 0 or positive as a request costs less, as much or more in batch than as standard; 0 where that cannot be told. */
function batchAgainstStandard({ batch, standard }: Pace): number {
  return batch?.cost && standard?.cost ? compare(batch.cost, standard.cost) : 0;
}

/** The splits of a range, whose cost is known, that cost at most `usd`. */
export function splitsFor(pace: Pace, { least, most }: Range, usd: Exact): Range | null {
  const cheaper = batchAgainstStandard(pace);
  const spare = (batch: bigint) => subtract(usd, costFor(pace, batch)!);
  if (cheaper === 0 || least === most) return spare(least).n >= 0n ? { least, most } : null;
  const [batchCost, standardCost] = [pace.batch!.cost!, pace.standard!.cost!];
  if (cheaper < 0) {
    const missing = subtract(costFor(pace, least)!, usd);
    return within(missing.n <= 0n ? least : least + ceil(divide(missing, subtract(standardCost, batchCost))), most);
  }
  const left = spare(least);
  return left.n < 0n
    ? null
    : within(least, smaller(most, least + floor(divide(left, subtract(batchCost, standardCost)))));
}

/**
 * The split of a range that is done first; of several the one that costs least, then the one with most in batch.
 * A wave is best filled, so only full waves count, and with each of them the standard part shrinks: the two meet in the first wave that is not done before the rest, or in the one before it.
 */
export function earliestSplit(pace: Pace, range: Range): bigint {
  const { least, most } = range;
  if (least === most) return least;
  const { perWave, hours } = pace.batch!;
  const filled = (waves: bigint) => smaller(waves * perWave, most);
  const [first, last] = [wavesFor(pace, least), wavesFor(pace, most)];
  const balance = ceil(divide(exact(pace.total), add(multiply(hours, pace.standard!.perHour), exact(perWave))));
  const meet = smaller(larger(balance, first), last);
  const done = [meet, larger(meet - 1n, first)]
    .map((waves) => hoursFor(pace, filled(waves)).all)
    .reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const { least: fewest, most: all } = splitsWithin(pace, range, done)!;
  return batchAgainstStandard(pace) > 0 ? fewest : all;
}

/** The split of a range, whose cost is known, that costs least; of several the one that is done first. */
export function cheapestSplit(pace: Pace, range: Range): bigint {
  const cheaper = batchAgainstStandard(pace);
  return cheaper === 0 ? earliestSplit(pace, range) : cheaper < 0 ? range.most : range.least;
}

/** A line of whole numbers that all count, evenly thinned to at most `most` (at least 2), ends included. */
function thinned(from: bigint, to: bigint, most: number): bigint[] {
  const step = to < from ? -1n : 1n;
  const gaps = (to - from) * step;
  const count = smaller(gaps, BigInt(most - 1));
  if (count === 0n) return [from];
  return Array.from({ length: Number(count) + 1 }, (_, index) => from + step * ((gaps * BigInt(index)) / count));
}

/**
 * The frontier of cost against time: splits of which none is both earlier and as cheap, or cheaper and as early, the earliest first. All of them where they are at most `most`, else evenly thinned with both ends;
 * empty where a cost is unknown. Where batch costs less, each later point is one more full wave; where it costs more, each is one request less in batch.
 */
export function frontierOf(pace: Pace, most: number): bigint[] {
  const range = allSplits(pace);
  if (costFor(pace, range.least) === null || costFor(pace, range.most) === null) return [];
  const start = earliestSplit(pace, range);
  const cheaper = batchAgainstStandard(pace);
  if (range.least === range.most || cheaper === 0) return [start];
  if (cheaper > 0) return thinned(start, 0n, most);
  const { perWave, hours } = pace.batch!;
  const next = floor(divide(hoursFor(pace, start).all, hours)) + 1n;
  const last = wavesFor(pace, pace.total);
  return next > last
    ? [start]
    : [start, ...thinned(next, last, most - 1).map((waves) => smaller(waves * perWave, pace.total))];
}
