import { CHOICES, type ServiceTier } from "@/lib/scenario";
import { isDay } from "@/lib/fields";
import {
  byDay,
  byTokens,
  dayIn,
  groupIn,
  numberIn,
  PROFILE_COLUMNS,
  profileRowsOf,
  toldIn,
  type ProfileRow,
} from "./columns";
import { readTextRow } from "../log/csv";
import type { Skipped, UsageDay, UsageGroup, UsageReport } from "../report";

const FORMAT = "Headroom profile";
const KEY = "headroomProfile";
const HEADER = PROFILE_COLUMNS.slice(0, 5).join(",");
/** Rows of a skipped reason that are named. */
const FIRST_ROWS = 5;

/**
 * A cell: what a spreadsheet would run as a formula is led by `'`, and so is a `'`; commas, quotes and line
 * ends are quoted.
 */
function cellOf(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const inert = typeof value === "string" && /^[=+\-@'\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * A log in a few rows, without any of its requests: one for all of it, one for each model at each service
 * tier, one for each of their days. CSV with CRLF, or JSON `{headroomProfile: 1, columns, rows}`. An empty
 * cell is unknown. `readProfile` gives all figures of the report back, the mean share of reasoning to nine
 * decimals.
 */
export function profileOf(report: UsageReport, as: "csv" | "json" = "csv"): string {
  const rows = profileRowsOf(report).map((row) => PROFILE_COLUMNS.map((column) => row[column] ?? null));
  if (as === "json") return JSON.stringify({ [KEY]: 1, columns: PROFILE_COLUMNS, rows });
  return [PROFILE_COLUMNS, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

const bare = (head: string) => head.replace(/^\uFEFF/, "").trimStart();

/** Whether a text that begins so is a profile: by its first five columns, or by the first key of its JSON. */
export function isProfile(head: string): boolean {
  const text = bare(head);
  return (
    text
      .slice(0, 2 * HEADER.length)
      .replaceAll('"', "")
      .startsWith(`${HEADER},`) || new RegExp(`^\\{\\s*"${KEY}"\\s*:`).test(text)
  );
}

/** The rows of a CSV text, without a last one that may be cut off. */
function csvRows(text: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let from = 0; from < text.length;) {
    const row = readTextRow(text, from, ",");
    if (row.whole) rows.push(row.cells);
    from = row.next;
  }
  return rows;
}

const NOTHING = /^(?:\\N|null)$/i;
const textIn = (cell: string) => (NOTHING.test(cell) ? "" : cell.replace(/^'/, ""));

/** `null` for JSON that is cut off, or of another layout. */
function profileRows(text: string): ProfileRow[] | null {
  const named = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
    rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])));
  if (text.startsWith("{")) {
    try {
      const { columns, rows } = JSON.parse(text) as { columns: string[]; rows: (string | number | null)[][] };
      return named(columns, rows);
    } catch {
      return null;
    }
  }
  const [columns = [], ...rows] = csvRows(text);
  return named(
    columns,
    rows.map((row) => row.map(textIn)),
  );
}

const isTier = (tier: unknown): tier is ServiceTier => (CHOICES.serviceTier as readonly unknown[]).includes(tier);

/**
 * A profile as the report it was made of, without trace and without what was odd about the file; `format` is
 * “Headroom profile”. Rows that cannot be read are skipped with their reason, row 1 the first after the
 * header. For texts that `isProfile` knows.
 */
export function readProfile(text: string): UsageReport {
  const read = profileRows(bare(text));
  const rows = read ?? [];
  const skipped = new Map<string, number[]>();
  const groups: UsageGroup[] = [];
  const days: UsageDay[] = [];
  let whole: ProfileRow | null = null;
  rows.forEach((row, index) => {
    const skip = (reason: string) => skipped.set(reason, [...(skipped.get(reason) ?? []), index + 1]);
    const { kind, day, service_tier: tier } = row;
    const serviceTier = tier === null || tier === "" ? "standard" : tier === "fast" ? "priority" : tier;
    try {
      if (kind === "total" && !whole) {
        groupIn(row, { model: null, serviceTier: "standard" });
        whole = row;
      } else if (!isTier(serviceTier)) skip("it names a service tier that is none");
      else {
        const named = { model: row["model"] ? String(row["model"]) : null, serviceTier };
        if (kind === "group") groups.push(groupIn(row, named));
        else if (kind === "day" && typeof day === "string" && isDay(day)) days.push(dayIn(row, named, day));
        else skip("it is none of a total, a group and a day");
      }
    } catch (fault) {
      skip(`its ${(fault as Error).message} is no number`);
    }
  });
  const remark =
    read === null
      ? "The JSON of the profile is cut off or of another layout; nothing was read."
      : whole
        ? null
        : "The profile has no row for all of it; its peaks and quantiles are known by model only.";
  return {
    ...reportOf(whole ?? summed(groups), groups.sort(byTokens), days.sort(byDay)),
    ...countedRows(
      rows.length,
      [...skipped].map(([reason, at]) => ({ reason, count: at.length, rows: at.slice(0, FIRST_ROWS) })),
    ),
    remarks: remark ? [remark] : [],
  };
}

/** Without a row for all of it the sums of its groups stand there, and what cannot be added is unknown. */
function summed(groups: readonly UsageGroup[]): ProfileRow {
  const sum = (
    field:
      | "requests"
      | "failedRequests"
      | "inputTokens"
      | "cachedInputTokens"
      | "cacheWriteTokens"
      | "outputTokens"
      | "reasoningTokens",
  ) => groups.reduce((total, group) => total + group[field], 0);
  return {
    requests: sum("requests"),
    failed: sum("failedRequests"),
    input_tokens: sum("inputTokens"),
    cached_input_tokens: sum("cachedInputTokens"),
    cache_write_tokens: sum("cacheWriteTokens"),
    output_tokens: sum("outputTokens"),
    reasoning_tokens: sum("reasoningTokens"),
  };
}

function countedRows(rows: number, skipped: readonly Skipped[]) {
  const rowsSkipped = skipped.reduce((sum, { count }) => sum + count, 0);
  return { rowsRead: rows - rowsSkipped, rowsSkipped, skipped };
}

function reportOf(whole: ProfileRow, groups: readonly UsageGroup[], days: readonly UsageDay[]) {
  const [first] = groups;
  const model = first && groups.every((group) => group.model === first.model) ? first.model : null;
  const serviceTier =
    first && groups.every((group) => group.serviceTier === first.serviceTier) ? first.serviceTier : "standard";
  return {
    format: FORMAT,
    failed: [],
    told: toldIn(whole),
    columns: null,
    firstMs: numberIn(whole, "first_ms"),
    lastMs: numberIn(whole, "last_ms"),
    dated: whole["clock"] === "utc",
    total: groupIn(whole, { model, serviceTier }),
    groups,
    days,
    trace: null,
  };
}
