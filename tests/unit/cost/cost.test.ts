import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimateOf } from "../../support/make/checked";

const price = { input: "2", cachedInput: "0.5", output: "8", batchInput: "1", batchOutput: "4" };
const billOf = (workloads: readonly object[], own: object = price) =>
  toEstimateJson(
    estimateOf({
      modelOverrides: [{ model: "own", price: own }],
      workloads: workloads.map((workload) => ({
        model: "own",
        requests: 1000,
        per: "month",
        inputTokens: 1000,
        ...workload,
      })),
    }),
  ).cost;
const bill = (workload: object, own?: object) => billOf([workload], own);
const lines = (workload: object, own?: object) =>
  bill(workload, own).workloads[0]!.lineItems.map(({ item, tokensPerMonth, pricePerMTokUsd, perMonthUsd }) => [
    item,
    tokensPerMonth,
    pricePerMTokUsd,
    perMonthUsd,
  ]);

describe("the bill of a thousand requests", () => {
  it("has a line for input always, and for the rest where there is some", () => {
    expect(lines({ inputTokens: 0 })).toEqual([["input", "0", "2", "0.000000"]]);
    expect(lines({ cachedInputTokens: 400, visibleOutputTokens: 100, reasoningTokens: 300 })).toEqual([
      ["input", "600000", "2", "1.200000"],
      ["cached-input", "400000", "0.5", "0.200000"],
      ["visible-output", "100000", "8", "0.800000"],
      ["reasoning", "300000", "8", "2.400000"],
    ]);
  });

  it("in batch has no cached line", () => {
    expect(lines({ serviceTier: "batch", cachedInputTokens: 400, visibleOutputTokens: 100 })).toEqual([
      ["input", "1000000", "1", "1.000000"],
      ["visible-output", "100000", "4", "0.400000"],
    ]);
  });

  it("without a cached price has none either", () => {
    expect(lines({ cachedInputTokens: 400 }, { input: "2", output: "8" })).toEqual([
      ["input", "1000000", "2", "2.000000"],
    ]);
  });

  it("with all input cached keeps an input line of nothing", () => {
    expect(lines({ cachedInputTokens: 1000 })).toEqual([
      ["input", "0", "2", "0.000000"],
      ["cached-input", "1000000", "0.5", "0.500000"],
    ]);
  });
});

describe("periods, retries and totals", () => {
  it.each([
    ["second", "2628000"],
    ["minute", "43800"],
    ["hour", "730"],
    ["day", "30.416667"],
    ["month", "1"],
  ])("one request a %s is %s a month", (per, requests) => {
    const { workloads } = bill({ requests: 1, per, inputTokens: 1 });
    expect(workloads[0]!.lineItems[0]!.tokensPerMonth).toBe(requests);
  });

  it("retries are billed, and are in the cost of a wanted request", () => {
    const { perRequestUsd, perMonthUsd, perYearUsd, perDayUsd } = bill({ retryShare: 0.25 });
    expect([perRequestUsd, perMonthUsd, perYearUsd, perDayUsd]).toEqual([
      "0.002500000000",
      "2.500000",
      "30.000000",
      "0.082192",
    ]);
  });

  it("the mean request of two workloads weighs them by their rates", () => {
    // (3 × $2 + 1 × $10) ÷ 4
    expect(
      billOf([
        { requests: 3, inputTokens: 1_000_000 },
        { requests: 1, inputTokens: 5_000_000 },
      ]).perRequestUsd,
    ).toBe("4.000000000000");
  });

  it.each([
    [{ input: "2", output: "8" }, "standard", ["2.000000", null]],
    [{ input: "2", output: "8", batchInput: "1" }, "standard", ["2.000000", null]],
    [price, "standard", ["2.000000", "1.000000"]],
    [price, "batch", ["2.000000", "1.000000"]],
    [{ input: "2", output: "8" }, "batch", ["2.000000", null]],
  ])("price %o, sent %s: standard and batch month %j", (own, serviceTier, months) => {
    const { standardPerMonthUsd, batchPerMonthUsd, perMonthUsd } = bill({ serviceTier }, own).workloads[0]!;
    expect([standardPerMonthUsd, batchPerMonthUsd]).toEqual(months);
    expect(perMonthUsd).toBe(months[serviceTier === "batch" ? 1 : 0]);
  });
});
