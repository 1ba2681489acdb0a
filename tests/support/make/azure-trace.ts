import { existsSync, readFileSync } from "node:fs";
import type { RequestJson } from "../oracle/simulation";

/** Real requests to a chat service over an hour. Not part of the project: read where it lies beside it. */
export const AZURE_TRACE = "../shared/data/traces/azure-llm-2023-conv.csv";

const ROW = /^\d{4}-\d\d-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{7}),(\d+),(\d+)$/;
const TENTHS_OF_MICROSECONDS_A_SECOND = 10_000_000;
const HOUR_MS = 3_600_000;

/**
 * The trace as requests, the first one at 0; null where the file is not there. Times have four decimals of a
 * millisecond.
 */
export function azureTrace(): RequestJson[] | null {
  if (!existsSync(AZURE_TRACE)) return null;
  const rows = readFileSync(AZURE_TRACE, "utf8").trim().split(/\r?\n/).slice(1);
  const read = rows.map((row) => {
    const match = ROW.exec(row);
    if (match === null) throw new Error(`no row of the trace: ${row}`);
    const [day, hour, minute, second, fraction, input, output] = match.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const at = (((day * 24 + hour) * 60 + minute) * 60 + second) * TENTHS_OF_MICROSECONDS_A_SECOND + fraction;
    return { at, inputTokens: input, outputTokens: output };
  });
  return read.map(({ at, ...tokens }) => ({ atMs: (at - read[0]!.at) / 10_000, ...tokens }));
}

/** So many requests: the trace over and over, each time an hour later, and all of it so many times as fast. */
export function replayed(trace: readonly RequestJson[], count: number, speed = 1): RequestJson[] {
  return Array.from({ length: count }, (_, index) => {
    const request = trace[index % trace.length]!;
    const shift = Math.floor(index / trace.length) * HOUR_MS;
    // In ten-thousandths, so that a time is written as exactly what it is.
    return { ...request, atMs: (Math.round(request.atMs * 10_000) + shift * 10_000) / (10_000 * speed) };
  });
}
