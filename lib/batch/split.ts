import { add, compare, divide, exact, multiply, subtract, ZERO, type Exact } from "@/lib/money";

/**
 * How fast each service tier works a backlog off, and USD per request there. At least one of the two is open.
 */
export interface Pace {
  /** Requests in all, at least 1. */
  readonly total: bigint;
  /** Requests a wave, at least 1, and the hours one takes. `null`: batch is closed. */
  readonly batch: { readonly perWave: bigint; readonly hours: Exact; readonly cost: Exact | null } | null;
  /** `null`: standard is closed. */
  readonly standard: StandardPace | null;
}

/**
 * How fast standard works: so many requests an hour, above 0, and no more than a day’s that are there at the
 * start (`perDay`; `null`: any number) and what refills of these since, evenly. `cost` is USD a request,
 * `null` where it has no price.
 */
export interface StandardPace {
  readonly perHour: Exact;
  readonly perDay: Exact | null;
  readonly cost: Exact | null;
}

const DAY_HOURS = exact(24n);

/** Hours until a limit of a day has let through `count` requests: 24 × (count ÷ a day’s − 1), at least 0. */
function dayHours(count: Exact, perDay: Exact | null): Exact {
  if (!perDay || compare(count, perDay) <= 0) return ZERO;
  return multiply(DAY_HOURS, divide(subtract(count, perDay), perDay));
}

/** Whether `count` requests wait for a limit of a day longer than for the pace of the hour. */
export function waitsForDay({ perHour, perDay }: StandardPace, count: bigint): boolean {
  return compare(dayHours(exact(count), perDay), divide(exact(count), perHour)) > 0;
}

/** Hours of `count` standard requests. */
function standardHours({ perHour, perDay }: StandardPace, count: bigint): Exact {
  return longer(divide(exact(count), perHour), dayHours(exact(count), perDay));
}

/** Standard requests done in so many hours; not a whole number. */
export function standardIn({ perHour, perDay }: StandardPace, hours: Exact): Exact {
  const byHour = multiply(hours, perHour);
  const byDay = perDay && multiply(perDay, add(exact(1n), divide(hours, DAY_HOURS)));
  return byDay && compare(byDay, byHour) < 0 ? byDay : byHour;
}

/**
 * Splits by their number of requests in batch, both ends inclusive; the rest of the total is sent as
 * standard.
 */
export interface Range {
  readonly least: bigint;
  readonly most: bigint;
}

const longer = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
const floor = ({ n, d }: Exact): bigint => n / d;
const ceil = ({ n, d }: Exact): bigint => (n + d - 1n) / d;
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const within = (least: bigint, most: bigint): Range | null => (least <= most ? { least, most } : null);

/** The number of waves that `batch` requests take; the last one may be part full. */
export function wavesFor(pace: Pace, batch: bigint): bigint {
  return batch === 0n ? 0n : ceil(exact(batch, pace.batch!.perWave));
}

/** Hours until the batch part, the standard part and both (`all`) are done; both start at hour 0. */
export function hoursFor(
  pace: Pace,
  batch: bigint,
): { readonly batch: Exact; readonly standard: Exact; readonly all: Exact } {
  const waves = wavesFor(pace, batch);
  const inBatch = waves === 0n ? ZERO : multiply(exact(waves), pace.batch!.hours);
  const standard = batch === pace.total ? ZERO : standardHours(pace.standard!, pace.total - batch);
  return { batch: inBatch, standard, all: longer(inBatch, standard) };
}

/** USD of the whole split; `null` where a part of it has no price. */
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

/** The splits of a range whose cost is known; `null` where there is none. */
export function pricedSplits(pace: Pace, { least, most }: Range): Range | null {
  const known = (batch: bigint) => costFor(pace, batch) !== null;
  if (known(least) && known(most)) return { least, most };
  if (least === 0n && known(0n)) return { least: 0n, most: 0n };
  return most === pace.total && known(most) ? { least: most, most } : null;
}

