import type { Day, UsageTierId } from "@/lib/catalogue";
import type { Estimate, LimitRow, NoteCode, Verdict } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import type { Exact } from "@/lib/money";
import type { Growth, Scenario } from "@/lib/scenario";

/** A limit whose demand is over it for the first time at this usage tier. */
interface LimitPassed {
  readonly kind: "limit";
  /** The day on which the month begins. */
  readonly on: Day;
  readonly pool: string;
  readonly dimension: Dimension;
  readonly usageTier: UsageTierId;
}

/** The month that costs more than the budget for the first time. */
interface BudgetPassed {
  readonly kind: "budget";
  /** The day on which the month begins. */
  readonly on: Day;
}

/** A model in use whose requests are refused from a day on. */
interface ModelEnds {
  readonly kind: "shutdown";
  readonly on: Day;
  readonly model: string;
  /** `null`: none is named. */
  readonly successor: string | null;
}

/** A listed price of a model in use that begins; it counts in every month that begins on that day or later. */
interface PriceBegins {
  readonly kind: "price";
  readonly on: Day;
  readonly model: string;
}

/** Something that happens in a month of a forecast. */
export type ForecastEvent = LimitPassed | BudgetPassed | ModelEnds | PriceBegins;

/** One month of a forecast: the 730 hours that begin on `from`. Amounts are exact USD. */
export interface ForecastMonth extends Verdict {
  /** 0 for the month that begins on the scenario's day. */
  readonly month: number;
  readonly from: Day;
  readonly usageTier: UsageTierId;
  /** (1 + percent ÷ 100)^month, by which the requests of every workload are multiplied. */
  readonly times: Exact;
  /** The scenario of today at the prices in force on `from`, before it is multiplied. */
  readonly base: Estimate;
  /** `null` where a price is missing. */
  readonly perMonth: Exact | null;
  /** This month and all before it; `null` where one of them is unknown. */
  readonly cumulative: Exact | null;
  /** What is entered as paid and all months before this one; `null` where one of them is unknown. */
  readonly paidBefore: Exact | null;
  /** Codes of what keeps the month from fitting, or leaves it open; empty where it fits. */
  readonly reasons: readonly NoteCode[];
  readonly limits: readonly LimitRow[];
  readonly isOverBudget: boolean;
  readonly events: readonly ForecastEvent[];
}

/** 1 in 10 cases is below p10, half are below p50, 1 in 10 is above p90. */
export interface CostBand {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A scenario month by month. */
export interface Forecast {
  readonly scenario: Scenario;
  readonly growth: Growth;
  /** As many as `growth` says, the first one of factor 1. */
  readonly months: readonly ForecastMonth[];
  /** The month’s cost in USD where fields are ranges; `null` without ranges, or without a price. */
  readonly band: readonly CostBand[] | null;
}
