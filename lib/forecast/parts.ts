import { estimate, type Estimate } from "@/lib/estimate";
import { factsOf } from "@/lib/facts";
import type { Day } from "@/lib/catalogue";
import type { Scenario } from "@/lib/scenario";
import { daysBetween } from "./calendar";
import { mixedEstimate } from "./mixed";
import { MONTH_HOURS } from "./spending";
import type { Course } from "./succession";
import type { ForecastMonth, MonthPart } from "./types";

type Basis = Pick<ForecastMonth, "base" | "parts">;

/** Estimates of the scenario on later days; days on which the same prices are in force share one. */
function estimatesByDay(scenario: Scenario): (day: Day) => Estimate {
  const known = new Map<string, Estimate>();
  return (asOf) => {
    const dated = { ...scenario, asOf };
    const rows = [...factsOf(dated).values()].map(({ priceRow }) => priceRow?.from ?? "").join(" ");
    if (!known.has(rows)) known.set(rows, estimate(dated));
    return known.get(rows)!;
  };
}

/** The months of a scenario on the models that were entered, whatever ends. */
export function asEntered(scenario: Scenario): (from: Day) => Basis {
  const estimateOn = estimatesByDay(scenario);
  return (from) => {
    const base = estimateOn(from);
    return { base, parts: [{ from, hours: MONTH_HOURS, base }] };
  };
}

/** The months of a scenario on the models it has in them; `null` for one that begins after the end. */
export function onCourse({ stretches, endsOn }: Course): (from: Day, until: Day) => Basis | null {
  const estimatesOn = stretches.map(({ scenario }) => estimatesByDay(scenario));
  return (from, until) => {
    if (endsOn !== null && endsOn <= from) return null;
    const hourOf = (day: Day | null | undefined) =>
      day && day < until ? Math.min(24 * daysBetween(from, day), MONTH_HOURS) : MONTH_HOURS;
    const parts = stretches.flatMap((stretch, index): MonthPart[] => {
      const next = stretches[index + 1]?.from ?? endsOn;
      // The first one has begun; a month that ends after the year 9999 cannot be compared as text.
      if ((index > 0 && stretch.from >= until) || (next !== null && next <= from)) return [];
      const start = stretch.from > from ? stretch.from : from;
      return [{ from: start, hours: hourOf(next) - hourOf(start), base: estimatesOn[index]!(start) }];
    });
    return { base: mixedEstimate(parts), parts };
  };
}
