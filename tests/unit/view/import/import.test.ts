import { describe, expect, test } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import { usageFit } from "@/lib/estimate";
import { UsageReader, workloadsOf, type UsageReport } from "@/lib/usage";
import {
  comparedModel,
  costDays,
  importHead,
  importPeaks,
  importScenario,
  importTiers,
  modelTable,
  nothingRead,
  pickableModels,
  readFinding,
  replayRefusal,
  skippedRows,
} from "@/lib/view/import";
import {
  hoursOfDay,
  requestsThroughTime,
  sizesChart,
  tokensThroughTime,
  type StackChart,
} from "@/lib/view/import/charts";
import { reportOf, type LogRow } from "../../../support/make/usage-report";

const START = Date.parse("2026-09-07T08:00:00Z");
const DAY = "2026-11-23";
const row = (seconds: number, own: Partial<LogRow> = {}): LogRow => ({
  atMs: START + seconds * 1000,
  model: "o3-mini",
  input: 1000,
  output: 100,
  ...own,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** Four minutes: one request each 30 s, and ten more in ten seconds of the third. */
const BURST = [0, 30, 60, 90, 120, 150, 180, 210, 240]
  .map((at) => row(at))
  .concat(Array.from({ length: 10 }, (_, n) => row(120 + n)));
/** The report with its requests, counted from the first. */
function traced(rows: readonly LogRow[]): UsageReport {
  const sorted = [...rows].sort((a, b) => a.atMs! - b.atMs!);
  const column = (value: (one: LogRow) => number) => Float64Array.from(sorted, value);
  return {
    ...reportOf(rows),
    trace: {
      atMs: column(({ atMs }) => atMs! - sorted[0]!.atMs!),
      inputTokens: column(({ input }) => input),
      outputTokens: column(({ output }) => output),
    },
  };
}

const drawn = (view: ReturnType<typeof requestsThroughTime>): StackChart => {
  expect(view.drawn).toBe(true);
  return view as StackChart;
};

describe("the sentence", () => {
  test("requests, time, tokens, and the busiest minute beside the mean", () => {
    const head = importHead(reportOf(BURST), "log.csv");
    expect(plain(head.lead)).toBe("19 requests in 4 minutes of 7 Sep 2026, 19K tokens in and 1,900 out.");
    // Ten and the two of their half-minutes, over 19 in 4 minutes.
    expect(plain(head.rest)).toBe("The busiest minute has 12, 2.5 times the mean.");
  });

  test("without times, and where nothing was counted, it says so", () => {
    expect(importHead(reportOf([row(0, { atMs: null })]), "x").rest).toMatch(/no times|counted together/);
    const nothing = reportOf([row(0)]);
    const none = { ...nothing, rowsRead: 1, total: { ...nothing.total, requests: 0 } };
    expect(importHead({ ...none, rowsSkipped: 3 }, "x").rest).toBe(
      "3 rows could not be counted; the reasons stand below.",
    );
    expect(importHead({ ...none, rowsSkipped: 1 }, "x").rest).toBe(
      "1 row could not be counted; the reasons stand below.",
    );
  });

  test("a file of which nothing is read gives its reason; a log of costs alone its sum", () => {
    const read = (text: string) => {
      const reader = new UsageReader({});
      reader.push(new TextEncoder().encode(text));
      return reader.end();
    };
    const texts = (text: string) => [nothingRead(read(text)), plain(importHead(read(text), "x").lead)];
    expect(texts("")).toEqual(["The file is empty.", "Nothing was read."]);
    expect(texts("\u0000\u0001")).toEqual([expect.stringMatching(/^The file is binary/), "Nothing was read."]);
    expect(texts("hello\nthere\n")).toEqual([
      expect.stringMatching(/1 row skipped: it tells no tokens\.$/),
      "Nothing was read.",
    ]);
    const bucket = (day: number, value: number, model: string) => ({
      start_time: day * 86_400,
      end_time: (day + 1) * 86_400,
      results: [{ amount: { value, currency: "usd" }, line_item: `${model}, input` }],
    });
    const costs = read(
      JSON.stringify({
        object: "page",
        data: [bucket(20_000, 1.25, "o1"), bucket(20_001, 10, "o3-mini"), bucket(20_001, 2, "o1")],
      }),
    );
    expect(nothingRead(costs)).toBeNull();
    const head = importHead(costs, "x");
    expect([plain(head.lead), head.rest]).toEqual(["2 days of costs, $13.25.", "The log tells no requests or tokens."]);
    expect(modelTable(costs, null).rows.map(({ name, cells }) => [name, cells[0], cells.at(-1)])).toEqual([
      ["o3-mini", "–", "$10.00"],
      ["o1", "–", "$3.25"],
    ]);
    expect(costDays(costs)!.rows.map(({ name, cells }) => [plain(name), ...cells])).toEqual([
      ["4 Oct 2024", "$1.25"],
      ["5 Oct 2024", "$12.00"],
    ]);
    const fine = (costUsd: string) => plain(importHead({ ...costs, total: { ...costs.total, costUsd } }, "x").lead);
    expect([fine("284.93943937274981134156"), fine("-1.5")]).toEqual([
      "2 days of costs, $284.94.",
      "2 days of costs, −$1.50.",
    ]);
    expect(tokensThroughTime(costs).drawn || requestsThroughTime(costs).drawn).toBe(false);
  });

  test("a mean of few requests keeps its digits, and a peak no workload can have is said", () => {
    const report = reportOf([row(0), row(1), row(100 * 86_400)]);
    expect(plain(importHead(report, "x").rest)).toBe(
      "The busiest minute has 2, 96,000 times the mean; workloads carry at most 1,000.",
    );
    expect(importPeaks(report)[1]).toMatchObject({ text: "0.0000208" });
    expect(importHead(reportOf(BURST), "x").rest).not.toContain("workloads");
  });

  test("burstiness in words", () => {
    const texts = (dispersion: number) => {
      const report = reportOf(BURST);
      return plain(importPeaks({ ...report, total: { ...report.total, dispersion } }).at(-1)!.remark);
    };
    expect(texts(0.2)).toContain("more even than chance");
    expect(texts(1)).toContain("as chance has it");
    expect(texts(2)).toContain("in bursts");
    expect(texts(9)).toContain("in strong bursts");
  });
});

describe("charts", () => {
  test("columns of a trace hold every request and token once", () => {
    const report = traced(BURST);
    const requests = drawn(requestsThroughTime(report));
    expect(requests.series[0]!.values.reduce((a, b) => a + b, 0)).toBe(19);
    expect(requests.edges.length).toBeLessThanOrEqual(121);
    const tokens = drawn(tokensThroughTime(report));
    expect(tokens.series.map(({ name, values }) => [name, values.reduce((a, b) => a + b, 0)])).toEqual([
      ["input", 19_000],
      ["output", 1_900],
    ]);
  });

  test("several days: a column a day, with the empty one between, by model", () => {
    const report = reportOf([row(0), row(2 * 86_400, { model: "o1", input: 5000 })]);
    const { series, table } = drawn(tokensThroughTime(report));
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ["o1", [0, 0, 5100]],
      ["o3-mini", [1100, 0, 0]],
    ]);
    expect(table.rows.map((cells) => cells.map(plain))).toEqual([
      ["7 Sep 2026", "0", "1,100", "1,100"],
      ["8 Sep 2026", "0", "0", "0"],
      ["9 Sep 2026", "5,100", "0", "5,100"],
    ]);
  });

  test("many models: two by name, the others together", () => {
    const models = ["a", "b", "c", "d", "e"];
    const report = reportOf(
      models.flatMap((model, rank) => [
        row(rank, { model, input: 1000 - rank }),
        row(86_400 + rank, { model, input: 1000 - rank }),
      ]),
    );
    const { series } = drawn(tokensThroughTime(report));
    expect(series.map(({ name }) => name)).toEqual(["a", "b", "3 others"]);
    expect(series[2]!.values).toEqual([3 * 1100 - 9, 3 * 1100 - 9]);
  });

  test("one request is one in words", () => {
    const { finding, description } = drawn(requestsThroughTime(traced([row(0), row(3600)])));
    expect(plain(finding)).toMatch(/ and has 1 request$/);
    expect(plain(description)).toContain("At most 1 request,");
  });

  test("a year has few columns; a short log no hours of the day; no single request no sizes", () => {
    const year = reportOf([row(0), row(364 * 86_400)]);
    expect(drawn(tokensThroughTime(year)).series[0]!.values).toHaveLength(53);
    expect(hoursOfDay(reportOf(BURST)).drawn).toBe(false);
    const hours = drawn(hoursOfDay(year));
    expect(hours.series[0]!.values[8]).toBe(2);
    expect(sizesChart({ ...year, total: { ...year.total, input: null } }).drawn).toBe(false);
  });
});

