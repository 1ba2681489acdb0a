import { describe, expect, it } from "vitest";
import { usageCost } from "@/lib/estimate";
import { toShortestText } from "@/lib/money";
import { profileOf, readProfile, workloadsOf } from "@/lib/usage";
import { importCosts, importKeys, importScenario, modelTable } from "@/lib/view/import";
import { readUsage } from "../../support/make/read-usage";

// Tokens written to the cache are inside input, beside those read from it. In every format: 5,000 in, of which
// 1,000 read and 3,500 written, 40 out.

const counts = (details: string, names: Record<string, number>) => ({ [details]: names });
const chat = (usage: object) => JSON.stringify({ object: "chat.completion", model: "gpt-5.6-terra", usage });
const bare = { prompt_tokens: 5_000, completion_tokens: 40, total_tokens: 5_040 };
const responses = { input_tokens: 5_000, output_tokens: 40, total_tokens: 5_040 };
const day = Date.UTC(2026, 8, 1) / 1000;

const FORMATS: Readonly<Record<string, string>> = {
  "chat completions": chat({
    ...bare,
    ...counts("prompt_tokens_details", { cached_tokens: 1_000, cache_write_tokens: 3_500 }),
  }),
  Responses: JSON.stringify({
    object: "response",
    created_at: day,
    model: "gpt-5.6-terra",
    usage: {
      ...responses,
      ...counts("input_tokens_details", { cache_write_tokens: 3_500, cached_tokens: 1_000 }),
    },
  }),
  "singular details, as Realtime and LangChain have": chat({
    ...responses,
    ...counts("input_token_details", { cache_read: 1_000, cache_creation: 3_500 }),
  }),
  camelCase: JSON.stringify({
    usage: {
      inputTokens: 5_000,
      outputTokens: 40,
      totalTokens: 5_040,
      inputTokenDetails: { noCacheTokens: 500, cacheReadTokens: 1_000, cacheWriteTokens: 3_500 },
    },
  }),
  "a provider’s counts in counts": JSON.stringify({
    usage: {
      inputTokens: { total: 5_000, noCache: 500, cacheRead: 1_000, cacheWrite: 3_500 },
      outputTokens: { total: 40, text: 40, reasoning: 0 },
    },
  }),
  "a gateway, inside by its total": chat({
    ...bare,
    cache_read_input_tokens: 1_000,
    cache_creation_input_tokens: 3_500,
  }),
  "Anthropic’s names, beside the input": JSON.stringify({
    usage: { input_tokens: 500, cache_read_input_tokens: 1_000, cache_creation_input_tokens: 3_500, output_tokens: 40 },
  }),
  "a span": JSON.stringify({
    name: "chat",
    spanId: "s",
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.usage.input_tokens": "5000",
      "gen_ai.usage.cache_read.input_tokens": "1000",
      "gen_ai.usage.cache_creation.input_tokens": "3500",
      "gen_ai.usage.output_tokens": "40",
    },
  }),
  "the usage API": JSON.stringify({
    object: "bucket",
    start_time: day,
    end_time: day + 86_400,
    results: [
      {
        model: "gpt-5.6-terra",
        num_model_requests: 1,
        input_tokens: 5_000,
        input_cached_tokens: 1_000,
        input_cache_write_tokens: 3_500,
        output_tokens: 40,
      },
    ],
  }),
  "the dashboard’s export":
    "start_time,end_time,num_model_requests,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,input_cache_write_tokens\n" +
    `${day},${day + 86_400},1.0,gpt-5.6-terra,FALSE,default,5000.0,40.0,1000.0,3500.0\n`,
  "LiteLLM’s metadata":
    "request_id,call_type,spend,prompt_tokens,completion_tokens,startTime,model,metadata\n" +
    `r,completion,0.1,5000,40,2026-09-01T00:00:00Z,gpt-5.6-terra,"{""usage_object"": {""prompt_tokens_details"": {""cached_tokens"": 1000, ""cache_write_tokens"": 3500}}}"\n`,
  Helicone:
    "request_created_at,model,prompt_tokens,completion_tokens,prompt_cache_read_tokens,prompt_cache_write_tokens\n2026-09-01T00:00:00Z,gpt-5.6-terra,5000,40,1000,3500\n",
  "Langfuse, parts taken out":
    "traceId,startTime,model,usageDetails\n" +
    't,2026-09-01T00:00:00Z,gpt-5.6-terra,"{""input"": 500, ""input_cached_tokens"": 1000, ""input_cache_write_tokens"": 3500, ""output"": 40, ""total"": 5040}"\n',
  "columns that are guessed":
    "time,model,input,cached,cache write,output\n2026-09-01,gpt-5.6-terra,5000,1000,3500,40\n",
  "objects of columns":
    '{"ts":"2026-09-01T00:00:00Z","model_name":"gpt-5.6-terra","inputTokens":5000,"cachedTokens":1000,"cacheWriteTokens":3500,"outputTokens":40}',
};

