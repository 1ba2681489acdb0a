import type { TraceRequests, UsageReport } from "@/lib/usage";
import { timeAxis } from "@/lib/view/chart";
import { clockOf, lastsMs, whenText } from "../words";
import { DAY_MS } from "@/lib/rates";
import type { StackParts } from "./stack";
import { MOST_COLUMNS, lengthText } from "./columns";

/** Lengths a column may have, in seconds. */
const SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 604_800, 2_419_200,
] as const;

/**
 * The columns of a trace: all of the shortest length that gives at most `MOST_COLUMNS`. Edges in hours from
 * its start.
 */
export function traceColumns(
  report: UsageReport,
  trace: TraceRequests,
): Omit<StackParts, "series"> & { readonly of: Int32Array } {
  const lasts = lastsMs(report)!;
  const seconds = SECONDS.find((length) => lasts < length * 1000 * MOST_COLUMNS) ?? SECONDS.at(-1)!;
  const count = Math.floor(lasts / (seconds * 1000)) + 1;
  const edges = Array.from({ length: count + 1 }, (_, index) => (index * seconds) / 3600);
  const x = timeAxis(edges.at(-1)!);
  const start = trace.atMs[0]!;
  const of = Int32Array.from(trace.atMs, (at) => Math.min(count - 1, Math.floor((at - start) / (seconds * 1000))));
  const nameAt = (ms: number) => {
    if (!report.dated) return whenText(report, ms);
    return `from ${lasts < DAY_MS ? clockOf(ms) : whenText(report, ms)}`;
  };
  const names = edges.slice(0, -1).map((hours) => nameAt(report.firstMs! + hours * 3_600_000));
  return { edges, x, xLabel: x.name, names, each: lengthText(seconds), of };
}

/** Sums by column: of the values, or, without values, of the requests. */
export function summed(of: Int32Array, count: number, values: Float64Array | null): number[] {
  const sums = new Array<number>(count).fill(0);
  for (let i = 0; i < of.length; i++) sums[of[i]!]! += values ? values[i]! : 1;
  return sums;
}