describe("tables", () => {
  test("what is not told is unknown, not 0", () => {
    const report = reportOf([row(0)]);
    const told = { input: true, output: true, cached: false, written: false, reasoning: false };
    expect(modelTable({ ...report, told }, null).rows[0]!.cells).toEqual(["1", "1,000", "–", "100", "–", "–"]);
    expect(modelTable({ ...report, told: { ...told, cached: true } }, null).rows[0]!.cells[2]).toMatch(/^0/);
  });

  test("skipped rows by reason, the first of them by number", () => {
    const report: UsageReport = {
      ...reportOf([row(0)]),
      rowsRead: 1,
      rowsSkipped: 12,
      skipped: [{ reason: "No tokens", count: 12, rows: [2, 3, 4] }],
      failed: [],
    };
    expect(readFinding(report)).toBe("1 of 13 rows were read; 12 were skipped");
    expect(skippedRows(report).map(({ name, about, cells }) => [name, about, ...cells])).toEqual([
      ["No tokens", "skipped", "12", "2, 3, 4 …"],
    ]);
  });
});

describe("what a log becomes", () => {
  test("a scenario that its link gives back, at the lowest tier that fits", () => {
    const report = reportOf([...BURST, ...BURST.map((one) => ({ ...one, model: "my-model" }))]);
    const scenario = importScenario(report, workloadsOf(report, "o3-mini"), "o3-mini")!;
    expect(scenario.workloads.map(({ model }) => model).sort()).toEqual(["my-model", "o3-mini"]);
    expect(decodeLink(encodeLink(scenario).slice(1))).toEqual({ scenario, faults: [] });
  });

  test("what names no model is planned on the one that is picked", () => {
    const report = reportOf(BURST.map((one) => ({ ...one, model: null })));
    const made = workloadsOf(report, "o3-mini");
    expect(importScenario(report, made, "o1")!.workloads.map(({ model }) => model)).toEqual(["o1"]);
    expect(importScenario(report, made, "o1")!.usageTier).toBe(1);
  });

  test("with a model without limits it cannot be told whether it fits; the tier is that of the known ones", () => {
    const report = reportOf([...BURST, ...BURST.map((one) => ({ ...one, model: "my-model" }))]);
    expect(plain(importTiers(usageFit(report)!).finding)).toBe(
      "Whether it fits cannot be told; its known models fit from tier 1 on",
    );
    expect(importScenario(report, workloadsOf(report, "o3-mini"), "o3-mini")!.usageTier).toBe(1);
  });

  test.each([
    // One request of so many input tokens on gpt-4.1, whose tier 1 holds 30,000 a minute, of long ones 200,000.
    [29_000, [true, true]],
    [110_000, [false, true]],
    [150_000, [null, true]],
    [210_000, [false, true]],
  ])("a request of %d tokens goes by the limits of its length: fits tiers 1 and 2 %j", (input, fits) => {
    const report = reportOf([row(0, { model: "gpt-4.1", input, output: 1 })]);
    const fit = usageFit(report)!;
    expect(fit.pools[0]!.tiers.slice(0, 2).map((tier) => tier.fits)).toEqual(fits);
    expect(fit.pools[0]!.tiers[0]!.never).toBe(input === 110_000 || input === 210_000);
    expect(importTiers(fit).remark).toBe(
      input > 128_000 ? "Some requests on gpt-4.1 are so long that they have limits of their own, not shown here." : "",
    );
  });

  test("a replay needs single requests, no more than Traffic takes", () => {
    const report = traced(BURST);
    const made = workloadsOf(report, "o3-mini");
    expect(replayRefusal(report, made)).toBeNull();
    expect(plain(replayRefusal({ ...report, total: { ...report.total, requests: 100_001 }, trace: null }, made)!)).toBe(
      "100,001 requests are more than the 100,000 that Traffic replays.",
    );
    expect(replayRefusal({ ...report, trace: null }, made)).toMatch(/no single requests/);
  });

  test("a retired model is compared with what follows it and is sold; else the cheapest", () => {
    expect(comparedModel(reportOf([row(0, { model: "o1-mini-2024-09-12" })]), DAY)).toBe(
      comparedModel(reportOf([row(0, { model: "o1-mini" })]), DAY),
    );
    expect(comparedModel(reportOf([row(0, { model: null })]), DAY)).toBe(pickableModels(DAY)[0]);
    expect(pickableModels(DAY)).toContain("o1");
  });
});
