import type { ServiceTier } from "@/lib/scenario";
import type { Peak, Spread, UsageDay, UsageGroup, UsageReport } from "@/lib/usage";

/** One request of a log, as a person would write it down. */
export interface LogRow {
  /** Milliseconds since 1970. */
  readonly atMs: number | null;
  readonly model: string | null;
  readonly serviceTier?: ServiceTier;
  readonly input: number;
  readonly cached?: number;
  readonly written?: number;
  readonly output: number;
  readonly reasoning?: number;
  readonly failed?: boolean;
  readonly cap?: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (percent: number) => sorted[Math.ceil((percent * sorted.length) / 100) - 1]!;
  return { mean: sum(values) / values.length, p50: at(50), p95: at(95), p99: at(99), max: sorted.at(-1)! };
}

/** Every window that begins at a request, added up request by request; the first of the fullest. */
function peakOf(rows: readonly LogRow[], weight: (row: LogRow) => number): Peak {
  let peak: Peak = { perMinute: -1, fromMs: 0 };
  rows.forEach(({ atMs }, first) => {
    let perMinute = 0;
    for (let at = first; at < rows.length && rows[at]!.atMs! < atMs! + 60_000; at++) perMinute += weight(rows[at]!);
    if (perMinute > peak.perMinute) peak = { perMinute, fromMs: atMs! };
  });
  return peak;
}

function dispersionOf(rows: readonly LogRow[]): number | null {
  const seconds = new Map<number, number>();
  for (const { atMs } of rows) {
    const second = Math.floor(atMs! / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  const count = Math.max(...seconds.keys()) - Math.min(...seconds.keys()) + 1;
  const mean = rows.length / count;
  return count < 2 ? null : sum([...seconds.values()].map((requests) => requests ** 2)) / count / mean - mean;
}

function groupOf(rows: readonly LogRow[], model: string | null, serviceTier: ServiceTier): UsageGroup {
  const answered = rows.filter(({ failed }) => !failed);
  const timed = rows.every(({ atMs }) => atMs !== null);
  const caps = rows.flatMap(({ cap }) => (cap === undefined ? [] : [cap]));
  return {
    model,
    serviceTier,
    requests: rows.length,
    failedRequests: rows.length - answered.length,
    inputTokens: sum(answered.map(({ input }) => input)),
    cachedInputTokens: sum(answered.map(({ input, cached = 0 }) => Math.min(input, cached))),
    cacheWriteTokens: sum(
      answered.map(({ input, cached = 0, written = 0 }) => Math.min(Math.max(0, input - cached), written)),
    ),
    outputTokens: sum(answered.map(({ output }) => output)),
    reasoningTokens: sum(answered.map(({ reasoning = 0 }) => reasoning)),
    input: spreadOf(answered.map(({ input }) => input)),
    output: spreadOf(answered.map(({ output }) => output)),
    reasoningShare: spreadOf(
      answered.flatMap(({ output, reasoning }) =>
        reasoning === undefined || output === 0 ? [] : [reasoning / output],
      ),
    ),
    peakRequests: timed ? peakOf(rows, () => 1) : null,
    peakTokens: timed ? peakOf(rows, ({ input, output }) => input + output) : null,
    dispersion: timed ? dispersionOf(rows) : null,
    hours: timed
      ? Array.from(
          { length: 24 },
          (_, hour) => rows.filter(({ atMs }) => Math.floor(atMs! / 3_600_000) % 24 === hour).length,
        )
      : null,
    maxCompletionTokens: caps.length > 0 ? Math.max(...caps) : null,
    costUsd: null,
  };
}

/** A log added up the slow way, straight from the meaning of each figure. At least one row. */
export function reportOf(log: readonly LogRow[]): UsageReport {
  const rows = [...log].sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
  const by = <T>(key: (row: LogRow) => string, make: (rows: LogRow[]) => T) => {
    const parts = new Map<string, LogRow[]>();
    for (const row of rows) {
      const part = parts.get(key(row));
      if (part) part.push(row);
      else parts.set(key(row), [row]);
    }
    return [...parts.values()].map(make);
  };
  const groups = by(
    ({ model, serviceTier }) => `${model} ${serviceTier}`,
    (part) => groupOf(part, part[0]!.model, part[0]!.serviceTier ?? "standard"),
  );
  const days = by(
    ({ atMs, model, serviceTier }) =>
      `${atMs === null ? "" : new Date(atMs).toISOString().slice(0, 10)} ${model} ${serviceTier}`,
    (part): UsageDay => {
      const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens, model, serviceTier } =
        groupOf(part, part[0]!.model, part[0]!.serviceTier ?? "standard");
      return {
        day: new Date(part[0]!.atMs ?? 0).toISOString().slice(0, 10),
        model,
        serviceTier,
        requests: part.length,
        inputTokens,
        cachedInputTokens,
        cacheWriteTokens,
        outputTokens,
        reasoningTokens,
      };
    },
  );
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const same = (field: "model" | "serviceTier") => groups.every((group) => group[field] === groups[0]![field]);
  return {
    format: "A log of a test",
    rowsRead: rows.length,
    rowsSkipped: 0,
    skipped: [],
    failed: [],
    told: {
      input: true,
      cached: rows.some(({ cached }) => cached !== undefined),
      written: rows.some(({ written }) => written !== undefined),
      output: true,
      reasoning: rows.some(({ reasoning }) => reasoning !== undefined),
    },
    remarks: [],
    columns: null,
    firstMs: first.atMs === null ? null : Math.floor(first.atMs),
    lastMs: last.atMs === null ? null : Math.floor(last.atMs),
    dated: first.atMs !== null,
    total: groupOf(
      rows,
      same("model") ? groups[0]!.model : null,
      same("serviceTier") ? groups[0]!.serviceTier : "standard",
    ),
    groups: groups.sort(
      (a, b) => b.inputTokens + b.outputTokens - a.inputTokens - a.outputTokens || b.requests - a.requests,
    ),
    days: first.atMs === null ? [] : days.sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day)),
    trace: null,
  };
}
