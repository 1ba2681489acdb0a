import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { findModel, MODELS, noteOf } from "@/lib/catalogue";
import { toCsv } from "@/lib/export";
import { factsOf } from "@/lib/facts";
import { toShortestText } from "@/lib/money";
import { noteText } from "@/lib/view/estimate";
import { billView } from "@/lib/view/plan";
import { decodePlanKey } from "@/lib/view/text";
import { workingOf } from "@/lib/view/working";
import { estimateOf, scenarioOf } from "../../support/make/checked";
import { slowEstimate } from "../../support/oracle/estimate";

// What is billed beside the listed prices of tokens: tools by the call, one region, writes that stay for 12 hours.

const TERRA = { model: "gpt-6.1-terra", requests: 1000, per: "month", inputTokens: 1000, visibleOutputTokens: 100 };
const body = (own: object = {}, rest: object = {}) => ({
  asOf: "2026-11-27",
  usageTier: 5,
  ...rest,
  workloads: [{ ...TERRA, ...own }],
});
const costOf = (own: object, rest: object = {}) => toEstimateJson(estimateOf(body(own, rest))).cost.workloads[0]!;
const lines = (own: object, rest: object = {}) =>
  costOf(own, rest).lineItems.map((line) =>
    [line.item, line.tokensPerMonth, line.pricePerMTokUsd, line.perMonthUsd].join(" "),
  );
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("tools by the call", () => {
  const searches = { retryShare: 0.5, webSearchCalls: 2, fileSearchCalls: 0.5 };

  it("are lines of their own without tokens, retries included", () => {
    // 1,500 attempts: × 2 × $10 and × 0.5 × $2.50 a thousand
    const { perRequestUsd, perMonthUsd, lineItems } = costOf(searches);
    expect(lineItems.slice(-2)).toEqual([
      { item: "web-search", tokensPerMonth: null, pricePerMTokUsd: null, perMonthUsd: "30.000000" },
      { item: "file-search", tokensPerMonth: null, pricePerMTokUsd: null, perMonthUsd: "1.875000" },
    ]);
    // and 1,500,000 × $1 and 150,000 × $5 a million
    expect([perMonthUsd, perRequestUsd]).toEqual(["34.125000", "0.034125000000"]);
  });

  it.each(["standard", "batch", "flex", "priority"])("cost the same in %s, in both comparisons too", (serviceTier) => {
    const { lineItems, standardPerMonthUsd, batchPerMonthUsd } = costOf({ ...searches, serviceTier });
    expect(lineItems.slice(-2).map(({ perMonthUsd }) => perMonthUsd)).toEqual(["30.000000", "1.875000"]);
    expect([standardPerMonthUsd, batchPerMonthUsd]).toEqual(["34.125000", "33.000000"]);
  });

  it("are known where no price of tokens is, and the total is not", () => {
    const own = { ...searches, model: "mine" };
    const { lineItems, perMonthUsd } = costOf(own, { modelOverrides: [{ model: "mine" }] });
    expect(lineItems.map((line) => line.perMonthUsd)).toEqual([null, null, "30.000000", "1.875000"]);
    expect(perMonthUsd).toBeNull();
  });

  it("of 0 are left out of scenario and bill", () => {
    const none = scenarioOf(
      body({ webSearchCalls: 0, fileSearchCalls: 0, cacheLifetime: "default" }, { regional: false }),
    );
    expect(none).toStrictEqual(scenarioOf(body()));
    expect(costOf({ webSearchCalls: 0 }).lineItems).toHaveLength(2);
  });

  it("stand in CSV with empty cells, and in the table with their unit", () => {
    const one = estimateOf(body(searches));
    expect(toCsv(one).split("\r\n").slice(3, 5)).toEqual([
      ",gpt-6.1-terra,standard,web-search,,,30.000000",
      ",gpt-6.1-terra,standard,file-search,,,1.875000",
    ]);
    const bill = billView(one).workloads[0]!.lines.slice(-2);
    expect(
      bill.map(({ label, tokens, millions, price, times }) => [label, tokens, millions, price, times].map(plain)),
    ).toEqual([
      ["Web search", "2 calls", "3,000 calls", "10.00 a 1,000", " × $10.00 a 1,000"],
      ["File search", "0.5 calls", "750 calls", "2.50 a 1,000", " × $2.50 a 1,000"],
    ]);
  });

  it("are worked out: calls × price, with its source", () => {
    const working = workingOf(decodePlanKey("w.0.web-search")!, estimateOf(body(searches)))!;
    expect(working.steps.map(({ label, value }) => [label, plain(value)])).toEqual([
      ["Requests a month, with retries", "1,500"],
      ["Calls each", "2"],
      ["Calls a month", "3,000"],
      ["Price of 1,000 calls", "the same on every model"],
    ]);
    expect([working.result.expression, working.result.value]).toEqual(["1,500 × 2 × $10.00 ÷ 1,000", "$30.00"]);
    expect(working.rule.id).toBe("tool-calls");
    expect(working.sources.map(({ title }) => title)).toEqual(["OpenAI pricing: standard and batch"]);
  });
});

