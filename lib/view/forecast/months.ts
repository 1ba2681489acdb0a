import type { Forecast, ForecastMonth } from "@/lib/forecast";
import { divide, exact, parseDecimal, sum, toNumber, type Exact } from "@/lib/money";
import { wantedPerYear } from "@/lib/rates";
import { requestsText } from "@/lib/view/chart";
import { SHORT_DIMENSIONS } from "@/lib/view/names";
import {
  formatRounded,
  formatCount,
  formatDay,
  formatPercent,
  formatTimes,
  UNKNOWN,
  type Figure,
} from "@/lib/view/text";
import { monthBand } from "./band";
import { changeNote } from "./changes";
import { forecastFigure, monthFigure, monthsText, wholeUsdText } from "./words";

/** A month of the table. */
export interface MonthRow {
  readonly month: number;
  /** Counted from 1. */
  readonly number: string;
  readonly from: string;
  /** What changes in it: `gpt-6.1-terra from 11 Dec`, `budget passed 24 Aug`; `null` where nothing does. */
  readonly note: string | null;
  readonly requests: Figure;
  readonly tier: Figure;
  readonly fits: boolean | null;
  readonly cost: Figure;
  /** p10 to p90; `null` without ranges. */
  readonly band: string | null;
  readonly total: Figure;
  /** Of the budget or, without one, of the usage limit. */
  readonly share: Figure | null;
  readonly isOver: boolean;
  /** The first month over the budget. */
  readonly isFirstOver: boolean;
  /** Lengths of the bar, 0–1: up to what is allowed, and over it. */
  readonly bar: { readonly within: number; readonly over: number };
  readonly bindsFirst: string;
  readonly headroom: Figure | null;
}

/** The months of a forecast as a table. */
export interface MonthsView {
  readonly finding: string;
  readonly rows: readonly MonthRow[];
  /** What the bars are measured against: `budget`, or `usage limit`. */
  readonly against: "budget" | "usage limit";
  /** Where on the bars it is, 0–1; `null` where it moves with the usage tier. */
  readonly mark: number | null;
  readonly hasBand: boolean;
}

/** Wanted requests of all workloads a minute, at the scenario’s own rate. */
export const requestsAMinuteNow = ({ scenario }: Forecast): Exact =>
  sum(scenario.workloads.map((workload) => exact(wantedPerYear(workload), 525_600_000n)));

/** Wanted requests a minute in a month. */
export const requestsOfMonth = (forecast: Forecast, { times }: ForecastMonth): Exact => {
  const now = requestsAMinuteNow(forecast);
  return exact(now.n * times.n, now.d * times.d);
};

/** A rate of requests a minute; below 1,000 in tenths, so that growth is seen. */
export const rateText = (rate: Exact): string =>
  rate.n >= rate.d && rate.n < 1000n * rate.d ? formatRounded(rate, 1) : requestsText(rate);

/** What a month’s cost is measured against: the budget, else the usage limit of its tier. */
export function allowedIn({ scenario }: Forecast, { limits }: ForecastMonth): Exact {
  return scenario.monthlyBudgetUsd === undefined
    ? limits.at(-1)!.limit!.exact
    : parseDecimal(scenario.monthlyBudgetUsd)!;
}

const largest = (amounts: readonly number[]) => Math.max(...amounts, 0);

