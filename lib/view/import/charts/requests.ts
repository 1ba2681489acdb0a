import type { UsageReport } from "@/lib/usage";
import { type Undrawn } from "@/lib/view/chart";
import { capital } from "@/lib/view/names";
import { clockOf, requestCountText, whenText } from "../words";
import { type StackChart, stack, undrawn, totalsOf } from "./stack";
import { traceColumns, summed } from "./trace";
import { severalDays, dayColumns } from "./days";

/** Requests through time: along the trace, or by day. */
export function requestsThroughTime(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Requests through time";
  const title = "Requests through time";
  const { trace, total } = report;
  if (trace && trace.atMs.length > 1) {
    const columns = traceColumns(report, trace);
    const values = summed(columns.of, columns.edges.length - 1, null);
    const peak = total.peakRequests;
    const start = peak && (report.dated ? `at ${clockOf(peak.fromMs)} UTC` : whenText(report, peak.fromMs));
    const finding = peak
      ? `The busiest minute starts ${start} and has ${requestCountText(peak.perMinute)}`
      : requestCountText(total.requests);
    return stack(
      { ...columns, series: [{ name: "requests", tone: "first", values }] },
      { eyebrow, title, finding, units: `Requests, ${columns.each} a column; the busiest minute may lie across two` },
      "requests",
      "Time",
    );
  }
  if (!severalDays(report) || total.requests === 0)
    return undrawn(
      eyebrow,
      "The log does not say when its requests came",
      "Rows with times, or by day, draw a chart here.",
    );
  const parts = dayColumns(report, ({ requests }) => requests);
  const totals = totalsOf(parts);
  const most = Math.max(...totals);
  const finding = `${capital(parts.names[totals.indexOf(most)]!)} is busiest: ${requestCountText(most)}`;
  return stack(
    parts,
    { eyebrow, title, finding, units: `Requests, ${parts.each} a column, by model` },
    "requests",
    "Day",
  );
}
