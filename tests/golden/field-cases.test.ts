import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { usageCost } from "@/lib/estimate";
import { toShortestText } from "@/lib/money";
import { parsePasted, UsageReader, type PastedUsage, type UsageReport } from "@/lib/usage";
import { importCosts, importHead } from "@/lib/view/import";
import { refusedLines } from "@/lib/view/pasted";

// Files and texts that people really dropped or pasted, not part of the project: read where they lie beside it, with
// the answers of the table beside them.

const CASES = "../shared/data/cases";
const TODAY = "2026-11-27";

const text = (file: string) => readFileSync(`${CASES}/${file}`, "utf8");

function read(file: string): UsageReport {
  const reader = new UsageReader();
  reader.push(readFileSync(`${CASES}/${file}`));
  return reader.end();
}

function pasted(file: string): PastedUsage {
  const result = parsePasted(text(file));
  if (result === null || typeof result === "string") throw new Error(`${file}: ${result}`);
  return result;
}

/** The bill of a log at the prices of its days, or of one day. */
const bill = (report: UsageReport, at: Parameters<typeof usageCost>[1] = "dated") =>
  toShortestText(usageCost(report, at)!.known!);

const sizes = (input: number, cached: number, output: number, reasoning = 0) => ({
  inputTokens: input,
  cachedInputTokens: cached,
  outputTokens: output,
  reasoningTokens: reasoning,
});

