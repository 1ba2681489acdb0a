import { describe, expect, it, vi } from "vitest";
import { simulateByBody, toEstimateJson } from "@/lib/api";
import { limitViews, tiersView, verdictView } from "@/lib/view/plan";
import { plainText } from "@/lib/view/text";
import { noteViews } from "@/lib/view/estimate";
import { workingOf } from "@/lib/view/working";
import { estimateOf } from "../../support/make/checked";

vi.mock("@/lib/catalogue", async (original) =>
  (await import("../../support/make/long-model")).withLongModel(await original<typeof import("@/lib/catalogue")>()),
);

// Everything here is on a model at $5 in, $0.50 cached, $6.25 written, $30 out; half of that in batch and
// flex, twice in priority; from 272,000 input tokens on twice the input prices and 1.5 times the output
// price.

const scenarioFor = (workload: object, rest: object = {}) => ({
  asOf: "2026-11-23",
  usageTier: 5,
  ...rest,
  workloads: [
    {
      model: "long-1",
      requests: 1000,
      per: "month",
      inputTokens: 10_000,
      visibleOutputTokens: 1000,
      maxCompletionTokens: 2000,
      ...workload,
    },
  ],
});
const of = (workload: object, rest: object = {}) => estimateOf(scenarioFor(workload, rest));
const json = (workload: object, rest: object = {}) => toEstimateJson(of(workload, rest));
const lines = (workload: object, rest: object = {}) =>
  json(workload, rest).cost.workloads[0]!.lineItems.map(
    ({ item, pricePerMTokUsd, perMonthUsd }) => `${item} ${pricePerMTokUsd} ${perMonthUsd}`,
  );
const codes = (workload: object, rest: object = {}) => json(workload, rest).notes.map(({ code }) => code);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("each service tier is billed at its own prices", () => {
  const split = { cachedInputTokens: 4000, cacheWriteTokens: 1000 };
  it.each([
    [
      "standard",
      ["input 5 25.000000", "cached-input 0.5 2.000000", "cache-write 6.25 6.250000", "visible-output 30 30.000000"],
      "63.250000",
    ],
    ["batch", ["input 2.5 15.000000", "cached-input 0.25 1.000000", "visible-output 15 15.000000"], "31.000000"],
    ["flex", ["input 2.5 15.000000", "cached-input 0.25 1.000000", "visible-output 15 15.000000"], "31.000000"],
    ["priority", ["input 10 60.000000", "cached-input 1 4.000000", "visible-output 60 60.000000"], "124.000000"],
  ])("%s", (serviceTier, bill, month) => {
    expect(lines({ ...split, serviceTier })).toEqual(bill);
    const { cost } = json({ ...split, serviceTier });
    expect([cost.perMonthUsd, cost.workloads[0]!.standardPerMonthUsd, cost.workloads[0]!.batchPerMonthUsd]).toEqual([
      month,
      "63.250000",
      "31.000000",
    ]);
    expect(codes({ ...split, serviceTier })).toEqual(serviceTier === "standard" ? [] : ["cache-write-not-priced"]);
  });

  const own = { input: "2", cachedInput: "0.5", output: "8" };
  const mine = (price: object) => ({ modelOverrides: [{ model: "long-1", price }] });
  it.each([
    [
      "flex without a price",
      { serviceTier: "flex" },
      own,
      ["input null null", "visible-output null null"],
      ["no-price"],
    ],
    [
      "flex without a cached price",
      { serviceTier: "flex", cachedInputTokens: 4000 },
      { ...own, flexInput: "1", flexOutput: "4" },
      ["input 1 10.000000", "visible-output 4 4.000000"],
      ["cached-not-offered"],
    ],
    [
      "batch without a cached price",
      { serviceTier: "batch", cachedInputTokens: 4000 },
      { ...own, batchInput: "1", batchOutput: "4" },
      ["input 1 10.000000", "visible-output 4 4.000000"],
      ["cached-ignored-in-batch"],
    ],
    [
      "batch with a cached price of 0",
      { serviceTier: "batch", cachedInputTokens: 4000 },
      { ...own, batchInput: "1", batchOutput: "4", batchCachedInput: "0" },
      ["input 1 6.000000", "cached-input 0 0.000000", "visible-output 4 4.000000"],
      [],
    ],
    [
      "writes without a price",
      { cacheWriteTokens: 10_000 },
      own,
      ["input 2 20.000000", "visible-output 8 8.000000"],
      ["cache-write-not-priced"],
    ],
    [
      "all input written",
      { cacheWriteTokens: 10_000 },
      { ...own, cacheWrite: "2.5" },
      ["input 2 0.000000", "cache-write 2.5 25.000000", "visible-output 8 8.000000"],
      [],
    ],
  ])("%s, at prices of one’s own", (_name, workload, price, bill, notes) => {
    expect(lines(workload, mine(price))).toEqual(bill);
    expect(codes(workload, mine(price))).toEqual(notes);
  });
});

