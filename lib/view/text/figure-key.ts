import type { TierPlan } from "@/lib/batch";
import type { UsageTierId } from "@/lib/catalogue";
import type { Item } from "@/lib/cost";
import type { ServiceTier } from "@/lib/scenario";

/** A question that Backlog answers at a usage tier: one for each row of its plan. */
export type BacklogQuestion = keyof TierPlan["answers"];

/** Figures of the whole scenario. */
export const SCENARIO_FIGURES = [
  "month",
  "year",
  "day",
  "thousand",
  "request",
  "standard",
  "batch",
  "saving",
  "hours",
  "budget",
  "buys",
] as const;
/** Figures of an answer of Backlog. */
export const BACKLOG_FIGURES = ["hours", "cost", "thousand", "waves", "standard", "paid"] as const;
/** The questions of Backlog. */
export const BACKLOG_QUESTIONS: readonly BacklogQuestion[] = [
  "cheapest",
  "earliest",
  "within-budget",
  "batch",
  "standard",
];
/** Figures of a simulated run. */
export const RUN_FIGURES = [
  "offered",
  "admitted",
  "delayed",
  "delayedShare",
  "throttled",
  "failed",
  "failedShare",
  "neverFits",
  "queued",
  "mean",
  "p50",
  "p90",
  "p95",
  "p99",
  "max",
  "first",
  "longest",
  "recovery",
  "flight",
  "flightPeak",
  "taken",
  "retries",
] as const;

/**
 * A figure of an estimate, on Plan. `workload` and `limit` are indexes into the scenario’s workloads and
 * demands.
 */
export type PlanFigureKey =
  | { readonly of: (typeof SCENARIO_FIGURES)[number] }
  | { readonly of: "workload"; readonly workload: number }
  | { readonly of: "line"; readonly workload: number; readonly item: Item }
  | { readonly of: "charge"; readonly workload: number }
  /** `tier: null` is the scenario’s own usage tier. */
  | { readonly of: "utilisation"; readonly limit: number; readonly tier: UsageTierId | null }
  | { readonly of: "headroom"; readonly limit: number }
  | { readonly of: "tier-headroom" | "scale" | "rates"; readonly tier: UsageTierId }
  | { readonly of: "cap"; readonly workload: number; readonly tier: UsageTierId }
  | { readonly of: "alternative"; readonly model: string; readonly serviceTier: ServiceTier };

/** A figure of a planned backlog: of one answer at one usage tier, or what a request is charged. */
export type BacklogFigureKey =
  | { readonly of: "backlog-charge" }
  | {
      readonly of: "backlog";
      readonly figure: (typeof BACKLOG_FIGURES)[number];
      readonly question: BacklogQuestion;
      readonly tier: UsageTierId;
    };

/** A figure of a simulated run, on Traffic. */
export interface RunFigureKey {
  readonly of: "run";
  readonly figure: (typeof RUN_FIGURES)[number];
}

/** Names the figure whose working is shown when it is pressed. */
export type FigureKey = PlanFigureKey | BacklogFigureKey | RunFigureKey;

/** A key as `data-work` of a pressed figure: `month`, `w.0.input`, `u.1.3`, `b.hours.cheapest.2`, `t.p95`. */
export function encodeFigureKey(key: FigureKey): string {
  switch (key.of) {
    case "workload":
      return `w.${key.workload}.month`;
    case "line":
      return `w.${key.workload}.${key.item}`;
    case "charge":
      return `charge.${key.workload}`;
    case "utilisation":
      return key.tier === null ? `u.${key.limit}` : `u.${key.limit}.${key.tier}`;
    case "headroom":
      return `hr.${key.limit}`;
    case "tier-headroom":
      return `h.${key.tier}`;
    case "scale":
    case "rates":
      return `${key.of}.${key.tier}`;
    case "cap":
      return `cap.${key.workload}.${key.tier}`;
    case "alternative":
      return `alt.${key.model}.${key.serviceTier}`;
    case "backlog-charge":
      return "b.charge";
    case "backlog":
      return `b.${key.figure}.${key.question}.${key.tier}`;
    case "run":
      return `t.${key.figure}`;
    default:
      return key.of;
  }
}
