import type { Estimate } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { toNumber } from "@/lib/money";
import type { RangeResult } from "@/lib/ranges";
import {
  checkedSource,
  formatTick,
  linearSteps,
  logAxis,
  ticks,
  type Axis,
  type ChartText,
  type Undrawn,
} from "@/lib/view/chart";
import { formatNumber, formatUsd } from "@/lib/view/text";
import { enteredUsd } from "../figures";
import { budgetOf } from "../verdict";
import { betweenText, roughUsd } from "../words";

/** A value on the axis with its words. */
export interface MonthMark {
  readonly value: number;
  readonly text: string;
}

/** A month’s cost in 100 equally likely cases. */
export interface MonthsChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly scale: "linear" | "log";
  /** Ascending. */
  readonly months: readonly number[];
  readonly budget: MonthMark | null;
  readonly limit: MonthMark;
  /** Cases up to the lower of budget and limit, over the budget but not the limit, and over the limit. */
  readonly within: number;
  readonly between: number;
  readonly over: number;
  /** Cases up to the budget, whatever the limit; without a budget, as `within`. */
  readonly inBudget: number;
  readonly entered: MonthMark;
  readonly p10: MonthMark;
  readonly p50: MonthMark;
  readonly p90: MonthMark;
}

const EYEBROW = "A month’s cost, 100 equally likely cases";
/** From so many times the median on, the dearest cases leave no room for the others on a linear axis. */
const LONG_TAIL = 12;

function axisOf(months: readonly number[], marks: readonly number[]): { x: Axis; scale: "linear" | "log" } {
  const all = [...months, ...marks];
  const label = (value: number) => `$${formatTick(value)}`;
  const largest = Math.max(...all);
  if (largest > LONG_TAIL * months[49]!) return { x: logAxis(Math.min(...all), largest, label), scale: "log" };
  const steps = linearSteps(largest, 7);
  return {
    x: {
      from: 0,
      to: largest * 1.04,
      ticks: ticks(
        steps.filter((step) => step <= largest),
        label,
      ),
    },
    scale: "linear",
  };
}

const marked = (value: number): MonthMark => ({ value, text: roughUsd(value) });
const round = (usd: number): string => `$${formatNumber(Math.round(usd))}`;

function findingOf(chart: Pick<MonthsChart, "budget" | "limit" | "inBudget" | "over">, result: RangeResult): string {
  const { budget, limit, inBudget, over } = chart;
  const passing = over > 0 ? `${over} of 100 pass the usage limit` : "none passes the usage limit";
  if (!budget)
    return `In 8 of 10 cases the month costs $${betweenText(result.perMonthUsd!).replace(" to ", " to $")}; ${passing}`;
  if (inBudget === 100) return `All 100 cases stay within ${budget.text}${over > 0 ? `; ${passing}` : ""}`;
  if (inBudget === 0) return `All 100 cases are over the ${budget.text} budget; ${passing}`;
  const stay =
    inBudget >= 50 ? `Most cases stay within ${budget.text}` : `${100 - inBudget} of 100 cases are over ${budget.text}`;
  return limit.value !== budget.value ? `${stay}; ${passing}` : stay;
}

/** The chart of a month’s cost over its cases. */
export function monthsChart(estimate: Estimate, result: RangeResult): MonthsChart | Undrawn {
  const { scenario } = estimate;
  const { months, perMonthUsd, samples, drivers } = result;
  const entered = enteredUsd(estimate);
  if (!perMonthUsd || entered === null)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: "Without a price there is no range of the month’s cost",
      remedy: "Enter your own price.",
    };
  const limitUsd = toNumber(monthlyUsageLimit(scenario, scenario.usageTier));
  const budgetUsd = budgetOf(estimate);
  const budget = budgetUsd === null ? null : { value: budgetUsd, text: round(budgetUsd) };
  const limit = { value: limitUsd, text: round(limitUsd) };
  const upTo = (usd: number) => months.filter((month) => month <= usd).length;
  const over = 100 - upTo(limitUsd);
  const inBudget = upTo(budgetUsd ?? limitUsd);
  const within = Math.min(upTo(limitUsd), inBudget);
  const counts = { budget, limit, within, between: 100 - over - within, over, inBudget };
  const finding = findingOf(counts, result);
  // A limit far to the right would press all cases to the left.
  const near = [limitUsd, ...(budgetUsd === null ? [] : [budgetUsd])].filter((usd) => usd <= 1.6 * months.at(-1)!);
  const { p10, p50, p90 } = perMonthUsd;
  return {
    drawn: true,
    eyebrow: EYEBROW,
    finding,
    units: "Each mark is one case. The solid dot below is the scenario as entered.",
    source: `${formatNumber(samples)} seeded cases of ${drivers.length === 1 ? "one log-normal mean" : `${drivers.length} log-normal means`}; ${checkedSource("prices")}`,
    title: "A month’s cost in 100 equally likely cases",
    description: `${finding}. p10 ${roughUsd(p10)}, p50 ${roughUsd(p50)}, p90 ${roughUsd(p90)}; as entered ${formatUsd(estimate.cost.perMonth)}.`,
    table: {
      head: ["Of 100 cases", "Cost a month up to"],
      rows: [
        ["10", roughUsd(p10)],
        ["25", roughUsd((months[24]! + months[25]!) / 2)],
        ["50", roughUsd(p50)],
        ["75", roughUsd((months[74]! + months[75]!) / 2)],
        ["90", roughUsd(p90)],
        ["100", roughUsd(months[99]!)],
        ["As entered", formatUsd(estimate.cost.perMonth)],
      ],
    },
    ...axisOf(months, [...near, entered]),
    months,
    ...counts,
    entered: { value: entered, text: formatUsd(estimate.cost.perMonth) },
    p10: marked(p10),
    p50: marked(p50),
    p90: marked(p90),
  };
}