describe("long context, for the whole request", () => {
  it.each([
    // 1,000 × (271,999 × 5 + 1,000 × 30) ÷ 1,000,000
    [271_999, ["input 5 1359.995000", "visible-output 30 30.000000"], ["writes-by-default"]],
    [271_999.999, ["input 5 1359.999995", "visible-output 30 30.000000"], ["writes-by-default"]],
    // 1,000 × (272,000 × 10 + 1,000 × 45) ÷ 1,000,000
    [272_000, ["input 10 2720.000000", "visible-output 45 45.000000"], ["long-context", "writes-by-default"]],
    [272_001, ["input 10 2720.010000", "visible-output 45 45.000000"], ["long-context", "writes-by-default"]],
  ])("%d input tokens", (inputTokens, bill, notes) => {
    expect(lines({ inputTokens })).toEqual(bill);
    expect(codes({ inputTokens })).toEqual(notes);
  });

  it("multiplies every price of the request, in every service tier", () => {
    const long = { inputTokens: 300_000, cachedInputTokens: 200_000, cacheWriteTokens: 50_000, reasoningTokens: 1000 };
    expect(lines(long)).toEqual([
      "input 10 500.000000",
      "cached-input 1 200.000000",
      "cache-write 12.5 625.000000",
      "visible-output 45 45.000000",
      "reasoning 45 45.000000",
    ]);
    expect(lines({ ...long, serviceTier: "batch" })).toEqual([
      "input 5 500.000000",
      "cached-input 0.5 100.000000",
      "visible-output 22.5 22.500000",
      "reasoning 22.5 22.500000",
    ]);
    expect(lines({ ...long, serviceTier: "priority" })[0]).toBe("input 20 2000.000000");
  });

  it("does not touch a price of one’s own, nor a model without such prices", () => {
    expect(
      lines({ inputTokens: 300_000 }, { modelOverrides: [{ model: "long-1", price: { input: "5", output: "30" } }] }),
    ).toEqual(["input 5 1500.000000", "visible-output 30 30.000000"]);
    expect(
      codes({ inputTokens: 300_000 }, { modelOverrides: [{ model: "long-1", price: { input: "5", output: "30" } }] }),
    ).toEqual([]);
  });

  it("is said with its threshold, and worked out", () => {
    const { fact, consequence } = noteViews(of({ inputTokens: 272_000 }))[0]!;
    expect(`${fact} ${consequence}`).toBe(
      "Workload 1: 272,000 input tokens are in long-1’s long context, which begins at 272,000. The whole request is billed at 2 times the input prices and 1.5 times the output price.",
    );
    const working = workingOf({ of: "line", workload: 0, item: "visible-output" }, of({ inputTokens: 272_000 }))!;
    expect(working.rule.id).toBe("long-context");
    expect(working.steps.slice(-2).map(({ expression, value }) => [expression, plain(value)])).toEqual([
      ["$30.00", "from 5 Mar 2026"],
      ["$30.00 × 1.5", "45"],
    ]);
    expect(working.result.value).toBe("$45.00");
  });
});

