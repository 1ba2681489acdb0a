import type { UsageTierId } from "@/lib/catalogue";
import type { Dimension } from "@/lib/limits";
import type { Exact } from "@/lib/money";
import type { RangeField } from "@/lib/scenario/ranges";

/** Three values of a distribution: 1 in 10 cases is below p10, half below p50, 1 in 10 above p90. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A field whose mean is not known. */
export interface Unknown {
  readonly workload: number;
  readonly field: RangeField;
  /** Its p10 and p90. */
  readonly low: number;
  readonly high: number;
}

/**
 * What one unknown decides: two exact estimates, with it at its low and at its high and every other field at its
 * number. `null`: no price, or no limit.
 */
export interface Driver extends Unknown {
  readonly costLow: Exact | null;
  readonly costHigh: Exact | null;
  readonly scaleLow: number | null;
  readonly scaleHigh: number | null;
}

/** The share of the cases that fit a usage tier. */
export interface FitShare {
  readonly usageTier: UsageTierId;
  /** 0–1; `null` where some case cannot be told, because a limit or a price is missing. */
  readonly share: number | null;
}

/** The share of the cases in which a limit is the first that binds. */
export interface BindingShare {
  readonly pool: string;
  readonly dimension: Dimension;
  readonly share: number;
}

/** What follows from a scenario’s ranges, over all cases. Shares are 0–1. */
export interface RangeResult {
  /** How many cases were drawn. */
  readonly samples: number;
  /** USD; `null` where a case has no price. */
  readonly perMonthUsd: Quantiles | null;
  /** At the scenario’s usage tier; `null` where a case has no limit. */
  readonly scaleAtLimit: Quantiles | null;
  /** Six rows, Free first. */
  readonly fitShare: readonly FitShare[];
  /** At the scenario’s usage tier, the most frequent first. */
  readonly binds: readonly BindingShare[];
  /** Of a budget, and of the monthly usage limit; `null` without one or without a price. */
  readonly withinBudget: number | null;
  readonly withinUsageLimit: number | null;
  /** The month’s cost in 100 equally likely cases, USD, ascending; empty where a case has no price. */
  readonly months: readonly number[];
  /** By the swing of cost, the largest first. */
  readonly drivers: readonly Driver[];
}
