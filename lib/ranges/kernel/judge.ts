import type { LimitAtTier } from "@/lib/limits";
import type { Scenario } from "@/lib/scenario";
import { TIE } from "./add";
import { BLOCK_CASES, NEVER, OPEN, type CaseBlock, type Sums } from "./block";
import type { Prepared, LimitOfCases } from "./prepare";

const MONTH_HOURS = 730;
const MONTH_MINUTES = MONTH_HOURS * 60;
const MONTH_DAYS = MONTH_HOURS / 24;

/** What a row has of a month, as a part of it, and which sum it is of. */
const OF_POOL = {
  rpm: { sum: "attemptsAtPeak", part: 1 / MONTH_MINUTES },
  tpm: { sum: "tokensAtPeak", part: 1 / MONTH_MINUTES },
  rpd: { sum: "attempts", part: 1 / MONTH_DAYS },
  tpd: { sum: "tokens", part: 1 / MONTH_DAYS },
  "batch-queue": { sum: "enqueued", part: 1 / MONTH_HOURS },
} as const satisfies Record<string, { sum: keyof Sums; part: number }>;

/** The demands of a row in the block, each to be multiplied by `part`; `used`: above 0 where the row is there. */
interface Demands {
  readonly values: Float64Array;
  readonly part: number;
  readonly used: Float64Array | null;
  /** Of the values. */
  readonly largest: number;
}

function demandsOf(
  { pool, dimension }: LimitOfCases,
  { sums, cost }: CaseBlock,
  { batchTurnaroundHours }: Scenario,
): Demands {
  if (dimension === "monthly-usage") return { values: cost, part: 1, used: null, largest: largestOf(cost) };
  const of = (sum: Float64Array) => sum.subarray(pool * BLOCK_CASES, (pool + 1) * BLOCK_CASES);
  const { sum, part } = OF_POOL[dimension];
  const inBatch = dimension === "batch-queue";
  const values = of(sums[sum]);
  return {
    values,
    largest: largestOf(values),
    part: inBatch ? part * batchTurnaroundHours : part,
    used: of(inBatch ? sums.inBatch : sums.attempts),
  };
}

/** The largest of a block. */
function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < BLOCK_CASES; i++) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

/** Marks the cases over a limit at one usage tier, and those that a limit which is not published leaves open. */
function mark(verdict: Uint8Array, limit: LimitAtTier, { values, part, used, largest }: Demands): void {
  if (limit === undefined) return;
  if (limit === null) {
    for (let i = 0; i < BLOCK_CASES; i++) if (verdict[i] === 0 && used![i]! > 0) verdict[i] = OPEN;
    return;
  }
  const most = (limit.near * (1 + TIE)) / part;
  if (largest <= most) return;
  for (let i = 0; i < BLOCK_CASES; i++) if (values[i]! > most) verdict[i] = NEVER;
}

/** Notes where a row has a larger utilisation than the rows before it. */
function bind({ worst, binding }: CaseBlock, row: number, { values, part }: Demands, limit: number): void {
  const share = part / limit;
  for (let i = 0; i < BLOCK_CASES; i++) {
    const utilisation = values[i]! * share;
    if (utilisation > worst[i]! * (1 + TIE)) {
      worst[i] = utilisation;
      binding[i] = row;
    }
  }
}

/** The verdict of every case at every usage tier, from what its workloads add up to. */
export function judgeCases({ scenario, rows, ownTier }: Prepared, block: CaseBlock): void {
  const { verdicts, sums, cost } = block;
  rows.forEach((row, n) => {
    const demands = demandsOf(row, block, scenario);
    row.limits.forEach((limit, tier) => tier > 0 && mark(verdicts[tier]!, limit, demands));
    if (row.dimension === "tpm") {
      // A request charged more than the whole limit can never run.
      const values = sums.largest.subarray(row.pool * BLOCK_CASES, (row.pool + 1) * BLOCK_CASES);
      const charges = { values, part: 1, used: null, largest: largestOf(values) };
      row.limits.forEach((limit, tier) => tier > 0 && limit && mark(verdicts[tier]!, limit, charges));
    }
    const own = row.limits[ownTier];
    if (own) bind(block, n, demands, own.near);
  });
  for (let i = 0; i < BLOCK_CASES; i++) {
    if (!Number.isNaN(cost[i]!)) continue;
    for (const verdict of verdicts) if (verdict[i] === 0) verdict[i] = OPEN;
  }
}
