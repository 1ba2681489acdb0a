import type { Day } from "@/lib/catalogue";
import { scaledEstimate } from "@/lib/estimate";
import { add, compare, exact, parseDecimal, ZERO, type Exact } from "@/lib/money";
import type { Growth, Scenario } from "@/lib/scenario";
import { costBand } from "./band";
import { monthsAfter } from "./calendar";
import { eventReader } from "./events";
import { growthFactor } from "./growth";
import { asEntered, onCourse } from "./parts";
import { courseOf } from "./succession";
import { tierReached } from "./tiers";
import type { Forecast, ForecastMonth } from "./types";

/** `total + next`. Denominators of months divide those of later months, which keeps the numbers short. */
function addNext(total: Exact, next: Exact): Exact {
  return next.d % total.d === 0n ? exact(total.n * (next.d / total.d) + next.n, next.d) : add(total, next);
}

type BasisOf = (from: Day, until: Day) => Pick<ForecastMonth, "base" | "parts"> | null;

/** The months of a growth, until there is nothing that a month could be of. */
function monthsOf(scenario: Scenario, growth: Growth, basisOf: BasisOf): ForecastMonth[] {
  const budget = scenario.monthlyBudgetUsd === undefined ? null : parseDecimal(scenario.monthlyBudgetUsd)!;
  const readEvents = eventReader(budget);
  const months: ForecastMonth[] = [];
  let usageTier = scenario.usageTier;
  let paidBefore: Exact | null = growth.paidUsd === undefined ? ZERO : parseDecimal(growth.paidUsd)!;
  let total: Exact | null = ZERO;
  for (let month = 0; month < growth.months; month++) {
    const [from, until] = [monthsAfter(scenario.asOf, month), monthsAfter(scenario.asOf, month + 1)];
    const basis = basisOf(from, until);
    if (!basis) break;
    const times = growthFactor(growth.percentPerMonth, month);
    if (growth.tierFollows && paidBefore) usageTier = tierReached(paidBefore, scenario.usageTier);
    const { perMonth, limits, verdict } = scaledEstimate(basis.base, times, usageTier);
    const cumulative: Exact | null = total && perMonth && addNext(total, perMonth);
    const isOverBudget = budget !== null && perMonth !== null && compare(perMonth, budget) > 0;
    const { fits, bindsFirst, scaleAtLimit, reasons } = verdict;
    const judged = { fits, bindsFirst, scaleAtLimit, reasons, usageTier, limits, isOverBudget };
    const here = { ...basis, ...judged, month, from, times, perMonth, cumulative, paidBefore };
    months.push({ ...here, events: readEvents(here, until, month === 0) });
    total = cumulative;
    paidBefore = paidBefore && perMonth && addNext(paidBefore, perMonth);
  }
  return months;
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
  const months = monthsOf(scenario, growth, asEntered(scenario));
  return { scenario, growth, months, band: costBand(scenario, months), changes: [], endsOn: null };
}

/** A continued forecast without its ranges. */
function goneOn(scenario: Scenario, growth: Growth): Forecast {
  const course = courseOf(scenario, monthsAfter(scenario.asOf, growth.months));
  const months = monthsOf(scenario, growth, onCourse(course));
  return { scenario, growth, months, band: null, changes: course.changes, endsOn: course.endsOn };
}

/** How many months past its end a forecast is looked at. */
const MONTHS_BEYOND = 12;

/** The first months of a forecast that is longer, as if it ended with them. */
function cut(longer: Forecast, growth: Growth): Forecast {
  const { scenario } = longer;
  const until = monthsAfter(scenario.asOf, growth.months);
  const isWithin = (day: Day | null) => day !== null && day < until;
  const months = longer.months.slice(0, growth.months);
  return {
    scenario,
    growth,
    months,
    band: costBand(scenario, months),
    changes: longer.changes.filter(({ on }) => isWithin(on)),
    endsOn: isWithin(longer.endsOn) ? longer.endsOn : null,
  };
}

/**
 * The same as it goes on when models in use end: from that day on with the successor that is named, at its prices and
 * limits, and so along a chain of them. A month in which a model ends has parts; its cost goes by their hours. Where no
 * successor is named, or none with a price, the forecast ends on that day, within its last month. `further` is the same
 * a year longer, without ranges.
 */
export function forecastAndFurther(scenario: Scenario, growth: Growth): Record<"forecast" | "further", Forecast> {
  const further = goneOn(scenario, { ...growth, months: growth.months + MONTHS_BEYOND });
  return { forecast: cut(further, growth), further };
}

/** A continued forecast alone. */
export function continuedForecast(scenario: Scenario, growth: Growth): Forecast {
  const alone = goneOn(scenario, growth);
  return { ...alone, band: costBand(scenario, alone.months) };
}
