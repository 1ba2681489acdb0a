import type { Day, PaidTier } from "@/lib/catalogue";
import type { NoteCode, Verdict } from "@/lib/estimate";
import type { Exact } from "@/lib/money";
import type { ServiceTier } from "@/lib/scenario";

/** What a row has to say: its estimate’s notes, and that reasoning tokens were taken out. */
type CompareCode = NoteCode | "reasoning-dropped";

/** What is compared: all workloads of the scenario (`null`), or the one at this place. */
export type ComparedWorkload = number | null;

/** The scenario on one model and in one service tier: what its estimate says, and nothing else. */
export interface CompareRow extends Verdict {
  readonly model: string;
  readonly serviceTier: ServiceTier;
  /** USD; `null`: no price. */
  readonly perMonth: Exact | null;
  /** The verdict without money. */
  readonly rates: Verdict;
  /** The lowest paid usage tier that fits. */
  readonly minimumUsageTier: PaidTier | null;
  /** No paid tier is known to fit, and of one it cannot be told. */
  readonly isTierOpen: boolean;
  /** The day on which the model shuts down; `null`: none is announced. */
  readonly retires: Day | null;
  /** `null`: unknown, of a model of one’s own. */
  readonly reasons: boolean | null;
  readonly contextWindow: number | null;
  /** The codes of the estimate’s notes in their order; `reasoning-dropped` last. */
  readonly codes: readonly CompareCode[];
}

/** A row of which the month is known and the rest is worked out when it is asked for. */
export interface Candidate extends Pick<
  CompareRow,
  "model" | "serviceTier" | "perMonth" | "reasons" | "contextWindow"
> {
  /** The same row each time. */
  toRow(): CompareRow;
}