describe("processing in one region", () => {
  const regional = { regional: true };

  it("is 1.1 times every price of tokens of newer models, in every service tier", () => {
    const split = { inputTokens: 4000, cachedInputTokens: 2000, cacheWriteTokens: 1000, webSearchCalls: 1 };
    expect(lines(split, regional)).toEqual([
      "input 1000000 1.1 1.100000",
      "cached-input 2000000 0.055 0.110000",
      "cache-write 1000000 1.375 1.375000",
      "visible-output 100000 5.5 0.550000",
      "web-search   10.000000",
    ]);
    expect(lines({ ...split, serviceTier: "batch" }, regional)[2]).toBe("cache-write 1000000 0.6875 0.687500");
    expect(lines({ ...split, serviceTier: "priority" }, regional)[3]).toBe("visible-output 100000 11 1.100000");
  });

  it("begins with models whose first price begins on 5 March 2026", () => {
    const times = MODELS.map(({ id, prices }) => {
      const { price, listed } = factsOf(scenarioOf(body({ model: id, visibleOutputTokens: 0 }, regional))).get(id)!;
      const [n, d] = [price!.prices.standard!.input, listed!.prices.standard!.input].map(toShortestText).map(Number);
      return [prices[0]!.from >= "2026-03-05", Math.round((n! / d!) * 1000) / 1000];
    });
    expect(times.every(([late, ratio]) => ratio === (late ? 1.1 : 1))).toBe(true);
    expect(times.filter(([late]) => late).length).toBeGreaterThan(10);
    expect(lines({ model: "gpt-5.4" }, regional)[0]).toBe("input 1000000 2.75 2.750000");
    expect(lines({ model: "gpt-5.3-codex" }, regional)[0]).toBe("input 1000000 1.75 1.750000");
  });

  it("goes with long context, the two multiples one after the other", () => {
    const long = { inputTokens: 300_000, cacheWriteTokens: 100_000, serviceTier: "batch", cacheLifetime: "12h" };
    // batch $0.50, × 2 long, × 1.1; writes 2.5 times that
    expect(lines(long, regional)).toEqual([
      "input 200000000 1.1 220.000000",
      "cache-write 100000000 2.75 275.000000",
      "visible-output 100000 4.125 0.412500",
    ]);
    const working = workingOf(decodePlanKey("w.0.cache-write")!, estimateOf(body(long, regional)))!;
    expect(working.steps.slice(3).map(({ label, expression, value }) => [label, expression, plain(value)])).toEqual([
      ["Price a million, input", "$0.50", "from 26 Oct 2026"],
      ["Price a million, 12 hours", "$0.50 × 2.5", "1.25"],
      ["Price a million, long context", "$1.25 × 2", "2.5"],
      ["Price a million, one region", "$2.50 × 1.1", "2.75"],
    ]);
    expect(working.rule.id).toBe("long-context");
  });

  it("multiplies one’s own price of such a model to the last digit, and no custom model’s", () => {
    const own = (model: string, input: string) => ({
      ...regional,
      modelOverrides: [{ model, price: { input, output: "5" } }],
    });
    expect(lines({}, own("gpt-6.1-terra", "0.9"))[0]).toBe("input 1000000 0.99 0.990000");
    expect(costOf({}, own("gpt-6.1-terra", "0.000000000001")).lineItems[0]!.pricePerMTokUsd).toBe("0.0000000000011");
    expect(lines({ model: "mine" }, own("mine", "0.9"))[0]).toBe("input 1000000 0.9 0.900000");
  });

  it("is named in the bill and worked out", () => {
    const one = estimateOf(body({}, regional));
    expect(billView(one).workloads[0]!.about).toBe("gpt-6.1-terra, in one region");
    const working = workingOf(decodePlanKey("w.0.input")!, one)!;
    expect(working.rule.id).toBe("regional");
    expect(working.steps.at(-1)).toEqual({
      label: "Price a million, one region",
      expression: "$1.00 × 1.1",
      value: "1.1",
    });
    expect(billView(estimateOf(body({ model: "gpt-4.1" }, regional))).workloads[0]!.about).toBe("gpt-4.1");
  });
});

