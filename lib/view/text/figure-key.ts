import type { UsageTierId } from "@/lib/catalogue";
import type { Item } from "@/lib/cost";
import type { ServiceTier } from "@/lib/scenario";
import type {
  BACKLOG_FIGURES,
  BacklogQuestion,
  COMPARE_FIGURES,
  FORECAST_FIGURES,
  RUN_FIGURES,
  SCENARIO_FIGURES,
} from "./figure-names";

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

/** A figure of a forecast: of month `at`, counted from 0, or of row `at` of what growth would just fit. */
export interface ForecastFigureKey {
  readonly of: "forecast";
  readonly figure: (typeof FORECAST_FIGURES)[number];
  readonly at: number;
}

/** A figure of a row of Compare. */
export interface CompareFigureKey {
  readonly of: "compare";
  readonly figure: (typeof COMPARE_FIGURES)[number];
  readonly model: string;
  readonly serviceTier: ServiceTier;
}

/** Names the figure whose working is shown when it is pressed. */
export type FigureKey = PlanFigureKey | BacklogFigureKey | RunFigureKey | ForecastFigureKey | CompareFigureKey;

const HEADS: Partial<Readonly<Record<FigureKey["of"], string>>> = {
  workload: "w",
  line: "w",
  utilisation: "u",
  headroom: "hr",
  "tier-headroom": "h",
  alternative: "alt",
  "backlog-charge": "b.charge",
  backlog: "b",
  run: "t",
  forecast: "f",
  compare: "c",
};
const PARTS = ["workload", "limit", "item", "figure", "question", "model", "serviceTier", "tier", "at"];

/** A key as `data-work` of a pressed figure: `month`, `w.0.input`, `u.1.3`, `b.hours.cheapest.2`, `t.p95`,
 * `f.month.8`. */
export function encodeFigureKey(key: FigureKey): string {
  const values = PARTS.map((part) => (key as unknown as Readonly<Record<string, unknown>>)[part] ?? null);
  const tail = key.of === "workload" ? "month" : null;
  return [HEADS[key.of] ?? key.of, ...values, tail].filter((part) => part !== null).join(".");
}
