import type { Cost } from "@/lib/cost";
import type { UsageTierId } from "@/lib/catalogue";
import type { Demand, Dimension, Limit, LimitAtTier } from "@/lib/limits";
import type { ModelFacts } from "@/lib/facts";
import type { Scenario, Workload } from "@/lib/scenario";

/**
 * Every note and its severity, in the order in which notes are listed; the last one is of a simulation only.
 */
export const NOTE_SEVERITY = {
  "no-price": "error",
  "tier-not-supported": "error",
  "request-exceeds-tpm": "error",
  "exceeds-context": "error",
  "exceeds-max-input": "error",
  "exceeds-max-output": "error",
  "rpm-exceeded": "error",
  "tpm-exceeded": "error",
  "rpd-exceeded": "error",
  "tpd-exceeded": "error",
  "batch-queue-exceeded": "error",
  "usage-limit-exceeded": "error",
  "output-exceeds-cap": "warning",
  "cap-exceeds-max-output": "warning",
  "cached-ignored-in-batch": "warning",
  "cached-not-offered": "warning",
  "cached-below-1024": "warning",
  "reasoning-not-supported": "warning",
  "batch-queue-unpublished": "warning",
  "limit-unpublished": "warning",
  "model-retired": "warning",
  "model-retires": "warning",
  "budget-exceeded": "warning",
  "charge-assumed": "info",
  "support-disputed": "info",
  "long-context": "info",
  "long-context-limits": "info",
  "writes-by-default": "info",
  "cache-write-not-priced": "info",
  "cache-lifetime-not-offered": "info",
  "daily-limit-not-simulated": "info",
} as const;
/** A note by its code. */
export type NoteCode = keyof typeof NOTE_SEVERITY;
/** The codes of all notes, in the order of `NOTE_SEVERITY`. */
export const NOTE_CODES = Object.keys(NOTE_SEVERITY) as readonly NoteCode[];

/**
 * What a note is about, as the API names it: `workloads.0`, `workloads.0.model`, `limits.o1.tpm`,
 * `monthlyBudgetUsd`.
 */
export type NotePath =
  | `workloads.${number}`
  | `workloads.${number}.${keyof Workload}`
  | `limits.${string}.${Dimension}`
  | "monthlyBudgetUsd";

/** Something to know before relying on the estimate. */
export interface Note {
  readonly code: NoteCode;
  readonly severity: "error" | "warning" | "info";
  readonly path: NotePath;
  /** Index of the workload it is about, or of the limits row; -1 for neither. */
  readonly index: number;
}

/** One limit at the scenario's own tier. Ratios are doubles nearest to the exact ones. */
export interface LimitRow {
  /** Its place in the estimate's `demands`. */
  readonly index: number;
  readonly demand: Demand;
  readonly limit: Limit | null;
  readonly utilisation: number | null;
  readonly headroom: number | null;
  /** Over 1, decided exactly. */
  readonly over: boolean;
  readonly bindsFirst: boolean;
}

/** A limit, by its pool and kind. */
export interface Binding {
  readonly pool: string;
  readonly dimension: Dimension;
}

/**
 * Whether it fits (`null`: cannot be told), what binds first, and by what factor traffic can grow until it
 * does.
 */
export interface Verdict {
  readonly fits: boolean | null;
  readonly bindsFirst: Binding | null;
  readonly scaleAtLimit: number | null;
}

/** The verdict at one usage tier. */
export interface TierVerdict extends Verdict {
  readonly usageTier: UsageTierId;
  /** The same without the monthly usage limit and without cost. */
  readonly rates: Verdict;
  /**
   * Codes of the notes that make `fits` false or, where it is `null`, leave it open; each once. Empty where
   * it fits, and nowhere else.
   */
  readonly reasons: readonly NoteCode[];
  /** What stands against each of the estimate's `demands` at this tier, in their order. */
  readonly limits: readonly LimitAtTier[];
}

/** The verdict at the scenario's own tier, and at every other. */
interface Fit extends Verdict {
  readonly rates: Verdict;
  /** Hours of this traffic until the monthly usage limit is spent; `null` where it lasts the month. */
  readonly hoursToUsageLimit: number | null;
  /** The lowest paid tier that fits. */
  readonly minimumUsageTier: UsageTierId | null;
  /** Six rows, Free first. */
  readonly tiers: readonly TierVerdict[];
}

/** Everything computed from a scenario. */
export interface Estimate {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly notes: readonly Note[];
  readonly cost: Cost;
  /** Everything that some usage tier limits. */
  readonly demands: readonly Demand[];
  /** What the scenario's own tier limits. */
  readonly limits: readonly LimitRow[];
  readonly fit: Fit;
}
