import { usageTier } from "@/lib/catalogue";
import type { Forecast, ForecastMonth } from "@/lib/forecast";
import { parseDecimal, toNumber, ZERO } from "@/lib/money";
import { formatMonth } from "@/lib/view/dates";
import { formatSpan, formatTier, formatUsdText } from "@/lib/view/text";
import { hoursUntil, leftOf } from "./words";

/** The month in which a value that rises first passes `most`; `null` where none does. */
const firstOver = (months: readonly ForecastMonth[], values: readonly number[], most: number): ForecastMonth | null =>
  months.find((_, index) => values[index]! > most) ?? null;

/**
 * The first months in which the budget is passed in 1 of 10 cases and in 9 of 10, `null` where none is; `null` without
 * ranges or a budget.
 */
export function budgetSpan({ scenario, months, band }: Forecast) {
  const budget = scenario.monthlyBudgetUsd;
  if (!band || budget === undefined) return null;
  const most = toNumber(parseDecimal(budget)!);
  const values = (of: "p10" | "p90") => band.map((one) => one[of]);
  return { early: firstOver(months, values("p90"), most), late: firstOver(months, values("p10"), most) };
}

/** In how many cases the budget is passed, and between which months; `null` without ranges or a budget. */
export function bandAside(forecast: Forecast): string | null {
  const span = budgetSpan(forecast);
  if (!span) return null;
  const { early, late } = span;
  const budget = forecast.scenario.monthlyBudgetUsd!;
  if (!early) return `In 9 of 10 cases the budget of ${formatUsdText(budget)} is not passed in these months.`;
  if (!late)
    return `In 1 of 10 cases the budget is passed by ${formatMonth(early.from)}; in 1 of 10 not in these months.`;
  if (early === late) return `In 8 of 10 cases the budget is passed in ${formatMonth(early.from)}.`;
  const sameYear = early.from.slice(0, 4) === late.from.slice(0, 4);
  const from = sameYear ? formatMonth(early.from).slice(0, -5) : formatMonth(early.from);
  return `In 8 of 10 cases the budget is passed between ${from} and ${formatMonth(late.from)}.`;
}

/** What the next higher tier of a forecast takes and when it counts; `null` where the tier does not rise. */
export function tierAside({ months, growth }: Forecast): string | null {
  const at = months.findIndex(({ usageTier: tier }, index) => index > 0 && tier !== months[index - 1]!.usageTier);
  if (at < 0) return null;
  const risen = months[at]!;
  const needs = usageTier(risen.usageTier).reachedAfterUsd!;
  const paid = growth.paidUsd === undefined ? ZERO : parseDecimal(growth.paidUsd)!;
  const hours = at === 1 ? hoursUntil(months[0]!, leftOf(parseDecimal(needs)!, paid)) : null;
  const tier = formatTier(risen.usageTier);
  const first = `${tier[0]!.toUpperCase()}${tier.slice(1)} needs ${formatUsdText(needs)} paid`;
  if (hours) return `${first}, ${formatSpan(hours)} of this traffic; it counts from the next month.`;
  return `${first}: that is so before the month of ${formatMonth(risen.from)}.`;
}
