import type { RangeField } from "@/lib/scenario/ranges";

/** How many cases are computed at a time: what they need stays near the processor. */
export const BLOCK_CASES = 1024;

/** What a month’s workloads add up to in each pool, a block of cases for each; `largest` is of one request. */
export interface Sums {
  readonly attempts: Float64Array;
  readonly attemptsAtPeak: Float64Array;
  readonly tokens: Float64Array;
  readonly tokensAtPeak: Float64Array;
  /** Input tokens sent in batch, and attempts. */
  readonly enqueued: Float64Array;
  readonly inBatch: Float64Array;
  /** The largest charge of one request. */
  readonly largest: Float64Array;
}

/** What the values of a case make of it at one usage tier; the larger stands. */
export const FITS = 0;
export const OPEN = 1;
export const NEVER = 2;

/** A block of cases being computed. */
export interface CaseBlock {
  readonly values: Readonly<Record<RangeField, Float64Array>>;
  readonly sums: Sums;
  /** USD a month; NaN where some of it has no price. */
  readonly cost: Float64Array;
  /** FITS, OPEN or NEVER, at each usage tier. */
  readonly verdicts: readonly Uint8Array[];
  /** The largest utilisation at the own usage tier, and the row it is of; 0 and −1 without a limit. */
  readonly worst: Float64Array;
  readonly binding: Int16Array;
}

/** An empty block for so many pools and usage tiers. */
export function newCaseBlock(pools: number, tiers: number): CaseBlock {
  const array = (length = BLOCK_CASES) => new Float64Array(length);
  const sum = () => array(BLOCK_CASES * pools);
  return {
    values: {
      requests: array(),
      inputTokens: array(),
      cachedInputTokens: array(),
      visibleOutputTokens: array(),
      reasoningTokens: array(),
      peakToMean: array(),
    },
    sums: {
      attempts: sum(),
      attemptsAtPeak: sum(),
      tokens: sum(),
      tokensAtPeak: sum(),
      enqueued: sum(),
      inBatch: sum(),
      largest: sum(),
    },
    cost: array(),
    verdicts: Array.from({ length: tiers }, () => new Uint8Array(BLOCK_CASES)),
    worst: array(),
    binding: new Int16Array(BLOCK_CASES),
  };
}

/** The block as before the first workload; on Free nothing is planned. */
export function clear({ sums, cost, verdicts, worst, binding }: CaseBlock): void {
  for (const sum of Object.values(sums)) (sum as Float64Array).fill(0);
  cost.fill(0);
  verdicts.forEach((verdict, tier) => verdict.fill(tier === 0 ? NEVER : FITS));
  worst.fill(0);
  binding.fill(-1);
}
