import type { UsageReport } from "@/lib/usage";
import { type Undrawn } from "@/lib/view/chart";
import { formatCompact, formatPercent } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { lastsMs } from "../words";
import { type StackChart, totalsOf, stack, undrawn } from "./stack";
import { severalDays, dayColumns } from "./days";
import { traceColumns, summed } from "./trace";

/**
 * Tokens through time: by day and model where the log has several days, else along the trace, input and
 * output apart.
 */
export function tokensThroughTime(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Tokens through time";
  const title = "Tokens through time";
  if (severalDays(report) && (report.told.input || report.told.output)) {
    const parts = dayColumns(report, ({ inputTokens, outputTokens }) => inputTokens + outputTokens);
    const totals = totalsOf(parts);
    const most = Math.max(...totals);
    const sum = totals.reduce((a, b) => a + b, 0);
    const finding =
      sum === 0
        ? "No tokens on any day"
        : `${capital(parts.names[totals.indexOf(most)]!)} has most: ${formatCompact(most)} tokens, ${formatPercent(most / sum)} of all`;
    return stack(
      parts,
      { eyebrow, title, finding, units: `Input and output tokens, ${parts.each} a column, by model` },
      "tokens",
      "Day",
    );
  }
  const { trace } = report;
  if (!trace || lastsMs(report) === null || trace.atMs.length < 2)
    return undrawn(
      eyebrow,
      "The log does not say when its tokens were used",
      "Rows with times, or by day, draw a chart here.",
    );
  const columns = traceColumns(report, trace);
  const count = columns.edges.length - 1;
  const series = [
    { name: "input", tone: "input" as const, values: summed(columns.of, count, trace.inputTokens) },
    { name: "output", tone: "output" as const, values: summed(columns.of, count, trace.outputTokens) },
  ];
  const { inputTokens, outputTokens } = report.total;
  const finding = `${formatPercent(inputTokens / (inputTokens + outputTokens || 1))} of the tokens go in, the rest come out`;
  return stack(
    { ...columns, series },
    { eyebrow, title, finding, units: `Tokens, ${columns.each} a column` },
    "tokens",
    "Time",
  );
}
