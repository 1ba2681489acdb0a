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
  /** The day from which the demand is over the limit; of the usage limit the day on which it is spent. */
  readonly day: Day;
  readonly pool: string;
  readonly dimension: Dimension;
  readonly usageTier: UsageTierId;
}

/** The month that costs more than the budget for the first time. */
interface BudgetPassed {
  readonly kind: "budget";
  /** The day on which the month begins. */
  readonly on: Day;
  /** The day on which what the month has cost so far passes it. */
  readonly day: Day;
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

/** Some hours of a month that have the same models and prices. */
export interface MonthPart {
  readonly from: Day;
  /** Of the month’s 730. */
  readonly hours: number;
  /** The scenario of today on the models and at the prices of these hours, a whole month of it. */
  readonly base: Estimate;
}

/** A model in use that ends in a continued forecast, or had ended before its first day. */
export interface ModelChange {
  /** The day from which its requests are refused. */
  readonly on: Day;
  readonly model: string;
  /** The model that is gone on with, else the one that is named; `null`: none is named. */
  readonly successor: string | null;
  /** Whether the forecast goes on with the successor; else it ends on that day. */
  readonly goesOn: boolean;
}

/** One month of a forecast: the 730 hours that begin on `from`. Amounts are exact USD. */
export interface ForecastMonth extends Verdict {
  /** 0 for the month that begins on the scenario's day. */
  readonly month: number;
  readonly from: Day;
  readonly usageTier: UsageTierId;
  /** (1 + percent ÷ 100)^month, by which the requests of every workload are multiplied. */
  readonly times: Exact;
  /**
   * The scenario of today at the prices in force on `from`, before it is multiplied. Of a month of several parts what
   * they come to: cost by their hours, the demands of all their pools.
   */
  readonly base: Estimate;
  /** One, unless a model in use ends within the month of a continued forecast. */
  readonly parts: readonly MonthPart[];
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
  /** As many as `growth` says, the first one of factor 1; fewer where a continued forecast ends before. */
  readonly months: readonly ForecastMonth[];
  /** The month’s cost in USD where fields are ranges; `null` without ranges, or without a price. */
  readonly band: readonly CostBand[] | null;
  /** The models that end, by day; empty where it is not continued. */
  readonly changes: readonly ModelChange[];
  /** The day on which it ends before its months do, for want of a successor; else `null`. */
  readonly endsOn: Day | null;
}
