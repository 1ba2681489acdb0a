import type { UsageReport } from "@/lib/usage";
import { ticks, type Undrawn } from "@/lib/view/chart";
import { formatPercent } from "@/lib/view/text";
import { lastsMs } from "../words";
import { DAY_MS } from "@/lib/rates";
import { type StackChart, undrawn, stack } from "./stack";

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Requests by hour of the day, all days together. */
export function hoursOfDay(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Hours of the day";
  const { hours } = report.total;
  const lasts = lastsMs(report);
  if (!hours || lasts === null)
    return undrawn(
      eyebrow,
      "The log does not say at what time of day requests came",
      "Rows with dates and times draw a chart here.",
    );
  if (lasts < DAY_MS / 2)
    return undrawn(
      eyebrow,
      "The log is too short to tell one hour of the day from another",
      "Half a day of rows or more draws a chart here.",
    );
  const edges = Array.from({ length: 25 }, (_, index) => index);
  const sum = hours.reduce((a, b) => a + b, 0);
  const most = Math.max(...hours);
  const busiest = hours.indexOf(most);
  const parts = {
    edges,
    series: [{ name: "requests", tone: "first" as const, values: hours }],
    x: { from: 0, to: 24, ticks: ticks([0, 6, 12, 18, 24], clock) },
    xLabel: "time of day, UTC",
    names: edges.slice(0, -1).map((hour) => `${clock(hour)}–${clock(hour + 1)}`),
    each: "an hour",
  };
  const finding =
    sum === 0
      ? "No requests at any hour"
      : `From ${clock(busiest)} to ${clock(busiest + 1)} UTC come ${formatPercent(most / sum)} of the requests`;
  return stack(
    parts,
    {
      eyebrow,
      title: "Requests by hour of the day",
      finding,
      units: "Requests in each hour of the day, all days together",
    },
    "requests",
    "Hour",
  );
}