describe("limits of a day", () => {
  const busy = {
    requests: 7,
    per: "minute",
    inputTokens: 60,
    visibleOutputTokens: 5,
    maxCompletionTokens: 40,
    peakToMean: 3,
    retryShare: 0.5,
  };
  const rows = (workload: object, rest: object) =>
    json(workload, rest).limits.map(({ pool, dimension, limit, mean, peak }) => [pool, dimension, limit, mean, peak]);

  it("stand behind tokens a minute, where the usage tier has them; their peak is their mean", () => {
    // 7 × 1.5 × 1,440 = 15,120 a day, 100 tokens each
    expect(rows(busy, { usageTier: 1 }).slice(0, 4)).toEqual([
      ["long-1", "rpm", 500, 10.5, 31.5],
      ["long-1", "tpm", 500_000, 1050, 3150],
      ["long-1", "rpd", 10_000, 15_120, 15_120],
      ["long-1", "tpd", 900_000, 1_512_000, 1_512_000],
    ]);
    expect(rows(busy, { usageTier: 2 }).map(([, dimension]) => dimension)).toEqual([
      "rpm",
      "tpm",
      "tpd",
      "monthly-usage",
    ]);
    expect(rows(busy, { usageTier: 3 }).map(([, dimension]) => dimension)).toEqual(["rpm", "tpm", "monthly-usage"]);
    expect(rows(busy, { usageTier: "free" }).map(([, dimension]) => dimension)).toEqual([
      "rpm",
      "tpm",
      "monthly-usage",
    ]);
  });

  it("count in the verdict of the tiers that have them, whatever tier is the scenario’s own", () => {
    const { fit, notes } = json(busy, { usageTier: 1 });
    expect([fit.fits, fit.bindsFirst!.dimension, fit.rates.bindsFirst, fit.minimumUsageTier]).toEqual([
      false,
      "monthly-usage",
      { pool: "long-1", dimension: "tpd" },
      2,
    ]);
    expect(fit.rates.scaleAtLimit).toBe(900_000 / 1_512_000);
    expect(notes.filter(({ severity }) => severity === "error").map(({ code, path }) => [code, path])).toEqual([
      ["rpd-exceeded", "limits.long-1.rpd"],
      ["tpd-exceeded", "limits.long-1.tpd"],
      ["usage-limit-exceeded", "limits.account.monthly-usage"],
    ]);
    for (const usageTier of [1, 3, 5])
      expect(
        json(busy, { usageTier }).fit.tiers.map(({ reasons }) => reasons.filter((code) => /^[rt]pd/.test(code))),
      ).toEqual([[], ["rpd-exceeded", "tpd-exceeded"], [], [], [], []]);
  });

  it.each([
    [10_000, false],
    [10_000.001, true],
  ])("%d requests a day of 10,000: exceeded %s", (requests, over) => {
    expect(
      codes(
        { ...busy, requests, per: "day", retryShare: 0, maxCompletionTokens: 1, inputTokens: 1 },
        { usageTier: 1 },
      ).includes("rpd-exceeded"),
    ).toBe(over);
  });

  it("of one’s own hold at one’s own tier; batch does not count, flex and priority do", () => {
    const mine = { usageTier: 3, modelOverrides: [{ model: "long-1", limits: { rpd: 100 } }] };
    expect(
      rows({ ...busy, requests: 60, per: "day", retryShare: 0 }, mine)
        .map(([, dimension, limit]) => [dimension, limit])
        .slice(0, 3),
    ).toEqual([
      ["rpm", 5000],
      ["tpm", 2_000_000],
      ["rpd", 100],
    ]);
    const workloads = ["standard", "flex", "priority", "batch"].map((serviceTier) => ({
      model: "long-1",
      serviceTier,
      requests: 40,
      per: "day",
      inputTokens: 1,
    }));
    const { limits } = toEstimateJson(estimateOf({ ...mine, workloads }));
    expect(limits.find(({ dimension }) => dimension === "rpd")).toMatchObject({ mean: 120, utilisation: 1.2 });
    expect(limits.find(({ dimension }) => dimension === "rpm")!.mean).toBe(120 / 1440);
  });

  it("are named in the verdict, the rows, the table of tiers and their working", () => {
    const estimate = of(busy, { usageTier: 1, monthlyUsageLimitUsd: "100000" });
    const { lead, rest } = verdictView(estimate);
    expect(plain(`${plainText(lead)} ${plainText(rest)}`)).toMatch(
      /^Does not fit tier 1\. long-1’s tokens a day are 1\.7 times the limit\./,
    );
    expect(
      limitViews(estimate)
        .slice(0, 2)
        .map(({ name, detail }) => [name, plain(detail)]),
    ).toEqual([
      ["Tokens a day", "1.51M of 900K"],
      ["Requests a day", "15.1K of 10K"],
    ]);
    const daily = tiersView(estimate).rows.find(({ key }) => key === "long-1.rpd")!;
    expect(daily.cells.map(({ of: limit }) => plain(limit))).toEqual([
      "of 10K",
      "no such limit",
      "no such limit",
      "no such limit",
      "no such limit",
    ]);
    const working = workingOf({ of: "utilisation", limit: 2, tier: null }, estimate)!;
    expect([working.title, working.rule.id, plain(working.result.value)]).toEqual([
      "Requests a day, long-1, tier\u00a01",
      "daily-limits",
      "151.2 %",
    ]);
  });

  it("are not simulated, and the answer says so", () => {
    const answer = (usageTier: number) =>
      JSON.parse(
        simulateByBody({
          bytes: new TextEncoder().encode(
            JSON.stringify({
              scenario: scenarioFor({ ...busy, requests: 1, per: "hour" }, { usageTier }),
              policy: "queue",
              horizonMinutes: 60,
              seed: 1,
            }),
          ),
        }).body!,
      ) as { notes: { code: string; path: string }[] };
    const daily = (usageTier: number) =>
      answer(usageTier)
        .notes.filter(({ code }) => code === "daily-limit-not-simulated")
        .map(({ path }) => path);
    expect([daily(1), daily(2), daily(3)]).toEqual([
      ["limits.long-1.rpd", "limits.long-1.tpd"],
      ["limits.long-1.tpd"],
      [],
    ]);
  });
});
