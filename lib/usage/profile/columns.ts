import type { Peak, Spread, UsageDay, UsageGroup, UsageReport } from "../report";

const SPREADS = [
  ["input", "input"],
  ["output", "output"],
  ["reasoning_share", "reasoningShare"],
] as const;
const QUANTILES = ["mean", "p50", "p95", "p99", "max", "within"] as const;
const PEAKS = [
  ["peak_requests", "peakRequests"],
  ["peak_tokens", "peakTokens"],
] as const;
const SUMS = [
  ["input_tokens", "inputTokens", "input"],
  ["cached_input_tokens", "cachedInputTokens", "cached"],
  ["cache_write_tokens", "cacheWriteTokens", "written"],
  ["output_tokens", "outputTokens", "output"],
  ["reasoning_tokens", "reasoningTokens", "reasoning"],
] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => `hour_${hour}`);

/** The columns of a profile. A reader goes by their names; all but the first five may be absent. */
export const PROFILE_COLUMNS = [
  "kind",
  "day",
  "model",
  "service_tier",
  "requests",
  "failed",
  "first_ms",
  "last_ms",
  "clock",
  ...SUMS.map(([column]) => column),
  ...SPREADS.flatMap(([column]) => QUANTILES.map((name) => `${column}_${name}`)),
  ...PEAKS.flatMap(([column]) => [column, `${column}_ms`]),
  "dispersion",
  ...HOURS,
  "cap",
  "cost_usd",
] as const;

/** One row by its columns; an empty text or no entry is unknown. */
export type ProfileRow = Readonly<Record<string, string | number | null>>;

/** What a log calls its time: days of the calendar (UTC), or counted from where a trace begins. */
const clockOf = ({ dated }: UsageReport) => (dated ? "utc" : "start");

function sumCells(sums: UsageGroup | UsageDay, told: UsageReport["told"]): ProfileRow {
  return Object.fromEntries(SUMS.map(([column, field, what]) => [column, told[what] ? sums[field] : null]));
}

/** A mean of quotients depends on the order they are added in, in its last digits; nine decimals do not. */
const toNine = (share: number) => Math.round(share * 1e9) / 1e9;

function groupCells(group: UsageGroup, told: UsageReport["told"]): ProfileRow {
  const spreads = SPREADS.flatMap(([column, field]) =>
    QUANTILES.map((name) => [`${column}_${name}`, group[field]?.[name] ?? null]),
  );
  if (group.reasoningShare) spreads.push(["reasoning_share_mean", toNine(group.reasoningShare.mean)]);
  const peaks = PEAKS.flatMap(([column, field]) => [
    [column, group[field]?.perMinute ?? null],
    [`${column}_ms`, group[field]?.fromMs ?? null],
  ]);
  const hours = HOURS.map((column, hour) => [column, group.hours?.[hour] ?? null]);
  return {
    requests: group.requests,
    failed: group.failedRequests,
    ...sumCells(group, told),
    ...Object.fromEntries([...spreads, ...peaks, ...hours]),
    dispersion: group.dispersion,
    cap: group.maxCompletionTokens,
    cost_usd: group.costUsd,
  };
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: UsageGroup | UsageDay, b: UsageGroup | UsageDay) =>
  text(a.model ?? "", b.model ?? "") || text(a.serviceTier, b.serviceTier);
export const byTokens = (a: UsageGroup, b: UsageGroup) =>
  b.inputTokens + b.outputTokens - (a.inputTokens + a.outputTokens) || b.requests - a.requests || byName(a, b);
export const byDay = (a: UsageDay, b: UsageDay) => text(a.day, b.day) || byName(a, b);

/** The rows of a report’s profile: the total, then the groups with most tokens first, then the days. */
export function profileRowsOf(report: UsageReport): ProfileRow[] {
  const { total, groups, days, told, firstMs, lastMs } = report;
  return [
    {
      kind: "total",
      ...groupCells(total, told),
      first_ms: firstMs,
      last_ms: lastMs,
      clock: firstMs === null ? null : clockOf(report),
    },
    ...[...groups].sort(byTokens).map((group) => ({
      kind: "group",
      model: group.model,
      service_tier: group.serviceTier,
      ...groupCells(group, told),
    })),
    ...[...days].sort(byDay).map((day) => ({
      kind: "day",
      day: day.day,
      model: day.model,
      service_tier: day.serviceTier,
      requests: day.requests,
      ...sumCells(day, told),
    })),
  ];
}

/** Reads a number of a profile; `null` for an empty cell. Throws the name of the column for anything else. */
export function numberIn(row: ProfileRow, column: string): number | null {
  const cell = row[column];
  if (cell === undefined || cell === null || cell === "") return null;
  const value = typeof cell === "number" ? cell : /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : NaN;
  if (!Number.isFinite(value)) throw new Error(column);
  return value;
}

const sumsIn = (row: ProfileRow) =>
  Object.fromEntries(SUMS.map(([column, field]) => [field, numberIn(row, column) ?? 0])) as Pick<
    UsageDay,
    "inputTokens" | "cachedInputTokens" | "cacheWriteTokens" | "outputTokens" | "reasoningTokens"
  >;

/** Which sums a row of a profile tells. */
export const toldIn = (row: ProfileRow) =>
  Object.fromEntries(
    SUMS.map(([column, , what]) => [what, numberIn(row, column) !== null]),
  ) as unknown as UsageReport["told"];

function spreadIn(row: ProfileRow, column: string): Spread | null {
  const [mean, p50, p95, p99, max, within] = QUANTILES.map((name) => numberIn(row, `${column}_${name}`)) as (
    number | null
  )[];
  if (mean == null || p50 == null || p95 == null || p99 == null || max == null) return null;
  return { mean, p50, p95, p99, max, ...(within != null && { within }) };
}

function peakIn(row: ProfileRow, column: string): Peak | null {
  const [perMinute, fromMs] = [numberIn(row, column), numberIn(row, `${column}_ms`)];
  return perMinute === null || fromMs === null ? null : { perMinute, fromMs };
}

type Named = Pick<UsageGroup, "model" | "serviceTier">;

/** Reads a row of a profile as a group. */
export function groupIn(row: ProfileRow, named: Named): UsageGroup {
  const hours = HOURS.map((column) => numberIn(row, column));
  const cost = row["cost_usd"];
  return {
    ...named,
    requests: numberIn(row, "requests") ?? 0,
    failedRequests: numberIn(row, "failed") ?? 0,
    ...sumsIn(row),
    input: spreadIn(row, "input"),
    output: spreadIn(row, "output"),
    reasoningShare: spreadIn(row, "reasoning_share"),
    peakRequests: peakIn(row, "peak_requests"),
    peakTokens: peakIn(row, "peak_tokens"),
    dispersion: numberIn(row, "dispersion"),
    hours: hours.every((count) => count !== null) ? hours : null,
    maxCompletionTokens: numberIn(row, "cap"),
    costUsd: cost == null || cost === "" ? null : String(cost),
  };
}

/** Reads a row of a profile as a day. */
export const dayIn = (row: ProfileRow, named: Named, day: string): UsageDay => ({
  day,
  ...named,
  requests: numberIn(row, "requests") ?? 0,
  ...sumsIn(row),
});
