import type { Exact } from "@/lib/money";

/** A kind of limit. */
export type Dimension = "rpm" | "tpm" | "rpd" | "tpd" | "batch-queue" | "monthly-usage";

/**
 * What the workloads of one pool ask of one limit. Exact, in the limit's unit: requests or tokens a minute or
 * a day, tokens in the batch queue, USD a month.
 */
export interface Demand {
  /** The model's id, `<id>:long` for requests with limits of their own; `account` for `monthly-usage`. */
  readonly pool: string;
  readonly dimension: Dimension;
  /** `null`: a cost is unknown. */
  readonly mean: Exact | null;
  /** In the busiest 60 seconds; of a day, of the batch queue and of money the mean. */
  readonly peak: Exact | null;
  /** The peak as a double, near enough to decide every case that is not within 1e-9 of a tie. */
  readonly nearPeak: number;
}

/** A limit, exact and as the nearest double. */
export interface Limit {
  readonly exact: Exact;
  readonly near: number;
}

/**
 * What stands against a demand at a usage tier: a limit, one that is unpublished or not offered (`null`), or
 * none of the kind (`undefined`).
 */
export type LimitAtTier = Limit | null | undefined;

/** An exact number as a double, off by at most a few units in the last place. */
export function toNear({ n, d }: Exact): number {
  return Number(n) / Number(d);
}