function findingOf(forecast: Forecast): string {
  const { scenario, months } = forecast;
  const all = monthsText({ months: months.length });
  const over = months.filter((month) => isOverAllowed(forecast, month)).length;
  const what = scenario.monthlyBudgetUsd === undefined ? "the usage limit" : "the budget";
  const unpriced = months.filter(({ perMonth }) => perMonth === null).length;
  if (unpriced > 0) return `No price in ${unpriced} of ${all}`;
  if (months.length === 1) return `The month is ${over ? "over" : "within"} ${what}`;
  if (over === 0) return `All ${all} within ${what}`;
  if (over === months.length) return `All ${all} over ${what}`;
  const within = months.length - over;
  if (Math.max(within, over) >= WORDS.length)
    return `${formatCount(BigInt(within), "month")} within ${what}, ${over} over it`;
  return `${capitalCount(within)} within ${what}, ${countWord(over)} over it`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const countWord = (count: number): string => WORDS[count] ?? String(count);
const capitalCount = (count: number): string => {
  const word = countWord(count);
  return `${word[0]!.toUpperCase()}${word.slice(1)} month${count === 1 ? "" : "s"}`;
};

/** Whether a month costs more than it is measured against. */
function isOverAllowed(forecast: Forecast, month: ForecastMonth): boolean {
  return forecast.scenario.monthlyBudgetUsd === undefined ? month.limits.at(-1)!.over : month.isOverBudget;
}

/** The day within a month on which what it is measured against is first passed, and the models that change. */
function noteOf(forecast: Forecast, month: ForecastMonth): string | null {
  const hasBudget = forecast.scenario.monthlyBudgetUsd !== undefined;
  const passed = month.events.flatMap((event) => {
    if (event.kind === "budget") return `budget passed ${formatDay(event.day).slice(0, -5)}`;
    const isSpent = event.kind === "limit" && event.dimension === "monthly-usage" && !hasBudget;
    return isSpent ? `spent ${formatDay(event.day).slice(0, -5)}` : [];
  });
  const changed = changeNote(forecast, month);
  const notes = [...passed, ...(changed ? [changed] : [])];
  return notes.length > 0 ? notes.join("; ") : null;
}

/** Every month of a forecast. */
export function monthsView(forecast: Forecast): MonthsView {
  const { months, scenario, band } = forecast;
  const hasBudget = scenario.monthlyBudgetUsd !== undefined;
  const costs = months.map(({ perMonth }) => (perMonth ? toNumber(perMonth) : 0));
  const allowed = months.map((month) => toNumber(allowedIn(forecast, month)));
  // A limit far above every month is not drawn to scale: its bars would all be stubs.
  const full = hasBudget ? Math.max(largest(costs), Math.min(allowed[0]!, largest(costs) * 4)) * 1.04 : largest(costs);
  const firstOver = months.find((month) => isOverAllowed(forecast, month))?.month;
  return {
    finding: findingOf(forecast),
    against: hasBudget ? "budget" : "usage limit",
    mark: hasBudget && allowed[0]! <= full ? allowed[0]! / full : null,
    hasBand: band !== null,
    rows: months.map((month, index): MonthRow => {
      const limit = allowedIn(forecast, month);
      const share = month.perMonth && limit.n > 0n ? toNumber(divide(month.perMonth, limit)) : null;
      const within = Math.min(costs[index]!, allowed[index]!);
      const { bindsFirst, scaleAtLimit } = month;
      return {
        month: index,
        number: String(index + 1),
        from: formatDay(month.from),
        note: noteOf(forecast, month),
        requests: forecastFigure(rateText(requestsOfMonth(forecast, month)), "requests", index),
        tier: forecastFigure(month.usageTier === "free" ? "Free" : String(month.usageTier), "tier", index),
        fits: month.fits,
        cost: monthFigure(month),
        band: monthBand(forecast, index),
        total: forecastFigure(month.cumulative ? wholeUsdText(month.cumulative) : UNKNOWN, "total", index),
        share: share === null ? null : forecastFigure(formatPercent(share), "share", index),
        isOver: isOverAllowed(forecast, month),
        isFirstOver: index === firstOver,
        bar: full > 0 ? { within: within / full, over: (costs[index]! - within) / full } : { within: 0, over: 0 },
        bindsFirst: bindsFirst ? SHORT_DIMENSIONS[bindsFirst.dimension] : UNKNOWN,
        headroom: scaleAtLimit === null ? null : forecastFigure(formatTimes(scaleAtLimit), "headroom", index),
      };
    }),
  };
}
