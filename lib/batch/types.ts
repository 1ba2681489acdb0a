import type { UsageTierId } from "@/lib/catalogue";
import type { Exact } from "@/lib/money";
import type { Backlog, Scenario, ServiceTier } from "@/lib/scenario";
import type { ModelFacts } from "@/lib/facts";

/** A limit that has to be known before a pace is. */
export type PaceLimit = "rpm" | "tpm" | "batch-queue";

/** Why one service tier cannot do the backlog. What is `needed` and what there is at most are tokens, bytes of a batch file for `request-exceeds-file`. */
export type Obstacle =
  | { readonly code: "tier-not-supported" }
  | {
      readonly code:
        | "exceeds-context"
        | "exceeds-max-input"
        | "exceeds-max-output"
        | "request-exceeds-tpm"
        | "input-exceeds-queue"
        | "request-exceeds-file";
      readonly needed: Exact;
      readonly most: Exact;
    }
  /** Whether it can cannot be told: these limits are not published. */
  | { readonly code: "unpublished"; readonly limits: readonly PaceLimit[] };

/** Why a split that was asked for does not exist. */
export type Reason =
  /** A service tier is closed, and the other one alone cannot do it either. */
  | { readonly code: "closed"; readonly serviceTier: ServiceTier; readonly obstacle: Obstacle }
  /** Every split takes longer than the deadline; this one least. */
  | { readonly code: "deadline-missed"; readonly earliest: Split }
  /** Every split costs more than the budget; this one least. */
  | { readonly code: "budget-too-small"; readonly least: Split }
  /** The cost of every split that would do is unknown; this one is done first. */
  | { readonly code: "no-price"; readonly earliest: Split };

/** So many requests in batch, the rest as standard, both from the start. */
export interface Split {
  readonly batch: bigint;
  readonly standard: bigint;
  readonly waves: bigint;
  /** Batch files over all waves. */
  readonly batches: bigint;
  readonly batchHours: Exact;
  readonly standardHours: Exact;
  /** The later of the two. */
  readonly hours: Exact;
  /** USD; `null`: no price. */
  readonly cost: Exact | null;
  /** What of it falls into one month of 730 hours at its pace; all of it where it takes no longer. */
  readonly costInMonth: Exact | null;
  /** That is more than the monthly usage limit: work stops until the next month. */
  readonly overUsageLimit: boolean;
}

/** What is asked of a usage tier: all in batch, all as standard, what is done first whatever it costs, and what costs least of all that meet the deadline. */
export type Ask = "batch" | "standard" | "earliest" | "cheapest";

/** Why there is no such split, or the split. */
export type Answer = { readonly split: Split } | { readonly split: null; readonly reasons: readonly Reason[] };

/** Batch at one usage tier. */
export interface BatchWay {
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

/** Standard at one usage tier, beside live traffic. */
export interface StandardWay {
  readonly rpm: Exact | null;
  readonly tpm: Exact | null;
  /** Tokens one request is charged. */
  readonly charge: Exact;
  /** The share of the limits that the backlog may take. */
  readonly share: Exact;
  /** Requests a minute, sustained; `null` where standard is closed. */
  readonly perMinute: Exact | null;
  readonly boundBy: "rpm" | "tpm";
  readonly perRequest: Exact | null;
  readonly obstacles: readonly Obstacle[];
}

/** What one usage tier makes of the backlog. */
export interface TierPlan {
  readonly usageTier: UsageTierId;
  readonly usageLimit: Exact;
  readonly batch: BatchWay;
  readonly standard: StandardWay;
  /** `null`: asked for the budget, and there is none. */
  readonly answers: Readonly<Record<Ask, Answer>> & { readonly "within-budget": Answer | null };
}

/** Everything computed from a backlog. */
export interface BacklogPlan {
  readonly scenario: Scenario;
  readonly backlog: Backlog;
  /** The scenario holds no backlog: this one was made from the workload with this index. */
  readonly madeFrom: number | null;
  readonly facts: ModelFacts;
  /** Six, Free first. */
  readonly tiers: readonly TierPlan[];
  /** The one at the scenario's usage tier. */
  readonly own: TierPlan;
  /** Cost against time at the scenario's usage tier: no split is both earlier and cheaper than one of these. Earliest first, evenly thinned to at most 200; empty where a cost is unknown or nothing runs. */
  readonly frontier: readonly Split[];
}
