import { estimate, scaledEstimate, type Estimate } from "@/lib/estimate";
import { factsOf } from "@/lib/facts";
import { add, compare, exact, parseDecimal, ZERO, type Exact } from "@/lib/money";
import type { Growth, Scenario } from "@/lib/scenario";
import { costBand } from "./band";
import { monthsAfter } from "./calendar";
import { eventReader } from "./events";
import { growthFactor } from "./growth";
import { tierReached } from "./tiers";
import type { Forecast, ForecastMonth } from "./types";

/** `total + next`. Denominators of months divide those of later months, which keeps the numbers short. */
function addNext(total: Exact, next: Exact): Exact {
  return next.d % total.d === 0n ? exact(total.n * (next.d / total.d) + next.n, next.d) : add(total, next);
}

/** Estimates of the scenario on later days; days on which the same prices are in force share one. */
function estimatesByDay(scenario: Scenario): (day: string) => Estimate {
  const known = new Map<string, Estimate>();
  return (asOf) => {
    const dated = { ...scenario, asOf };
    const rows = [...factsOf(dated).values()].map(({ priceRow }) => priceRow?.from ?? "").join(" ");
    if (!known.has(rows)) known.set(rows, estimate(dated));
    return known.get(rows)!;
  };
}

/**
 * A scenario month by month as its requests grow. Month k, from 0, is the 730 hours that begin k calendar months
 * after the scenario's day (a day its month does not have: the last one it has), at the prices in force on that day.
 * The requests of every workload are multiplied by (1 + percent ÷ 100)^k, exactly. Limits are those of the usage
 * tier; where it follows what is paid, that is the highest tier which `paidUsd` (absent: 0) and the cost of the
 * months before have reached, never below the scenario's own. A month of unknown cost leaves the tier as it was.
 * After a model's shutdown its last prices and limits hold; the shutdown is an event.
 */
export function forecast(scenario: Scenario, growth: Growth): Forecast {
  const budget = scenario.monthlyBudgetUsd === undefined ? null : parseDecimal(scenario.monthlyBudgetUsd)!;
  const estimateOn = estimatesByDay(scenario);
  const readEvents = eventReader();
  const months: ForecastMonth[] = [];
  let usageTier = scenario.usageTier;
  let paidBefore: Exact | null = growth.paidUsd === undefined ? ZERO : parseDecimal(growth.paidUsd)!;
  let total: Exact | null = ZERO;
  for (let month = 0; month < growth.months; month++) {
    const from = monthsAfter(scenario.asOf, month);
    const base = estimateOn(from);
    const times = growthFactor(growth.percentPerMonth, month);
    if (growth.tierFollows && paidBefore) usageTier = tierReached(paidBefore, scenario.usageTier);
    const { perMonth, limits, verdict } = scaledEstimate(base, times, usageTier);
    const cumulative: Exact | null = total && perMonth && addNext(total, perMonth);
    const isOverBudget = budget !== null && perMonth !== null && compare(perMonth, budget) > 0;
    const { fits, bindsFirst, scaleAtLimit, reasons } = verdict;
    const here = { from, base, usageTier, limits, isOverBudget };
    months.push({
      ...here,
      month,
      times,
      perMonth,
      cumulative,
      paidBefore,
      fits,
      bindsFirst,
      scaleAtLimit,
      reasons,
      events: readEvents(here, monthsAfter(scenario.asOf, month + 1), month === 0),
    });
    total = cumulative;
    paidBefore = paidBefore && perMonth && addNext(paidBefore, perMonth);
  }
  return { scenario, growth, months, band: costBand(scenario, months) };
}
