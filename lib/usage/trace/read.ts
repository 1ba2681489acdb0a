import { readTraceJson } from "./json";
import { readTraceTable } from "./table";

/**
 * Real requests in order of time, one column for each figure. Times are milliseconds, tokens have at most
 * three decimals.
 */
export interface TraceRequests {
  readonly atMs: Float64Array;
  readonly inputTokens: Float64Array;
  readonly outputTokens: Float64Array;
}

/** A trace read whole, or what is wrong with it: a sentence that names the row, the first one 1. */
export type TraceRead = { readonly requests: TraceRequests } | { readonly error: string };

/** One request as it was read, before it is checked: a number, or the text that is none. */
export interface TraceRow {
  readonly atMs: number | string;
  readonly inputTokens: number | string;
  readonly outputTokens: number | string;
  /** What stands before the faults of the row: `Row 3, line 4`. */
  readonly name: string;
}

/** The most requests a trace may have. */
export const MOST_TRACE_REQUESTS = 100_000;
const MOST = 1e12;
const FIELDS = ["atMs", "inputTokens", "outputTokens"] as const;
const NAMES = { atMs: "time", inputTokens: "number of input tokens", outputTokens: "number of output tokens" } as const;

/**
 * Real requests from a pasted text or a file: JSON like the API’s `requests`, with or without the object
 * around it, or a table with a header (`,` `;` or tab). At least one row and at most 100,000, in order of
 * time; numbers from 0 to 1e12. Times are taken as they stand where they are milliseconds, else counted from
 * the first row, to 0.001 ms.
 */
export function readTrace(text: string): TraceRead {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare === "") return { error: "No requests in this; give JSON, or CSV with a header." };
  const rows = /^[[{]/.test(bare) ? readTraceJson(bare) : readTraceTable(bare);
  return Array.isArray(rows) ? check(rows) : { error: rows.error };
}

function check(rows: readonly TraceRow[]): TraceRead {
  if (rows.length === 0) return { error: "No requests in this; give at least one row." };
  if (rows.length > MOST_TRACE_REQUESTS)
    return { error: `${rows[MOST_TRACE_REQUESTS]!.name}: at most 100,000 rows are read; cut the trace before it.` };
  const requests = {
    atMs: new Float64Array(rows.length),
    inputTokens: new Float64Array(rows.length),
    outputTokens: new Float64Array(rows.length),
  };
  for (const [n, row] of rows.entries()) {
    for (const field of FIELDS) {
      const value = row[field];
      if (typeof value === "string") return { error: `${row.name}: “${value.slice(0, 40)}” is no ${NAMES[field]}.` };
      if (!(value >= 0 && value <= MOST))
        return { error: `${row.name}: ${value} is no ${NAMES[field]}; give a number from 0 to 1,000,000,000,000.` };
      requests[field][n] = field === "atMs" ? value : Math.round(value * 1000) / 1000;
    }
    if (n > 0 && requests.atMs[n]! < requests.atMs[n - 1]!)
      return { error: `${row.name}: it comes before the row above it; give rows in order of time.` };
  }
  return { requests };
}
