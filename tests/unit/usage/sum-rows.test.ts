import { describe, expect, it } from "vitest";
import { workloadsOf } from "@/lib/usage";
import { readUsage } from "../../support/make/read-usage";

// People export a sheet with its last line, the sum: a total is never a call.

const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n % 2 ? "gpt-5" : "gpt-5-mini"},5,1000,100`);

describe("a row that sums the others", () => {
  // A few rows are read cell by cell, many at once.
  it.each([2, 5, 6, 7, 8, 300])("is left out behind %d rows, and named", (count) => {
    const sum = `Total,${5 * count},${1000 * count},${100 * count}`;
    const report = readUsage(["model,requests,input_tokens,output_tokens", ...rows(count), sum, ""].join("\n"));
    expect(report.total).toMatchObject({ requests: 5 * count, inputTokens: 1000 * count, outputTokens: 100 * count });
    expect(report.skipped).toEqual([{ reason: "a sum of other rows", count: 1, rows: [count + 1] }]);
    expect(report.groups.map(({ model }) => model).sort()).toEqual(["gpt-5", "gpt-5-mini"]);
  });

  it.each(["Total", "TOTALS", "Grand total", "grand-total:", "Subtotal", "sum", "Summe", "Gesamt"])("as %s", (word) => {
    const report = readUsage(`model,input_tokens,output_tokens\ngpt-5,5,6\ngpt-5,7,8\n${word},12,14\n`);
    expect(report.total).toMatchObject({ requests: 2, inputTokens: 12, outputTokens: 14 });
  });

  it("in Markdown and in JSON", () => {
    const markdown = readUsage(
      "| Model | Input tokens | Output tokens |\n|--|--|--|\n| gpt-5 | 5 | 6 |\n| **gpt-5** | 7 | 8 |\n| Total | 12 | 14 |\n",
    );
    expect(markdown.total).toMatchObject({ inputTokens: 12, outputTokens: 14 });
    const json = readUsage(
      JSON.stringify([
        { model: "gpt-5", input_tokens: 5, output_tokens: 6 },
        { model: "Total", input_tokens: 5, output_tokens: 6 },
      ]),
    );
    expect(json.total).toMatchObject({ inputTokens: 5, outputTokens: 6 });
  });

  it.each([2, 8, 300])("in a first column that is read for nothing, behind %d rows", (count) => {
    const rows = Array.from({ length: count }, (_, n) => `team ${n},5,1000,100`);
    const file = [
      "team,requests,input_tokens,output_tokens",
      ...rows,
      `Total,${5 * count},${1000 * count},${100 * count}`,
    ];
    const report = readUsage(`${file.join("\n")}\n`);
    expect(report.total).toMatchObject({ requests: 5 * count, inputTokens: 1000 * count });
    expect(report.skipped).toEqual([{ reason: "a sum of other rows", count: 1, rows: [count + 1] }]);
  });

  it("in Markdown whose first column has no name, in bold, under a rule of single signs", () => {
    const rows = "| plan | 10 | 1,000 | 200 | 300 |\n| act | 10 | 1,000 | 200 | 300 |\n";
    const sum = "| **Total** | **20** | **2,000** | **400** | **600** |\n";
    for (const rule of ["|---|---|---|---|---|", "|-|-|-|-|-|", "| :-- | --: | --: | --: | --: |"]) {
      const report = readUsage(`| | Calls | Input | Cached input | Output |\n${rule}\n${rows}${sum}`);
      expect(report.total, rule).toMatchObject({
        requests: 20,
        inputTokens: 2000,
        cachedInputTokens: 400,
        outputTokens: 600,
      });
      expect(report.skipped, rule).toEqual([{ reason: "a sum of other rows", count: 1, rows: [3] }]);
    }
  });

  it("and not where a model of one’s own is only called alike", () => {
    const report = readUsage("model,input_tokens,output_tokens\ntotal-recall,5,6\nsum-7b,7,8\n");
    expect(report.total).toMatchObject({ requests: 2, inputTokens: 12 });
  });
});

it("counts that tell no end make a rate over their whole days", () => {
  const rows = ["2026-11-01T08:00:00Z,o4-mini,9000,600,60", "2026-11-04T17:00:00Z,o4-mini,9000,600,60"];
  const file = ["start_time,model,input_tokens,output_tokens,num_model_requests", ...rows].join("\n");
  const report = readUsage(file);
  expect(report).toMatchObject({ firstMs: Date.UTC(2026, 10, 1), lastMs: Date.UTC(2026, 10, 5) });
  expect(workloadsOf(report, "o1").made[0]!.workload).toMatchObject({ requests: 30, per: "day" });
});