/** The splits of a range that are done in at most `hours`; `null` where there is none. */
export function splitsWithin(pace: Pace, { least, most }: Range, hours: Exact): Range | null {
  const { total, batch, standard } = pace;
  const inBatch = batch ? batch.perWave * floor(divide(hours, batch.hours)) : 0n;
  const inStandard = standard ? floor(standardIn(standard, hours)) : 0n;
  return within(larger(least, total - inStandard), smaller(most, inBatch));
}

/**
 * Below 0, 0 or above 0 as a request costs less, as much or more in batch than as standard; 0 where a cost is
 * unknown.
 */
function batchAgainstStandard({ batch, standard }: Pace): number {
  return batch?.cost && standard?.cost ? compare(batch.cost, standard.cost) : 0;
}

/** The splits of a priced range that cost at most `usd`; `null` where there is none. */
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
 * The waves from which on batch is not done before standard: by standard’s pace of the hour, and by its limit
 * of a day. Both service tiers are open.
 */
function balances({ total, batch, standard }: Pace): [bigint, bigint] {
  const [{ perWave, hours }, { perHour, perDay }] = [batch!, standard!];
  const byHour = ceil(divide(exact(total), add(multiply(hours, perHour), exact(perWave))));
  if (!perDay || compare(exact(total), perDay) <= 0) return [byHour, 0n];
  // waves × hours = 24 × ((total − waves × perWave) ÷ perDay − 1), solved for the waves.
  const left = multiply(DAY_HOURS, subtract(exact(total), perDay));
  return [byHour, ceil(divide(left, add(multiply(hours, perDay), multiply(DAY_HOURS, exact(perWave)))))];
}

/**
 * The split of a range that is done first, as its number of requests in batch; of several the one that costs
 * least, then the one with most in batch. Only full waves need a look: a part-full wave takes as long as a
 * full one. With each wave more the batch part takes longer and the standard part shorter, so the earliest
 * split lies at the first wave where batch is not done before standard, or at the wave before.
 */
export function earliestSplit(pace: Pace, range: Range): bigint {
  const { least, most } = range;
  if (least === most) return least;
  const { perWave } = pace.batch!;
  const filled = (waves: bigint) => smaller(waves * perWave, most);
  const [first, last] = [wavesFor(pace, least), wavesFor(pace, most)];
  const balance = larger(...balances(pace));
  const meet = smaller(larger(balance, first), last);
  const done = [meet, larger(meet - 1n, first)]
    .map((waves) => hoursFor(pace, filled(waves)).all)
    .reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const { least: fewest, most: all } = splitsWithin(pace, range, done)!;
  return batchAgainstStandard(pace) > 0 ? fewest : all;
}

/**
 * The split of a priced range that costs least, as its number of requests in batch; of several the one that
 * is done first.
 */
export function cheapestSplit(pace: Pace, range: Range): bigint {
  const cheaper = batchAgainstStandard(pace);
  return cheaper === 0 ? earliestSplit(pace, range) : cheaper < 0 ? range.most : range.least;
}

/**
 * The whole numbers from `from` to `to`, both inclusive, evenly thinned to at most `most` (2 or more), ends
 * kept.
 */
function thinned(from: bigint, to: bigint, most: number): bigint[] {
  const step = to < from ? -1n : 1n;
  const gaps = (to - from) * step;
  const count = smaller(gaps, BigInt(most - 1));
  if (count === 0n) return [from];
  return Array.from({ length: Number(count) + 1 }, (_, index) => from + step * ((gaps * BigInt(index)) / count));
}

/**
 * The frontier of cost against time, each split as its number of requests in batch, the earliest first: of no
 * two is one both as early and as cheap as the other. At most `most` splits, evenly thinned with both ends
 * kept; empty where a cost is unknown. Where batch costs less, each later split has one more full wave; where
 * it costs more, one request less in batch.
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