describe("writes that stay in the cache for 12 hours", () => {
  const written = { inputTokens: 2000, cacheWriteTokens: 1000, cacheLifetime: "12h" };

  it.each([
    ["gpt-6.1-terra", "standard", "2.5"],
    ["gpt-6.1-terra", "batch", "1.25"],
    ["gpt-6.1-terra", "flex", "1.25"],
    ["gpt-6.1-terra", "priority", "5"],
    ["gpt-6.2-sol", "standard", "5"],
    ["gpt-6.2-astra", "standard", "20"],
    ["gpt-6.2-astra", "priority", "40"],
  ])("on %s in %s at $%s", (model, serviceTier, price) => {
    expect(costOf({ ...written, model, serviceTier }).lineItems[1]).toMatchObject({
      item: "cache-write",
      pricePerMTokUsd: price,
    });
  });

  it("are offered by three models", () => {
    const offered = MODELS.filter(({ prices }) => prices.some(({ twelveHourWrites }) => twelveHourWrites));
    expect(offered.map(({ id }) => id).sort()).toEqual(["gpt-6.1-terra", "gpt-6.2-astra", "gpt-6.2-sol"]);
    expect(noteOf(findModel("gpt-6.2-sol")!.prices[0]!)).toContain("5.00");
  });

  it("are named in the bill", () => {
    const labels = (own: object) => billView(estimateOf(body(own))).workloads[0]!.lines.map(({ label }) => label);
    expect(labels(written)).toContain("Cache writes, 12 hours");
    expect(labels({ ...written, model: "gpt-5.6-luna" })).toContain("Cache writes");
  });

  it("cost what writes cost on a model that does not offer them, and a note says so", () => {
    const one = estimateOf(body({ ...written, model: "gpt-5.6-luna" }));
    expect(toEstimateJson(one).cost.workloads[0]!.lineItems[1]!.pricePerMTokUsd).toBe("0.25");
    const note = one.notes.find(({ code }) => code === "cache-lifetime-not-offered")!;
    expect([note.severity, note.path]).toEqual(["info", "workloads.0.cacheLifetime"]);
    expect(noteText(note, one)).toMatchObject({
      fact: "Workload 1: gpt-5.6-luna has no price for 12 hours in the cache.",
    });
  });
});

describe("one’s own prices of cache writes", () => {
  const own = { input: "2", output: "8", cacheWrite: "2.5", flexInput: "1", flexOutput: "4" };
  const mine = (price: object) => ({ modelOverrides: [{ model: "gpt-6.1-terra", price: { ...own, ...price } }] });
  const written = { serviceTier: "flex", cacheWriteTokens: 1000, visibleOutputTokens: 0 };

  it("hold in their service tier; without one writes are plain input there, and a note says so", () => {
    expect(lines(written, mine({ flexCacheWrite: "1.5" }))).toEqual([
      "input 0 1 0.000000",
      "cache-write 1000000 1.5 1.500000",
    ]);
    expect(lines(written, mine({ batchCacheWrite: "1.5", priorityCacheWrite: "1.5" }))).toEqual([
      "input 1000000 1 1.000000",
    ]);
    expect(estimateOf(body(written, mine({}))).notes.map(({ code }) => code)).toContain("cache-write-not-priced");
  });
});

describe("an invoice of August 2026", () => {
  it("of two batch requests on gpt-5.6-luna comes out to the last digit: $0.07503305", () => {
    const luna = { model: "gpt-5.6-luna", serviceTier: "batch", requests: 1, per: "month" };
    const scenario = {
      asOf: "2026-08-28",
      usageTier: 5 as const,
      workloads: [
        { ...luna, inputTokens: 300_054, cacheWriteTokens: 300_051, visibleOutputTokens: 16 },
        { ...luna, inputTokens: 29, visibleOutputTokens: 4 },
      ],
    };
    const { cost } = estimateOf(scenario);
    // (3 × 0.20 + 300,051 × 0.25 + 16 × 0.90) ÷ 1,000,000 and (29 × 0.10 + 4 × 0.60) ÷ 1,000,000
    expect(cost.workloads.map(({ perRequest }) => toShortestText(perRequest!))).toEqual(["0.07502775", "0.0000053"]);
    expect(toShortestText(cost.perMonth!)).toBe("0.07503305");
  });
});

describe("fast", () => {
  it("is read as priority, which stays the word", () => {
    expect(scenarioOf(body({ serviceTier: "fast" }))).toStrictEqual(scenarioOf(body({ serviceTier: "priority" })));
    expect(slowEstimate(scenarioOf(body({ serviceTier: "fast" })) as never).scenario.workloads[0]!.serviceTier).toBe(
      "priority",
    );
  });
});