describe("cases from the field", () => {
  if (!existsSync(CASES)) {
    it("need a folder that is not part of the project", ({ skip }) => skip(`there is no ${CASES}`));
    return;
  }

  it.each([
    ["429-wrapped-with-usage-line.txt", sizes(87_456, 70_656, 1_206, 896)],
    ["usage-langchain-callback.txt", sizes(1_508, 1_408, 212, 192)],
    ["usage-labelled-lines.txt", sizes(1_200, 600, 300)],
    ["usage-details-as-text.json", sizes(48_711, 48_512, 186)],
    ["usage-camel-case.json", sizes(1_543, 1_408, 624, 512)],
    ["usage-event-stream.txt", sizes(308, 0, 68)],
  ])("%s: pasted and dropped alike", (file, { inputTokens, cachedInputTokens, outputTokens, reasoningTokens }) => {
    expect(pasted(file)).toMatchObject({
      usage: {
        inputTokens,
        cachedInputTokens,
        visibleOutputTokens: outputTokens - reasoningTokens,
        reasoningTokens,
      },
      disagreement: null,
    });
    const report = read(file);
    expect(report).toMatchObject({ rowsRead: 1, rowsSkipped: 0, columns: null });
    expect(report.total).toMatchObject({ inputTokens, cachedInputTokens, outputTokens, reasoningTokens });
  });

  it("usage-batch-object.json", () => {
    const report = read("usage-batch-object.json");
    expect(report.remarks).toEqual([]);
    expect(report.total).toMatchObject({
      model: "gpt-5-2025-08-07",
      serviceTier: "batch",
      requests: 10_000,
      failedRequests: 128,
      ...sizes(31_493_594, 24_045_184, 19_786_241, 18_373_824),
    });
    expect(Number(bill(report)).toFixed(2)).toBe("105.09");
    expect(pasted("usage-batch-object.json").disagreement).toBeNull();
  });

  it("usage-singular-details.json and usage-audio.json: audio is named and never priced as text", () => {
    const singular = pasted("usage-singular-details.json");
    expect(singular).toMatchObject({
      counts: { input: 521, audioInput: 229, output: 20 },
      usage: { inputTokens: 292, visibleOutputTokens: 20 },
      leftOut: ["229 of the input is audio, which has a price of its own: left out."],
    });
    expect(read("usage-singular-details.json").total).toMatchObject(sizes(292, 0, 20));
    const audio = pasted("usage-audio.json");
    expect(audio).toMatchObject({ counts: { output: 592, audioOutput: 482 }, usage: { visibleOutputTokens: 110 } });
    expect(read("usage-audio.json").remarks).toEqual([
      "Audio tokens, which have prices of their own and are left out: 482.",
    ]);
  });

  it("usage-cache-writes.jsonl", () => {
    const report = read("usage-cache-writes.jsonl");
    expect(report.total).toMatchObject({ cachedInputTokens: 18_011, cacheWriteTokens: 18_011 });
    expect(bill(report)).toBe("0.00491217");
  });

  it("usage-page-cache-writes.json, and costs-page-line-items.json of the same day", () => {
    const report = read("usage-page-cache-writes.json");
    expect(report.total).toMatchObject({
      inputTokens: 10_548 + 8_448 + 8_448,
      cachedInputTokens: 8_448,
      cacheWriteTokens: 8_448,
      outputTokens: 3_120,
    });
    expect(bill(report)).toBe("0.0813456");
    const costs = read("costs-page-line-items.json");
    expect(costs.groups.map(({ model, costUsd }) => [model, costUsd])).toEqual([
      ["gpt-5.6-terra", "0.0813456"],
      ["gpt-image-1 image", "0.04"],
      ["whisper", "0.006"],
    ]);
  });

  it("usage-page-has-more.json", () => {
    const report = read("usage-page-has-more.json");
    expect(bill(report)).toBe("13.5609736");
    expect(report.remarks).toEqual([expect.stringMatching(/has_more/)]);
  });

  it("usage-log-markdown.md: the exact cost beside the log’s own", () => {
    const report = read("usage-log-markdown.md");
    expect(report.total).toMatchObject({ requests: 4, inputTokens: 2_765, outputTokens: 7_504, costUsd: "0.109895" });
    expect(bill(report)).toBe("0.10989475");
    const bills = { dated: usageCost(report, "dated"), now: usageCost(report, TODAY), batch: null, other: null };
    expect(importCosts(report, bills, TODAY, "gpt-5.2").map(({ key, about }) => [key, about])).toEqual([
      ["stated", "its own sum; exactly $0.109895"],
      ["dated", "each day at the price then in force; exactly $0.10989475"],
      ["now", expect.any(String)],
    ]);
  });

  it("export-usage-then-costs.tsv", () => {
    const report = read("export-usage-then-costs.tsv");
    expect(report.total).toMatchObject({ requests: 53, inputTokens: 339_711, outputTokens: 549_459, costUsd: null });
    expect(report.remarks[0]).toMatch(/the header of another table: OpenAI costs export/);
  });

  it("export-costs-2026.csv", () => expect(read("export-costs-2026.csv").total.costUsd).toBe("0.50383598"));

  it("export-without-use.csv", () => {
    const report = read("export-without-use.csv");
    expect(report).toMatchObject({ columns: null, rowsSkipped: 0 });
    expect(importHead(report, "export.csv").lead).toBe("No use in this period.");
  });

  it("openrouter-activity.csv", () => {
    const report = read("openrouter-activity.csv");
    expect(report.total).toMatchObject({ costUsd: "0.03295", failedRequests: 1 });
    const group = report.groups.findIndex(({ model }) => model === "gpt-5.1-2025-11-13");
    expect(toShortestText(usageCost(report, "dated")!.groups[group]!)).toBe("0.02065");
  });

  it("cursor-usage-events.csv", () => {
    const report = read("cursor-usage-events.csv");
    const luna = report.groups.findIndex(({ model }) => model === "gpt-5.6-luna");
    expect(report.groups[luna]).toMatchObject({
      inputTokens: 8_296_648,
      cachedInputTokens: 7_861_307,
      cacheWriteTokens: 433_977,
      outputTokens: 62_104,
      costUsd: null,
    });
    expect(Number(toShortestText(usageCost(report, "dated")!.groups[luna]!)).toFixed(4)).toBe("0.3405");
    expect(report.total.costUsd).toBe("0.06");
  });

  it("otlp-parent-repeats-children.json", () =>
    expect(read("otlp-parent-repeats-children.json").total).toMatchObject({
      requests: 2,
      inputTokens: 113,
      outputTokens: 11,
    }));

  it("batch-input-refused.jsonl", () => {
    const refused = refusedLines(read("batch-input-refused.jsonl"))!;
    expect(refused.rows.map(({ name, cells }) => [cells[1], name])).toEqual([
      ["8, 9, 10", "it is no request: an object with custom_id, method, url and body"],
      ["2", "its custom_id stands in an earlier line"],
      ["3", "it is for another model than the first line, gpt-4o"],
      ["4", "it has no method"],
      ["5", "it has no method, url, body"],
      ["6", "it goes to another url than the first line, /v1/responses"],
      ["7", "it is not valid JSON"],
    ]);
  });

  it("export-resaved-by-excel-german.csv", () => {
    const report = read("export-resaved-by-excel-german.csv");
    expect(report.total).toMatchObject({ requests: 53, inputTokens: 339_711, outputTokens: 549_459 });
    expect([...new Set(report.days.map(({ day }) => day))]).toEqual([
      "2025-10-05",
      "2025-10-06",
      "2025-10-07",
      "2025-10-10",
      "2025-10-11",
    ]);
    expect(report.remarks[0]).toMatch(/lost their digits in a spreadsheet/);
  });

  it.each(["400-input-tokens-exceed.txt", "429-tpm-wait-of-hours.txt", "429-too-large-own-limit.txt"])(
    "%s tells no usage",
    (file) => {
      const result = parsePasted(text(file));
      expect(result === null || typeof result === "string").toBe(true);
    },
  );
});
