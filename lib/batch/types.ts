import type { UsageTierId } from "@/lib/catalogue";
import type { Exact } from "@/lib/money";
import type { Backlog, Scenario, ServiceTier } from "@/lib/scenario";
import type { ModelFacts } from "@/lib/facts";

/** A limit that a pace depends on, and that may be unpublished. */
export type PaceLimit = "rpm" | "tpm" | "batch-queue";
/** A limit of what is not batch, of a minute or a day. */
export type RateLimit = "rpm" | "tpm" | "rpd" | "tpd";

/**
 * Why one service tier cannot do the backlog. `needed` and `most` are tokens; for `request-exceeds-file`
 * bytes of a batch file.
 */
export type Obstacle =
  | { readonly code: "tier-not-supported" }
  | {
      readonly code:
        | "exceeds-context"
        | "exceeds-max-input"
        | "exceeds-max-output"
        | "request-exceeds-tpm"
        | "request-exceeds-tpd"
        | "input-exceeds-queue"
        | "request-exceeds-file";
      readonly needed: Exact;
      readonly most: Exact;
    }
  /** These limits are not published, so that the pace is unknown. */
  | { readonly code: "unpublished"; readonly limits: readonly PaceLimit[] };

/** Why there is no split that reaches a goal. */
export type Reason =
  /** This service tier is closed. */
  | { readonly code: "closed"; readonly serviceTier: ServiceTier; readonly obstacle: Obstacle }
  /** Every split takes longer than the deadline; `earliest` takes least. */
  | { readonly code: "deadline-missed"; readonly earliest: Split }
  /** Every split costs more than the budget; `least` costs least. */
  | { readonly code: "budget-too-small"; readonly least: Split }
  /** No split that would do has a known cost; `earliest` is done first. */
  | { readonly code: "no-price"; readonly earliest: Split };

/** So many requests in batch and the rest as standard; both parts start at hour 0. */
export interface Split {
  readonly batch: bigint;
  readonly standard: bigint;
  readonly waves: bigint;
  /** Batch files over all waves. */
  readonly batches: bigint;
  readonly batchHours: Exact;
  readonly standardHours: Exact;
  /** Which limit the standard part waits for; `null` where there is none, or standard is closed. */
  readonly standardBoundBy: RateLimit | null;
  /** The larger of `batchHours` and `standardHours`. */
  readonly hours: Exact;
  /** USD; `null` where a part has no price. */
  readonly cost: Exact | null;
  /** USD within one month of 730 hours at its pace; all of `cost` where it takes no longer than a month. */
  readonly costInMonth: Exact | null;
  /** Whether `costInMonth` is above the monthly usage limit, so that work stops until the next month. */
  readonly overUsageLimit: boolean;
}

/**
 * What a split is chosen for: all in batch, all as standard, done first whatever it costs, or least cost of
 * those that meet the deadline.
 */
type SplitGoal = "batch" | "standard" | "earliest" | "cheapest";

/** A split that runs as far as is known, though how long it takes cannot be told. */
export type UntimedSplit = Pick<Split, "batch" | "standard" | "cost">;

/**
 * The split chosen for a goal, or why there is none. `untimed`: the whole backlog in one service tier that only
 * an unpublished limit closes.
 */
export type SplitAnswer =
  | { readonly split: Split }
  | { readonly split: null; readonly reasons: readonly Reason[]; readonly untimed?: UntimedSplit };

/** What batch does with the backlog at one usage tier. */
export interface BatchOption {
  readonly queueTokens: Exact | null;
  readonly turnaroundHours: Exact;
  /** Requests the queue holds at once; `null` where batch is closed. */
  readonly perWave: bigint | null;
  /** Which of the two limits of a wave is met first. */
  readonly boundBy: "batch-queue" | "enqueued-requests";
  readonly bytesPerRequest: Exact;
  /** Requests one batch file holds. */
  readonly perBatch: bigint;
  readonly boundByFile: "requests" | "bytes";
  /** USD a request; `null`: no price. */
  readonly perRequest: Exact | null;
  readonly obstacles: readonly Obstacle[];
}

/** What standard does with the backlog at one usage tier, beside live traffic. */
export interface StandardOption {
  readonly rpm: Exact | null;
  readonly tpm: Exact | null;
  /** `null`: there is no such limit. */
  readonly rpd: Exact | null;
  readonly tpd: Exact | null;
  /** Tokens one request is charged. */
  readonly charge: Exact;
  /** The share of the limits that the backlog may take. */
  readonly share: Exact;
  /** Requests a minute, sustained; `null` where standard is closed. */
  readonly perMinute: Exact | null;
  readonly boundBy: "rpm" | "tpm";
  /** What the tighter limit of a day lets through in one; `null` where there is none. */
  readonly daily: { readonly requests: Exact; readonly boundBy: "rpd" | "tpd" } | null;
  readonly perRequest: Exact | null;
  readonly obstacles: readonly Obstacle[];
}

/** The backlog planned at one usage tier. */
export interface TierPlan {
  readonly usageTier: UsageTierId;
  /** USD a month. */
  readonly usageLimit: Exact;
  readonly batch: BatchOption;
  readonly standard: StandardOption;
  /** `within-budget` is `null` where the backlog has no budget. */
  readonly answers: Readonly<Record<SplitGoal, SplitAnswer>> & { readonly "within-budget": SplitAnswer | null };
}

/** A backlog planned at every usage tier. */
export interface BacklogPlan {
  readonly scenario: Scenario;
  readonly backlog: Backlog;
  /** The index of the workload that the backlog was made from; `null` where the scenario holds one. */
  readonly madeFrom: number | null;
  readonly facts: ModelFacts;
  /** All six usage tiers, Free first. */
  readonly tiers: readonly TierPlan[];
  /** The plan at the scenario's usage tier. */
  readonly own: TierPlan;
  /**
   * The frontier of cost against time at the scenario's usage tier, earliest first, evenly thinned to at most
   * 200 splits; empty where a cost is unknown or nothing runs.
   */
  readonly frontier: readonly Split[];
}
