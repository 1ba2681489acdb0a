import { usageTier as tierFacts } from "@/lib/catalogue";
import { MONTH_HOURS, passingPart, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { monthlyUsageLimit } from "@/lib/limits";
import { parseDecimal, toNumber, ZERO, type Exact } from "@/lib/money";
import { allowedIn, rateText, requestsAMinuteNow } from "@/lib/view/forecast";
import { DIMENSIONS, poolName } from "@/lib/view/names";
import {
  type FigureKey,
  formatDay,
  formatPercent,
  formatSpan,
  formatTier,
  formatTimes,
  formatUsd,
  formatUsdText,
} from "@/lib/view/text";
import { allFacts, missing } from "../cost/totals";
import { limitTerm } from "../limit/source";
import { step, working, type Working, type WorkingStep } from "../compose";
import { amountText, minus, money, number, over, plus, times, type Term } from "../term";
import { fitsWorking } from "./fits";
import { factorText, growthTerm, isWhole, monthTerm, partTerm, powered, totalTerm, usdTerm } from "./terms";

type ForecastFigureKey = Extract<FigureKey, { readonly of: "forecast" }>;

const titleOf = (forecast: Forecast, { month, from }: ForecastMonth) =>
  `month ${month + 1} of ${forecast.months.length}, from ${formatDay(from)}`;

/** The steps that lead to the cost of a month. */
function monthSteps(forecast: Forecast, month: ForecastMonth): WorkingStep[] {
  const today = "A month of today’s traffic";
  return [
    ...month.parts.map(({ from, hours, base: { cost } }) => {
      const label = isWhole(month) ? today : `${today}, for ${hours} h from ${formatDay(from)}`;
      return step(label, usdTerm(cost.perMonth!), formatUsd(cost.perMonth));
    }),
    ...(month.month > 0 ? [step("Growth", growthTerm(forecast, month), factorText(month.times))] : []),
  ];
}

function monthWorkingOf(forecast: Forecast, month: ForecastMonth): Working {
  const title = `Cost of ${titleOf(forecast, month)}`;
  if (!month.perMonth) return missing(title, month.base);
  return working({
    title,
    steps: monthSteps(forecast, month),
    result: step("The month", monthTerm(forecast, month), formatUsd(month.perMonth)),
    rule: "forecast-growth",
    facts: allFacts(month.base),
  });
}

function totalWorking(forecast: Forecast, month: ForecastMonth): Working {
  const count = month.month + 1;
  const title = `Cost of ${count === 1 ? "the first month" : `the first ${count} months in all`}`;
  if (!month.cumulative) return missing(title, month.base);
  return working({
    title,
    steps: [step("The first month", monthTerm(forecast, forecast.months[0]!), formatUsd(forecast.months[0]!.perMonth))],
    result: step("In all", totalTerm(forecast, count), formatUsd(month.cumulative)),
    rule: "forecast-growth",
    facts: allFacts(month.base),
  });
}

function requestsWorking(forecast: Forecast, month: ForecastMonth): Working {
  const now = requestsAMinuteNow(forecast);
  const today: Term = { text: amountText(now), value: now, level: 0 };
  const term = powered(today, forecast, month);
  return working({
    title: `Requests a minute in ${titleOf(forecast, month)}`,
    steps: [step("Wanted today, all workloads", today)],
    result: step("Requests a minute", term, rateText(term.value)),
    rule: "forecast-growth",
  });
}

/** What the month’s cost is of the budget or, without one, of the usage limit. */
function shareWorking(forecast: Forecast, month: ForecastMonth): Working | null {
  if (!month.perMonth) return null;
  const { scenario } = forecast;
  const isBudget = scenario.monthlyBudgetUsd !== undefined;
  const allowed = money(allowedIn(forecast, month));
  if (allowed.value.n === 0n) return null;
  const term = over(monthTerm(forecast, month), allowed);
  return working({
    title: `${isBudget ? "Of the budget" : `Of ${formatTier(month.usageTier)}’s usage limit`}, ${titleOf(forecast, month)}`,
    steps: [
      ...monthSteps(forecast, month),
      step("The month", monthTerm(forecast, month), formatUsd(month.perMonth)),
      {
        label: isBudget ? "Budget" : "Usage limit",
        expression: isBudget ? "your own" : formatTier(month.usageTier),
        value: allowed.text,
      },
    ],
    result: step(isBudget ? "Of the budget" : "Of the limit", term, formatPercent(toNumber(term.value))),
    rule: isBudget ? "forecast-growth" : "monthly-usage",
    facts: isBudget ? allFacts(month.base) : [tierFacts(month.usageTier)],
  });
}

function headroomWorking(forecast: Forecast, month: ForecastMonth): Working | null {
  const row = month.limits.find(({ bindsFirst }) => bindsFirst);
  if (!row?.limit || !row.demand.peak) return null;
  const { pool, dimension } = row.demand;
  const now = month.base.demands[row.index]!.peak!;
  const isMoney = dimension === "monthly-usage";
  const today: Term = isMoney ? usdTerm(now) : { text: amountText(now), value: now, level: 0 };
  const limit = limitTerm(month.base, row.index, month.usageTier)!;
  const shownAmount = (value: Exact) => (isMoney ? formatUsd(value) : factorText(value));
  const demand = powered(today, forecast, month);
  return working({
    title: `Headroom in ${titleOf(forecast, month)}: ${DIMENSIONS[dimension].toLowerCase()}${isMoney ? "" : `, ${poolName(pool)}`}`,
    steps: [
      step(isMoney ? "A month of today’s traffic" : "Demand today, at peak", today, shownAmount(now)),
      step("Demand of the month", demand, shownAmount(demand.value)),
      { label: "Limit", expression: limit.source, value: limit.term.text },
    ],
    result: step("Headroom", over(limit.term, demand), formatTimes(row.headroom)),
    rule: "headroom",
    facts: [limit.fact],
  });
}

/** When in a month its usage limit is spent, or the budget. */
function spentWorking(forecast: Forecast, month: ForecastMonth, isBudget: boolean): Working | null {
  const { scenario } = forecast;
  if (isBudget && scenario.monthlyBudgetUsd === undefined) return null;
  const amount = isBudget ? parseDecimal(scenario.monthlyBudgetUsd!)! : monthlyUsageLimit(scenario, month.usageTier);
  const passing = passingPart(month, amount);
  if (!passing) return null;
  const { part, hours, spent } = passing;
  const limit = money(amount);
  // What the parts before have cost is told in cents: their sum has its own line.
  const left = hours === 0 ? limit : minus(limit, money(spent));
  const within = over(times(number(MONTH_HOURS), left), partTerm(forecast, month, part));
  const term = hours === 0 ? within : plus(number(hours), within);
  return working({
    title: `When the ${isBudget ? "budget is passed" : "monthly usage limit is spent"}, ${titleOf(forecast, month)}`,
    steps: [
      {
        label: isBudget ? "Budget" : "Limit",
        expression: isBudget ? "your own" : formatTier(month.usageTier),
        value: limit.text,
      },
      ...monthSteps(forecast, month),
    ],
    result: step("After", term, formatSpan(term.value)),
    rule: isBudget ? "forecast-growth" : "monthly-usage",
    facts: isBudget ? allFacts(month.base) : [tierFacts(month.usageTier)],
  });
}

/** What was paid before a month, by which its usage tier goes. */
function tierWorkingOf(forecast: Forecast, month: ForecastMonth): Working {
  const { growth } = forecast;
  const before = growth.paidUsd === undefined ? ZERO : parseDecimal(growth.paidUsd)!;
  const needs = tierFacts(month.usageTier).reachedAfterUsd;
  return working({
    title: `Usage tier in ${titleOf(forecast, month)}`,
    steps: [
      {
        label: "Paid so far",
        expression: growth.paidUsd === undefined ? "none entered" : "entered",
        value: formatUsd(before),
      },
      {
        label: "Paid before the month",
        expression: "",
        value: month.paidBefore ? formatUsd(month.paidBefore) : "unknown",
      },
    ],
    result: {
      label: "Usage tier",
      expression: growth.tierFollows && needs !== null ? `reached after ${formatUsdText(needs)}` : "as entered",
      value: formatTier(month.usageTier),
    },
    rule: "forecast-tier",
    facts: [tierFacts(month.usageTier)],
  });
}

/** The working of a figure of a forecast; `null` where the forecast has no such figure, or has it no more. */
export function forecastWorkingOf(key: ForecastFigureKey, forecast: Forecast): Working | null {
  if (key.figure === "fits") return fitsWorking(forecast, key.at);
  const month = forecast.months[key.at];
  if (!month) return null;
  switch (key.figure) {
    case "month":
      return monthWorkingOf(forecast, month);
    case "total":
      return totalWorking(forecast, month);
    case "requests":
      return requestsWorking(forecast, month);
    case "share":
      return shareWorking(forecast, month);
    case "headroom":
      return headroomWorking(forecast, month);
    case "spent":
      return spentWorking(forecast, month, false);
    case "passed":
      return spentWorking(forecast, month, true);
    case "tier":
      return tierWorkingOf(forecast, month);
  }
}
