import { forecast, type ForecastEvent, type ForecastMonth } from "@/lib/forecast";
import type { Scenario } from "@/lib/scenario";
import { formatMonth } from "@/lib/view/dates";
import { DIMENSIONS, isPlural } from "@/lib/view/names";

/** What stops a scenario, in a clause of its own: `tokens a minute are used up`. */
function reasonOf(event: Exclude<ForecastEvent, { kind: "price" }>): string {
  if (event.kind === "budget") return "the budget is passed";
  if (event.kind === "shutdown") return `${event.model} ends`;
  const article = event.dimension === "batch-queue" ? "the " : "";
  return `${article}${DIMENSIONS[event.dimension].toLowerCase()} ${isPlural(event.dimension) ? "are" : "is"} used up`;
}

const dayOf = (event: ForecastEvent) => ("day" in event ? event.day : event.on);

/** The first event of a month that stops the scenario, by its day. */
function stopOf({ events }: ForecastMonth): Exclude<ForecastEvent, { kind: "price" }> | null {
  const stops = events.flatMap((event) => (event.kind === "price" ? [] : [event]));
  return stops.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))))[0] ?? null;
}

/**
 * How long a scenario holds as its requests grow: `holds for all 24 months`, `holds until March 2027, when tokens a
 * minute are used up`; `null` without growth.
 */
export function holdsText({ growth, ...scenario }: Scenario): string | null {
  if (!growth) return null;
  // Ranges draw a band, of which nothing is said here.
  const workloads = scenario.workloads.map(({ ranges: _ranges, ...one }) => one);
  const { months } = forecast({ ...scenario, growth, workloads }, growth);
  for (const month of months) {
    const stop = stopOf(month);
    const isFirst = month.month === 0;
    const from = formatMonth(month.from);
    if (stop)
      return isFirst
        ? `does not hold the first month, in which ${reasonOf(stop)}`
        : `holds until ${formatMonth(dayOf(stop))}, when ${reasonOf(stop)}`;
    if (month.fits === null) return isFirst ? null : `cannot be told from ${from} on`;
    if (month.fits === false) return isFirst ? null : `holds until ${from}`;
  }
  return months.length === 1 ? "holds for the month" : `holds for all ${months.length} months`;
}
