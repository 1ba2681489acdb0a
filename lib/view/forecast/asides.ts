import { usageTier } from "@/lib/catalogue";
import { budgetShares, daySpent, hoursUntil, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { fromNumber, parseDecimal, toNumber, ZERO, type Exact } from "@/lib/money";
import { formatDate, formatMonth } from "@/lib/view/dates";
import { inCases } from "@/lib/view/names";
import { formatSpan, formatTier, formatUsdText } from "@/lib/view/text";
import { partsText } from "./changes";
import { leftOf } from "./words";

/** A day of a month on which the budget is passed in some case. */
interface DayPassed {
  readonly day: string;
  readonly month: ForecastMonth;
}

/**
 * The first day on which a budget is passed at one quantile of the months’ cost; `null` where none is. Within a month
 * the money goes as in the case of the numbers entered.
 */
function firstOver({ months, band }: Forecast, of: "p10" | "p90", budget: Exact): DayPassed | null {
  const most = toNumber(budget);
  const month = months.find((_, index) => band![index]![of] > most);
  if (!month) return null;
  const factor = toNumber(month.perMonth!) / band![month.month]![of];
  // As much of the month as entered is spent then; rounded down, so that the month is above it.
  const asEntered = fromNumber(Math.max(0, Math.floor(most * factor * 1000) - 1) / 1000);
  return { day: asEntered.n > 0n ? daySpent(month, asEntered) : month.from, month };
}

/**
 * The first days on which the budget is passed in 1 of 10 cases and in 9 of 10, `null` where none is; `null` without
 * ranges or a budget.
 */
export function budgetSpan(forecast: Forecast) {
  const { monthlyBudgetUsd } = forecast.scenario;
  if (!forecast.band || monthlyBudgetUsd === undefined) return null;
  const budget = parseDecimal(monthlyBudgetUsd)!;
  return { early: firstOver(forecast, "p90", budget), late: firstOver(forecast, "p10", budget) };
}

/**
 * In how many cases the budget holds, in the first month, which is that of Plan, and in the last; then between which
 * days it is passed. `null` without ranges or a budget.
 */
export function bandAside(forecast: Forecast): string | null {
  const shares = budgetShares(forecast);
  if (!shares) return null;
  const { months, scenario } = forecast;
  const [first, last] = [shares[0]!, shares.at(-1)!];
  const end = formatMonth(months.at(-1)!.from);
  const mixed = partsText(forecast, months[0]!);
  const holds = `The ${formatUsdText(scenario.monthlyBudgetUsd!)} budget holds ${inCases(first)} in the first month${mixed ? ` (${mixed})` : ""}`;
  const to = months.length > 1 ? ` and ${inCases(last)} in the last, of ${end}` : "";
  const { early, late } = budgetSpan(forecast)!;
  if (!early || !late) return `${holds}${to}.`;
  const [from, until] = [early, late].map(({ day }) => formatDate(day, scenario.asOf));
  const when = from === until ? `on ${from}` : `between ${from} and ${until}`;
  return `${holds}${to}. In 8 of 10 cases it is first passed ${when}.`;
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
