import type { Day } from "@/lib/catalogue";
import type { Exact } from "@/lib/money";
import { monthlyUsageLimit } from "@/lib/limits";
import { dayPassed, daySpent } from "./spending";
import type { ForecastEvent, ForecastMonth, MonthPart } from "./types";

/** The part of a month that events are read from. */
type Happened = Omit<ForecastMonth, "events">;

/** Listed prices of the models in use that begin from `from` until before `until`. */
function pricesIn({ base }: MonthPart, within: (day: Day) => boolean): ForecastEvent[] {
  return [...base.facts.values()].flatMap(({ pool, model, override }): ForecastEvent[] => {
    // A user's own price holds at every date.
    const prices = override?.price ? [] : (model?.prices ?? []).filter((row) => within(row.from));
    return prices.map((row) => ({ kind: "price", on: row.from, model: pool }));
  });
}

/** What the catalogue says will happen in a month to the models in use, by day. */
function dated({ from, base, parts }: Happened, until: Day, isFirst: boolean): ForecastEvent[] {
  const within = (day: Day) => (isFirst ? day > from : day >= from) && day < until;
  const events = [
    ...parts.flatMap((part, index) => {
      const next = parts[index + 1]?.from;
      return pricesIn(part, (day) => within(day) && day >= part.from && (next === undefined || day < next));
    }),
    ...[...base.facts.values()].flatMap(({ pool, model }): ForecastEvent[] => {
      const end = model?.retirement;
      return end && within(end.on) ? [{ kind: "shutdown", on: end.on, model: pool, successor: end.successor }] : [];
    }),
  ];
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Takes the months of a forecast in order and tells what happens in each: every limit that its demand is over for
 * the first time at a usage tier, then the budget, then shutdowns and listed prices that begin in the month by day.
 * A shutdown or price of the scenario's own day is in force already and is no event.
 */
export function eventReader(budget: Exact | null): (month: Happened, until: Day, isFirst: boolean) => ForecastEvent[] {
  const passed = new Set<string>();
  const isNew = (key: string) => !passed.has(key) && passed.add(key).size > 0;
  return (month, until, isFirst) => {
    const { from: on, usageTier, limits, isOverBudget, base } = month;
    const dayOf = (pool: string, dimension: ForecastMonth["limits"][number]["demand"]["dimension"]) =>
      dimension === "monthly-usage"
        ? daySpent(month, monthlyUsageLimit(base.scenario, usageTier))
        : dayPassed(month, { pool, dimension });
    return [
      ...limits
        .filter(({ over, demand: { pool, dimension } }) => over && isNew(`${pool} ${dimension} ${usageTier}`))
        .map(({ demand: { pool, dimension } }) => ({
          kind: "limit" as const,
          on,
          day: dayOf(pool, dimension),
          pool,
          dimension,
          usageTier,
        })),
      ...(isOverBudget && isNew("budget") ? [{ kind: "budget" as const, on, day: daySpent(month, budget!) }] : []),
      ...dated(month, until, isFirst),
    ];
  };
}