describe("tokens written to the cache", () => {
  it.each(Object.entries(FORMATS))("%s", (_, file) => {
    const { total, told, rowsSkipped, remarks } = readUsage(file);
    expect({ told, rowsSkipped, remarks }).toMatchObject({ told: { written: true }, rowsSkipped: 0, remarks: [] });
    expect(total).toMatchObject({
      requests: 1,
      inputTokens: 5_000,
      cachedInputTokens: 1_000,
      cacheWriteTokens: 3_500,
      outputTokens: 40,
    });
  });

  it("are read the same from many rows of a table as from one", () => {
    const [header, row] = FORMATS["columns that are guessed"]!.trim().split("\n");
    const { total } = readUsage([header, ...Array<string>(3_000).fill(row!)].join("\n"));
    expect(total).toMatchObject({ requests: 3_000, cachedInputTokens: 3_000_000, cacheWriteTokens: 10_500_000 });
  });

  it("that the input has no room for are cut to what is left of it, and said", () => {
    const rows = Array<string>(20).fill("2026-09-01,100,80,30,1").join("\n");
    const { total, remarks } = readUsage(`time,input,cached,cache write,output\n${rows}`);
    expect(total).toMatchObject({ cachedInputTokens: 1_600, cacheWriteTokens: 400 });
    expect(remarks).toEqual(["Rows with more read from and written to the cache than input, cut to the input: 20."]);
  });

  it("cost the price of cache writes in place of plain input, exactly", () => {
    const report = readUsage(FORMATS["Responses"]!);
    const bill = usageCost(report, "dated")!;
    // 500 at $2.00, 1,000 at $0.20, 3,500 at $2.50, 40 at $12.00 a million.
    expect(toShortestText(bill.usd!)).toBe("0.01043");
    expect(toShortestText(bill.written!)).toBe("0.00875");
    // A model without that price bills them as plain input.
    const other = usageCost(report, "2026-11-27", { model: "gpt-4.1" })!;
    expect(toShortestText(other.usd!)).toBe("0.00882");
    expect(other.written).toBeNull();
  });

  it("are in the profile, the workloads, the report", () => {
    const report = readUsage([FORMATS["Responses"]!, FORMATS["Responses"]!].join("\n"));
    const back = readProfile(profileOf(report));
    expect(back.told.written).toBe(true);
    expect(back.total.cacheWriteTokens).toBe(7_000);
    expect(back.days[0]!.cacheWriteTokens).toBe(7_000);
    const made = workloadsOf(report, "gpt-5.6-terra");
    expect(importScenario(report, made, "gpt-5.6-terra")!.workloads[0]).toMatchObject({
      inputTokens: 5_000,
      cachedInputTokens: 1_000,
      cacheWriteTokens: 3_500,
    });
    const bills = {
      dated: usageCost(report, "dated"),
      now: usageCost(report, "2026-11-27"),
      batch: null,
      other: null,
    };
    const { head, rows } = modelTable(report, bills.dated);
    expect(rows[0]!.cells[head.indexOf("Written")]).toMatch(/^70/);
    expect(importKeys(report, bills, "o1").find(({ label }) => label === "Input tokens")!.remark).toMatch(
      /20.% cached, 70.% written/,
    );
    expect(importCosts(report, bills, "2026-11-27", "o1")[0]!.about).toContain("$0.0175 of it for cache writes");
  });

  it("of workloads never exceed what their rounded means leave of the input", () => {
    const row = (input: number, cached: number, written: number) =>
      `2026-09-01T00:00:00Z,gpt-5.6-terra,${input},${cached},${written},1`;
    const file = ["time,model,input,cached,cache write,output", row(4, 2, 2), row(3, 1, 2), row(3, 2, 1)].join("\n");
    const [made] = workloadsOf(readUsage(file), "gpt-5.6-terra").made;
    expect(made!.workload).toMatchObject({ inputTokens: 3.333, cachedInputTokens: 1.667, cacheWriteTokens: 1.666 });
  });
});
