import { describe, expect, it } from "vitest";
import { isProfile, profileOf, readProfile, UsageReader, workloadsOf, type UsageReport } from "@/lib/usage";
import { reportOf } from "../../support/make/usage-report";

const MONDAY = 1_736_121_600_000;

/** Three models, two tiers, failures, a cap, fractions of a millisecond, a name that a spreadsheet would run. */
const REPORT = reportOf([
  { atMs: MONDAY + 0.5, model: "o3-mini", input: 100, cached: 64, written: 30, output: 30, reasoning: 10, cap: 500 },
  { atMs: MONDAY + 30_000, model: "o3-mini", input: 300, cached: 0, written: 0, output: 70, reasoning: 0 },
  { atMs: MONDAY + 60_000.5, model: "o3-mini", input: 0, output: 0, failed: true },
  { atMs: MONDAY + 86_400_000, model: "o3-mini", serviceTier: "batch", input: 20, cached: 0, output: 10, reasoning: 0 },
  { atMs: MONDAY + 90_000_000, model: '=cmd|"a",b', input: 7, cached: 0, output: 1, reasoning: 1 },
  { atMs: MONDAY + 90_000_001, model: null, input: 1, cached: 0, output: 1, reasoning: 0 },
]);

/** All that a profile holds; within a day it goes by name. */
const figures = ({ total, groups, days, firstMs, lastMs, dated, told }: UsageReport) => {
  const name = (day: UsageReport["days"][number]) => `${day.day} ${day.model ?? ""} ${day.serviceTier}`;
  const toNine = ({ reasoningShare, ...group }: UsageReport["total"]) => ({
    ...group,
    reasoningShare: reasoningShare && { ...reasoningShare, mean: Math.round(reasoningShare.mean * 1e9) / 1e9 },
  });
  return {
    total: toNine(total),
    groups: groups.map(toNine),
    days: [...days].sort((a, b) => (name(a) < name(b) ? -1 : 1)),
    firstMs,
    lastMs,
    dated,
    told,
  };
};

describe("a profile", () => {
  it("gives every figure of a report back, from CSV and from JSON", () => {
    for (const as of ["csv", "json"] as const) {
      const text = profileOf(REPORT, as);
      expect(isProfile(text)).toBe(true);
      expect(figures(readProfile(text))).toEqual(figures(REPORT));
      expect(profileOf(readProfile(text), as)).toBe(text);
    }
  });

  it("tells the figures of its rows", () => {
    const [header, total, first] = profileOf(REPORT)
      .split("\r\n")
      .map((line) => line.split(","));
    const cell = (row: string[], column: string) => row[header!.indexOf(column)];
    expect(
      [
        "requests",
        "failed",
        "input_tokens",
        "peak_requests",
        "peak_requests_ms",
        "peak_tokens",
        "first_ms",
        "last_ms",
      ].map((column) => cell(total!, column)),
    ).toEqual(["6", "1", "428", "2", String(MONDAY + 0.5), "500", String(MONDAY), String(MONDAY + 90_000_001)]);
    expect(
      ["model", "requests", "failed", "input_tokens", "input_p50", "input_p95", "hour_0", "hour_1", "cap"].map(
        (column) => cell(first!, column),
      ),
    ).toEqual(["o3-mini", "3", "1", "400", "100", "300", "3", "0", "500"]);
  });

  it("keeps unknown unknown", () => {
    const untold = reportOf([{ atMs: null, model: "o1", input: 5, output: 2 }]);
    const back = readProfile(profileOf(untold));
    expect(back.told).toEqual({ input: true, cached: false, written: false, output: true, reasoning: false });
    expect(back).toMatchObject({
      firstMs: null,
      lastMs: null,
      dated: false,
      total: { peakRequests: null, dispersion: null, hours: null, reasoningShare: null },
    });
    const within: UsageReport = {
      ...REPORT,
      total: {
        ...REPORT.total,
        input: { ...REPORT.total.input!, within: 0.005 },
        costUsd: "0.000000000000000000000000000001",
      },
      dated: false,
    };
    expect(figures(readProfile(profileOf(within)))).toEqual(figures(within));
  });

  it("makes the same workloads as the log", () => {
    const workloads = (report: UsageReport) =>
      workloadsOf(report, "o1").made.map(({ workload, peak, simulatedPeak }) => ({ workload, peak, simulatedPeak }));
    expect(workloads(readProfile(profileOf(REPORT)))).toEqual(workloads(REPORT));
  });

  it("is read as warehouses write it: quoted names, \\N, other line ends, fewer columns in any order", () => {
    const text =
      '\uFEFF"kind","day","model","service_tier","requests","output_tokens","input_tokens"\n"total",\\N,\\N,\\N,"3","9","5"\n"group",\\N,"o1","standard","3","9","5"\n"day","2025-01-06","o1",\\N,"3","9","5"\n';
    expect(isProfile(text)).toBe(true);
    expect(readProfile(text)).toMatchObject({
      rowsRead: 3,
      rowsSkipped: 0,
      total: { model: "o1", requests: 3, inputTokens: 5, outputTokens: 9, input: null },
      days: [{ day: "2025-01-06", serviceTier: "standard" }],
      told: { cached: false },
    });
  });

  it("skips rows that cannot be read and says why", () => {
    const text =
      "kind,day,model,service_tier,requests,input_tokens\ngroup,,o1,standard,2,10\ngroup,,o1,gold,2,10\nday,2025-02-30,o1,standard,1,1\ngroup,,o3-mini,standard,12x,1\n";
    expect(readProfile(text)).toMatchObject({
      rowsRead: 1,
      rowsSkipped: 3,
      skipped: [
        { reason: "it names a service tier that is none", rows: [2] },
        { reason: "it is none of a total, a group and a day", rows: [3] },
        { reason: "its requests is no number", rows: [4] },
      ],
      total: { model: "o1", requests: 2, inputTokens: 10, input: null },
    });
  });

  it("is met by the reader of logs, in any pieces, and may be cut off", () => {
    for (const as of ["csv", "json"] as const) {
      const bytes = new TextEncoder().encode(profileOf(REPORT, as));
      const reader = new UsageReader();
      for (let at = 0; at < bytes.length; at += 100) reader.push(bytes.subarray(at, at + 100));
      expect(figures(reader.end())).toEqual(figures(REPORT));
    }
    const cut = new UsageReader();
    cut.push(new TextEncoder().encode(profileOf(REPORT, "json").slice(0, -9)));
    expect(cut.end()).toMatchObject({
      format: "Headroom profile",
      rowsRead: 0,
      groups: [],
      remarks: ["The JSON of the profile is cut off or of another layout; nothing was read."],
    });
  });

  it("is told from other tables", () => {
    for (const head of ["timestamp,model", "kind,day,model", '{"object":"list"}', "", '{"x":1,"headroomProfile":1}'])
      expect(isProfile(head)).toBe(false);
  });
});
