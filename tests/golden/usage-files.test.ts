import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTrace, UsageReader, type UsageReport } from "@/lib/usage";

// Real files, not part of the project: read where they lie beside it. Their figures were taken by other programs.

const DATA = "../shared/data";

function read(path: string, countTokens?: (model: string | null, text: string) => number): UsageReport {
  const reader = new UsageReader({ countTokens });
  reader.push(readFileSync(`${DATA}/${path}`));
  return reader.end();
}

const json = (path: string) => readFileSync(`${DATA}/${path}`, "utf8");
const lines = (path: string) =>
  json(path)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0);
/** By the definition: the smallest value that so many of all do not exceed. */
const rank = (values: readonly number[], percent: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1];

describe("real files", () => {
  if (!existsSync(DATA)) {
    it("need a folder that is not part of the project", ({ skip }) => skip(`there is no ${DATA}`));
    return;
  }

  it("Azure conversation trace", () => {
    const report = read("traces/azure-llm-2023-conv.csv");
    expect(report).toMatchObject({
      format: "Azure LLM trace",
      rowsRead: 19_366,
      rowsSkipped: 0,
      remarks: [],
      columns: null,
      dated: true,
      firstMs: Date.UTC(2023, 10, 16, 18, 15, 46, 680),
    });
    expect(report.total).toMatchObject({
      requests: 19_366,
      inputTokens: 22_361_870,
      outputTokens: 4_088_665,
      peakRequests: { perMinute: 522 },
      input: { p50: 1_020, p95: 4_083 },
      output: { p50: 129, p95: 451 },
    });
    expect(report.days).toEqual([
      {
        day: "2023-11-16",
        model: null,
        serviceTier: "standard",
        requests: 19_366,
        inputTokens: 22_361_870,
        cachedInputTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: 4_088_665,
        reasoningTokens: 0,
      },
    ]);
    expect(report.told).toEqual({ input: true, cached: false, written: false, output: true, reasoning: false });
    expect(report.trace).toEqual((readTrace(json("traces/azure-llm-2023-conv.csv")) as { requests: unknown }).requests);
  });

  it.each([
    {
      path: "formats/openai-chat-completions-usage-real.jsonl",
      format: "Chat completions",
      rows: 183,
      input: "prompt_tokens",
      output: "completion_tokens",
    },
    {
      path: "formats/openai-responses-usage-real.jsonl",
      format: "Responses",
      rows: 235,
      input: "input_tokens",
      output: "output_tokens",
    },
    {
      path: "formats/openai-o1-mini-responses-real.jsonl",
      format: "Chat completions",
      rows: 3,
      input: "prompt_tokens",
      output: "completion_tokens",
    },
  ])("$path", ({ path, format, rows, input, output }) => {
    const usages = lines(path).map(({ usage }) => usage);
    const report = read(path);
    // Audio has prices of its own, and is left out.
    const of = (name: string) => (usage: Record<string, number | undefined>) =>
      (usage[name] ?? 0) -
      ((usage as Record<string, Record<string, number> | undefined>)[`${name}_details`]?.["audio_tokens"] ?? 0);
    const part = (name: string, inner: string) => (usage: Record<string, Record<string, number> | undefined>) =>
      usage[`${name}_details`]?.[inner] ?? 0;
    expect(report).toMatchObject({ format, rowsRead: rows, rowsSkipped: 0 });
    expect(report.total).toMatchObject({
      requests: rows,
      inputTokens: sum(usages, of(input)),
      outputTokens: sum(usages, of(output)),
      cachedInputTokens: sum(usages, part(input, "cached_tokens")),
      reasoningTokens: sum(usages, part(output, "reasoning_tokens")),
      input: {
        mean: sum(usages, of(input)) / rows,
        p50: rank(usages.map(of(input)), 50),
        p95: rank(usages.map(of(input)), 95),
        p99: rank(usages.map(of(input)), 99),
      },
      output: {
        mean: sum(usages, of(output)) / rows,
        p50: rank(usages.map(of(output)), 50),
        p95: rank(usages.map(of(output)), 95),
        p99: rank(usages.map(of(output)), 99),
      },
    });
    expect(sum(report.groups, ({ requests }) => requests)).toBe(rows);
  });

  it("o1-mini, by hand", () => {
    const { total, groups } = read("formats/openai-o1-mini-responses-real.jsonl");
    expect(total).toMatchObject({
      inputTokens: 73,
      outputTokens: 1_261,
      reasoningTokens: 1_088,
      output: { p50: 388, max: 661 },
    });
    expect(groups.map(({ model }) => model)).toEqual(["o1-mini-2024-09-12"]);
  });

  it("Batch API output keeps its expired rows", () => {
    const report = read("formats/openai-batch-docs-output.jsonl");
    expect(report).toMatchObject({
      format: "Batch API output",
      rowsRead: 4,
      rowsSkipped: 0,
      failed: [{ reason: "batch_expired", count: 2, rows: [3, 4] }],
    });
    expect(report.total).toMatchObject({
      requests: 4,
      failedRequests: 2,
      serviceTier: "batch",
      inputTokens: 42,
      outputTokens: 11,
      input: { mean: 21 },
    });
  });

  it("Batch API input counts its texts, three more a message and three before the answer", () => {
    const report = read("formats/openai-batch-docs-input.jsonl", (_model, text) => text.split(" ").length);
    // system (1) + 5 words + 3, user (1) + 2 words + 3, and 3
    expect(report).toMatchObject({
      format: "Batch API input",
      rowsRead: 2,
      firstMs: null,
      told: { input: true, output: false },
    });
    expect(report.total).toMatchObject({
      requests: 2,
      inputTokens: 36,
      output: null,
      maxCompletionTokens: 1_000,
      serviceTier: "batch",
      model: "gpt-3.5-turbo-0125",
    });
    expect(read("formats/openai-batch-input.jsonl").total).toMatchObject({
      requests: 65,
      input: null,
      maxCompletionTokens: 1_000,
      model: "gpt-4o",
    });
  });

  it("organization usage", () => {
    const results = (
      JSON.parse(json("formats/openai-usage-api-completions.json")).data as { results: Record<string, number>[] }[]
    ).flatMap(({ results }) => results);
    const report = read("formats/openai-usage-api-completions.json");
    expect(report).toMatchObject({ format: "Usage API", rowsSkipped: 0, dated: true, trace: null });
    expect(report.total).toMatchObject({
      requests: sum(results, (result) => result["num_model_requests"]!),
      inputTokens: sum(results, (result) => result["input_tokens"]!),
      outputTokens: sum(results, (result) => result["output_tokens"]!),
      input: null,
      peakRequests: null,
      hours: null,
    });
    expect(report.days[0]).toMatchObject({
      day: "2025-01-11",
      requests: 470,
      inputTokens: 141_201,
      outputTokens: 9_756,
    });
  });

  it("organization costs to the last digit", () => {
    const texts = [...json("formats/openai-costs-api.json").matchAll(/"value": ([\d.e-]+)/g)].map(
      ([, value]) => value!,
    );
    const units = texts.reduce((total, text) => {
      const [whole, fraction = ""] = String(Number(text)).split(".") as [string, string?];
      return total + BigInt(whole + fraction.padEnd(30, "0"));
    }, 0n);
    const digits = units.toString().padStart(31, "0");
    const report = read("formats/openai-costs-api.json");
    expect(report).toMatchObject({ format: "Costs API", rowsRead: 31, rowsSkipped: 0 });
    expect(report.total.costUsd).toBe(`${digits.slice(0, -30)}.${digits.slice(-30).replace(/0+$/, "")}`);
    expect(report.days).toHaveLength(31);
    expect(report.days[0]).toMatchObject({ day: "2025-01-11", costUsd: "0.13080438340307526" });
  });
});
