import type { Day } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import type { ForecastEvent, ForecastMonth } from "./types";

/** The part of a month that events are read from. */
type Happened = Pick<ForecastMonth, "from" | "usageTier" | "limits" | "isOverBudget" | "base">;

/** What the catalogue says will happen to the models in use from `from` until before `until`, by day. */
function dated(base: Estimate, from: Day, until: Day, isFirst: boolean): ForecastEvent[] {
  const within = (day: Day) => (isFirst ? day > from : day >= from) && day < until;
  const events = [...base.facts.values()].flatMap(({ pool, model, override }): ForecastEvent[] => {
    const end = model?.retirement;
    const ends = end && within(end.on);
    // A user's own price holds at every date.
    const prices = override?.price ? [] : (model?.prices ?? []).filter((row) => within(row.from));
    return [
      ...prices.map((row) => ({ kind: "price" as const, on: row.from, model: pool })),
      ...(ends ? [{ kind: "shutdown" as const, on: end.on, model: pool, successor: end.successor }] : []),
    ];
  });
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Takes the months of a forecast in order and tells what happens in each: every limit that its demand is over for
 * the first time at a usage tier, then the budget, then shutdowns and listed prices that begin in the month by day.
 * A shutdown or price of the scenario's own day is in force already and is no event.
 */
export function eventReader(): (month: Happened, until: Day, isFirst: boolean) => ForecastEvent[] {
  const passed = new Set<string>();
  const isNew = (key: string) => !passed.has(key) && passed.add(key).size > 0;
  return ({ from, usageTier, limits, isOverBudget, base }, until, isFirst) => [
    ...limits
      .filter(({ over, demand: { pool, dimension } }) => over && isNew(`${pool} ${dimension} ${usageTier}`))
      .map(({ demand: { pool, dimension } }) => ({ kind: "limit" as const, on: from, pool, dimension, usageTier })),
    ...(isOverBudget && isNew("budget") ? [{ kind: "budget" as const, on: from }] : []),
    ...dated(base, from, until, isFirst),
  ];
}
