import type { TierPlan } from "@/lib/batch";

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
/** Figures of a row of Compare: its own, and how far it is from the scenario as entered. */
export const COMPARE_FIGURES = ["month", "difference", "headroom", "least"] as const;
/** Figures of a forecast. */
export const FORECAST_FIGURES = [
  "month",
  "total",
  "requests",
  "share",
  "headroom",
  "spent",
  "passed",
  "tier",
  "fits",
] as const;
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
