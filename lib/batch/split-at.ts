import { compare, divide, exact, multiply, type Exact } from "@/lib/money";
import { costFor, hoursFor, standardIn, waitsForDay, wavesFor, type Pace } from "./split";
import type { BatchOption, RateLimit, Split, StandardOption } from "./types";

const MONTH_HOURS = 730n;
const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

/**
 * USD that a split costs within one month of 730 hours at its pace; `null` where a request of it has no
 * price.
 */
function costInMonth({ batch, standard, total }: Pace, inBatch: bigint): Exact | null {
  const part = (count: bigint, most: Exact | null, each: Exact | null | undefined) => {
    if (count === 0n) return exact(0n);
    return each && most ? multiply(least(exact(count), most), each) : null;
  };
  const month = exact(MONTH_HOURS);
  const ofBatch = part(inBatch, batch && multiply(divide(exact(batch.perWave), batch.hours), month), batch?.cost);
  const ofStandard = part(total - inBatch, standard && standardIn(standard, month), standard?.cost);
  return (
    ofBatch && ofStandard && { n: ofBatch.n * ofStandard.d + ofStandard.n * ofBatch.d, d: ofBatch.d * ofStandard.d }
  );
}

/** What a split is worked out from. */
interface SplitInput {
  readonly pace: Pace;
  readonly batch: BatchOption;
  readonly standard: StandardOption;
  readonly usageLimit: Exact;
}

/** Which limit `count` standard requests wait for; `null`: none. */
function boundBy({ pace, standard }: SplitInput, count: bigint): RateLimit | null {
  if (count === 0n) return null;
  return waitsForDay(pace.standard!, count) ? standard.daily!.boundBy : standard.boundBy;
}

/** What a split with `inBatch` requests in batch comes to. */
export function splitAt(input: SplitInput, inBatch: bigint): Split {
  const { pace, usageLimit } = input;
  const { perBatch } = input.batch;
  const files = (requests: bigint) => (requests + perBatch - 1n) / perBatch;
  const wave = pace.batch?.perWave ?? 1n;
  const hours = hoursFor(pace, inBatch);
  const inMonth = costInMonth(pace, inBatch);
  return {
    batch: inBatch,
    standard: pace.total - inBatch,
    waves: wavesFor(pace, inBatch),
    batches: inBatch === 0n ? 0n : (inBatch / wave) * files(wave) + files(inBatch % wave),
    batchHours: hours.batch,
    standardHours: hours.standard,
    standardBoundBy: boundBy(input, pace.total - inBatch),
    hours: hours.all,
    cost: costFor(pace, inBatch),
    costInMonth: inMonth,
    overUsageLimit: inMonth !== null && compare(inMonth, usageLimit) > 0,
  };
}
