import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invalidScenarioArbitrary, scenarioArbitrary } from "../../support/arbitrary/scenario";
import type { ScenarioJson, WorkloadJson } from "../../support/make/estimate-json";
import { type SlowEstimate, slowEstimate } from "../../support/oracle/estimate";
import { fraction, fromDecimal, toFixedDecimal, toNearestDouble, toShortDecimal } from "../../support/oracle/fraction";

/** A request a minute on o1-mini with 1,000 input tokens, and what is put in place of that. */
function workload(fields: Partial<WorkloadJson> = {}): WorkloadJson {
  return { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000, ...fields };
}

function estimateOf(fields: Partial<WorkloadJson>, rest: Omit<ScenarioJson, "workloads"> = {}): SlowEstimate {
  return slowEstimate({ ...rest, workloads: [workload(fields)] });
}

function codesAndPaths({ notes }: SlowEstimate): string[] {
  return notes.map(({ code, path }) => `${code} ${path}`);
}

/** Support chat and nightly labels on usage tier 3, the scenario of the planner's design. */
const CHAT_AND_LABELS: ScenarioJson = {
  usageTier: 3,
  workloads: [
    {
      name: "Support chat",
      model: "o1-mini",
      requests: 120,
      per: "minute",
      peakToMean: 2.5,
      inputTokens: 1500,
      cachedInputTokens: 600,
      visibleOutputTokens: 300,
      reasoningTokens: 900,
      maxCompletionTokens: 8000,
    },
    {
      name: "Nightly labels",
      model: "o3-mini",
      serviceTier: "batch",
      requests: 50_000,
      per: "day",
      inputTokens: 700,
      visibleOutputTokens: 50,
      reasoningTokens: 200,
    },
  ],
};

describe("what reasoning and a cap do to one request", () => {
  it.each([
    { reasoningTokens: 0, perRequestUsd: "0.003300000000", perThousandRequestsUsd: "3.300000" },
    { reasoningTokens: 2000, perRequestUsd: "0.012100000000", perThousandRequestsUsd: "12.100000" },
  ])(
    "with $reasoningTokens reasoning tokens 1,000 requests cost $perThousandRequestsUsd",
    ({ reasoningTokens, ...costs }) => {
      const { cost } = estimateOf({ visibleOutputTokens: 500, reasoningTokens });
      expect(cost.workloads[0]).toMatchObject(costs);
      expect(cost.perRequestUsd).toBe(costs.perRequestUsd);
    },
  );

  it.each([
    { fields: { visibleOutputTokens: 500 }, aMinute: 133 },
    { fields: { visibleOutputTokens: 500, reasoningTokens: 2000 }, aMinute: 57 },
    { fields: { visibleOutputTokens: 500, reasoningTokens: 2000, maxCompletionTokens: 8000 }, aMinute: 22 },
    { fields: { visibleOutputTokens: 500, reasoningTokens: 2000, maxCompletionTokens: 65_536 }, aMinute: 3 },
  ])("tier 1 carries $aMinute requests a minute of $fields", ({ fields, aMinute }) => {
    const tpm = estimateOf(fields).limits.find(({ dimension }) => dimension === "tpm");
    expect(tpm?.limit).toBe(200_000);
    expect(Math.floor(200_000 / tpm!.mean!)).toBe(aMinute);
  });

  it.each([
    { tokenAccounting: "prompt-plus-cap" as const, capped: 9000, uncapped: 3500 },
    { tokenAccounting: "larger-of" as const, capped: 8000, uncapped: 3500 },
    { tokenAccounting: "actual" as const, capped: 3500, uncapped: 3500 },
  ])("under $tokenAccounting it is charged $capped with a cap of 8,000 and $uncapped without", (row) => {
    const output = { visibleOutputTokens: 500, reasoningTokens: 2000 };
    const charged = (maxCompletionTokens: { maxCompletionTokens?: number }) =>
      estimateOf({ ...output, ...maxCompletionTokens }, { tokenAccounting: row.tokenAccounting }).limits[1]?.mean;
    expect(charged({ maxCompletionTokens: 8000 })).toBe(row.capped);
    expect(charged({})).toBe(row.uncapped);
  });
});

describe("support chat and nightly labels on tier 3", () => {
  const estimate = slowEstimate(CHAT_AND_LABELS);

  it("costs $36,111.58 a month, line by line", () => {
    expect(estimate.cost).toEqual({
      // 36,111.579166… ÷ (5,256,000 + 1,520,833.333…) wanted requests
      perRequestUsd: "0.005328680431",
      perDayUsd: "1187.230000",
      perMonthUsd: "36111.579167",
      perYearUsd: "433338.950000",
      workloads: [
        {
          name: "Support chat",
          model: "o1-mini",
          perRequestUsd: "0.006600000000",
          perThousandRequestsUsd: "6.600000",
          perMonthUsd: "34689.600000",
          standardPerMonthUsd: "34689.600000",
          batchPerMonthUsd: "18212.040000",
          lineItems: [
            { item: "input", tokensPerMonth: "4730400000", pricePerMTokUsd: "1.1", perMonthUsd: "5203.440000" },
            { item: "cached-input", tokensPerMonth: "3153600000", pricePerMTokUsd: "0.55", perMonthUsd: "1734.480000" },
            {
              item: "visible-output",
              tokensPerMonth: "1576800000",
              pricePerMTokUsd: "4.4",
              perMonthUsd: "6937.920000",
            },
            { item: "reasoning", tokensPerMonth: "4730400000", pricePerMTokUsd: "4.4", perMonthUsd: "20813.760000" },
          ],
        },
        {
          name: "Nightly labels",
          model: "o3-mini",
          perRequestUsd: "0.000935000000",
          perThousandRequestsUsd: "0.935000",
          perMonthUsd: "1421.979167",
          standardPerMonthUsd: "2843.958333",
          batchPerMonthUsd: "1421.979167",
          lineItems: [
            { item: "input", tokensPerMonth: "1064583333.333333", pricePerMTokUsd: "0.55", perMonthUsd: "585.520833" },
            {
              item: "visible-output",
              tokensPerMonth: "76041666.666667",
              pricePerMTokUsd: "2.2",
              perMonthUsd: "167.291667",
            },
            {
              item: "reasoning",
              tokensPerMonth: "304166666.666667",
              pricePerMTokUsd: "2.2",
              perMonthUsd: "669.166667",
            },
          ],
        },
      ],
    });
  });

  it("uses 6 % of RPM, 71.25 % of TPM, 87.5 % of the batch queue and 36 times the money", () => {
    expect(estimate.limits).toEqual([
      row("o1-mini", "rpm", { limit: 5000, mean: 120, peak: 300, utilisation: 0.06, headroom: 50 / 3 }),
      row("o1-mini", "tpm", { limit: 4e6, mean: 1_140_000, peak: 2_850_000, utilisation: 0.7125, headroom: 80 / 57 }),
      row("o3-mini", "batch-queue", { limit: 4e7, mean: 3.5e7, peak: 3.5e7, utilisation: 0.875, headroom: 8 / 7 }),
      {
        // 34,689.6 + 1,421.979166… = 8,666,779 ÷ 240 dollars
        ...row("account", "monthly-usage", { limit: 1000, mean: 8_666_779 / 240, peak: 8_666_779 / 240 }),
        utilisation: 8_666_779 / 240_000,
        headroom: 240_000 / 8_666_779,
        bindsFirst: true,
      },
    ]);
  });

  it("fits at tier 5 only, and by its rates from tier 3", () => {
    const { fit } = estimate;
    expect(fit).toMatchObject({
      fits: false,
      bindsFirst: { pool: "account", dimension: "monthly-usage" },
      minimumUsageTier: 5,
    });
    expect(fit.scaleAtLimit).toBe(240_000 / 8_666_779);
    expect(fit.rates).toEqual({
      fits: true,
      bindsFirst: { pool: "o3-mini", dimension: "batch-queue" },
      scaleAtLimit: 8 / 7,
    });
    expect(fit.hoursToUsageLimit).toBe((730 * 240_000) / 8_666_779);
    expect(fit.tiers.map(({ usageTier, fits, rates, reasons }) => [usageTier, fits, rates.fits, reasons])).toEqual([
      ["free", false, false, ["tier-not-supported", "usage-limit-exceeded"]],
      [1, false, false, ["tpm-exceeded", "batch-queue-exceeded", "usage-limit-exceeded"]],
      [2, false, false, ["tpm-exceeded", "batch-queue-exceeded", "usage-limit-exceeded"]],
      [3, false, true, ["usage-limit-exceeded"]],
      [4, false, true, ["usage-limit-exceeded"]],
      [5, true, true, []],
    ]);
  });

  it("notes the money and that both models are retired", () => {
    expect(estimate.notes).toEqual([
      { code: "usage-limit-exceeded", severity: "error", path: "limits.account.monthly-usage" },
      { code: "model-retired", severity: "warning", path: "workloads.0.model" },
      { code: "model-retired", severity: "warning", path: "workloads.1.model" },
    ]);
  });

  function row(pool: string, dimension: string, figures: Record<string, number>) {
    return { pool, dimension, ...figures, bindsFirst: false };
  }
});

describe("prices by date", () => {
  it.each([
    { asOf: "2024-09-11", items: [null] },
    { asOf: "2024-09-12", items: ["3"] },
    { asOf: "2024-09-30", items: ["3"] },
    { asOf: "2024-10-01", items: ["3", "1.5"] },
    { asOf: "2025-01-30", items: ["3", "1.5"] },
    { asOf: "2025-01-31", items: ["1.1", "0.55"] },
    { asOf: "2027-12-31", items: ["1.1", "0.55"] },
  ])("on $asOf o1-mini input costs $items", ({ asOf, items }) => {
    const { cost } = estimateOf({ cachedInputTokens: 600 }, { asOf });
    expect(cost.workloads[0]?.lineItems.map(({ pricePerMTokUsd }) => pricePerMTokUsd)).toEqual(items);
  });

  it("costs $94,608.00 for support chat the day before the cut", () => {
    const { cost } = slowEstimate({ asOf: "2025-01-30", workloads: CHAT_AND_LABELS.workloads.slice(0, 1) });
    expect(cost.perMonthUsd).toBe("94608.000000");
  });

  it("is unknown, never zero, before the first price; other totals fall with it", () => {
    const estimate = slowEstimate({
      asOf: "2025-01-30",
      workloads: [workload(), workload({ model: "o3-mini-2025-01-31" })],
    });
    const { workloads, ...totals } = estimate.cost;
    expect(totals).toEqual({ perRequestUsd: null, perDayUsd: null, perMonthUsd: null, perYearUsd: null });
    expect(workloads.map(({ perMonthUsd }) => perMonthUsd)).toEqual(["131.400000", null]);
    expect(workloads[1]?.lineItems).toEqual([
      { item: "input", tokensPerMonth: "43800000", pricePerMTokUsd: null, perMonthUsd: null },
    ]);
    expect(estimate.limits.at(-1)).toMatchObject({
      limit: 100,
      mean: null,
      peak: null,
      utilisation: null,
      headroom: null,
    });
    expect(estimate.fit).toMatchObject({
      fits: null,
      rates: { fits: true },
      hoursToUsageLimit: null,
      minimumUsageTier: null,
    });
    expect(estimate.fit.tiers[1]?.reasons).toEqual(["no-price"]);
  });

  it("takes the user's own price whole: no cached and no batch price unless they say so", () => {
    const scenario = (
      price: { input: string; output: string; batchInput?: string },
      serviceTier: "standard" | "batch",
    ) =>
      estimateOf(
        { model: "o1", serviceTier, cachedInputTokens: 600 },
        { modelOverrides: [{ model: "o1-2024-12-17", price }] },
      );
    const standard = scenario({ input: "10.00", output: "40" }, "standard");
    expect(standard.cost.workloads[0]).toMatchObject({ perRequestUsd: "0.010000000000", batchPerMonthUsd: null });
    expect(codesAndPaths(standard)).toContain("cached-not-offered workloads.0.cachedInputTokens");
    const batch = scenario({ input: "10.00", output: "40", batchInput: "5" }, "batch");
    expect(batch.cost.workloads[0]).toMatchObject({
      perMonthUsd: null,
      standardPerMonthUsd: "438.000000",
      batchPerMonthUsd: null,
    });
    expect(codesAndPaths(batch)[0]).toBe("no-price workloads.0.model");
  });
});

describe("rounding", () => {
  it.each([
    { inputTokens: 500_000, perMonthUsd: "0.000000" },
    { inputTokens: 500_000.001, perMonthUsd: "0.000001" },
    { inputTokens: 1_499_999.999, perMonthUsd: "0.000001" },
    { inputTokens: 1_500_000, perMonthUsd: "0.000002" },
    { inputTokens: 2_500_000, perMonthUsd: "0.000002" },
  ])("$inputTokens tokens at a millionth of a dollar a million are $perMonthUsd", ({ inputTokens, perMonthUsd }) => {
    const price = { input: "0.000001", output: "0" };
    const { cost } = estimateOf({ per: "month", inputTokens }, { modelOverrides: [{ model: "o1-mini", price }] });
    expect(cost.perMonthUsd).toBe(perMonthUsd);
  });

  it("rounds a repeating count of tokens to six decimals and leaves a long exact one whole", () => {
    const tokens = (fields: Partial<WorkloadJson>) =>
      estimateOf(fields).cost.workloads[0]?.lineItems[0]?.tokensPerMonth;
    expect(tokens({ per: "day", inputTokens: 1 })).toBe("30.416667");
    expect(tokens({ per: "day", inputTokens: 2 })).toBe("60.833333");
    expect(tokens({ per: "month", requests: 0.001, inputTokens: 0.001, retryShare: 0.001 })).toBe("0.000001001");
  });

  it("sums before it rounds", () => {
    const price = { input: "0.000001", output: "0" };
    const half = { per: "month" as const, inputTokens: 500_000 };
    const modelOverrides = [{ model: "o1-mini", price }];
    const { cost } = slowEstimate({ modelOverrides, workloads: [workload(half), workload(half)] });
    expect(cost.workloads.map(({ perMonthUsd }) => perMonthUsd)).toEqual(["0.000000", "0.000000"]);
    expect(cost.perMonthUsd).toBe("0.000001");
  });

  it("writes decimals in fixed and in shortest form", () => {
    expect(toFixedDecimal(fraction(1n, 8n), 2)).toBe("0.12");
    expect(toFixedDecimal(fraction(3n, 8n), 2)).toBe("0.38");
    expect(toFixedDecimal(fraction(5n, 2n), 0)).toBe("2");
    const short = ["1.10", "100", "0.000", "10.010"].map((text) => toShortDecimal(fromDecimal(text)));
    expect(short).toEqual(["1.1", "100", "0", "10.01"]);
    expect(toShortDecimal(fraction(3_000_001n, 3_000_000n))).toBe("1");
  });

  it("gives the nearest double, half to even in its last bit", () => {
    expect(toNearestDouble(fraction(2n ** 53n + 1n))).toBe(2 ** 53);
    expect(toNearestDouble(fraction(2n ** 53n + 3n))).toBe(2 ** 53 + 4);
    expect(toNearestDouble(fraction(2n ** 54n - 1n))).toBe(2 ** 54);
    expect(toNearestDouble(fraction(1n, 3n * 2n ** 1073n))).toBe(5e-324);
    const whole = fc.maxSafeNat().map((n) => n + 1);
    fc.assert(fc.property(whole, whole, (a, b) => toNearestDouble(fraction(BigInt(a), BigInt(b))) === a / b));
    fc.assert(
      fc.property(
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        (x) => toNearestDouble(exactly(x)) === x,
      ),
    );
  });

  function exactly(double: number) {
    let [significand, power] = [double, 0];
    while (!Number.isInteger(significand)) [significand, power] = [significand * 2, power + 1];
    return fraction(BigInt(significand), 2n ** BigInt(power));
  }
});

describe("retries, pools and the account", () => {
  it("bills and loads retries, and divides by wanted requests", () => {
    const { cost, limits } = estimateOf({ requests: 100, retryShare: 0.5, peakToMean: 2 });
    expect(cost.workloads[0]).toMatchObject({ perRequestUsd: "0.001650000000", perMonthUsd: "7227.000000" });
    expect(limits.slice(0, 2)).toMatchObject([
      { dimension: "rpm", mean: 150, peak: 300 },
      { dimension: "tpm", mean: 150_000, peak: 300_000 },
    ]);
  });

  it("gives alias and snapshot one pool, in order of first appearance", () => {
    const { limits } = slowEstimate({
      workloads: [
        workload({ model: "o3-mini", serviceTier: "batch" }),
        workload({ model: "o1-mini-2024-09-12" }),
        workload({ model: "o3-mini-2025-01-31" }),
        workload(),
      ],
    });
    expect(limits.map(({ pool, dimension, mean }) => [pool, dimension, mean]).slice(0, 5)).toEqual([
      ["o3-mini", "rpm", 1],
      ["o3-mini", "tpm", 1000],
      ["o3-mini", "batch-queue", 1_440_000],
      ["o1-mini", "rpm", 2],
      ["o1-mini", "tpm", 2000],
    ]);
  });

  it("asks nothing of TPM, the batch queue and the account for requests without tokens", () => {
    const { limits, fit } = estimateOf({ inputTokens: 0 });
    expect(limits.map(({ utilisation, headroom }) => [utilisation, headroom])).toEqual([
      [0.002, 500],
      [0, null],
      [0, null],
    ]);
    expect(fit.scaleAtLimit).toBe(500);
  });

  it.each([
    { requests: 999, over: false, hours: null },
    { requests: 1000, over: false, hours: null },
    { requests: 1000.001, over: true, hours: 730_000_000 / 1_000_001 },
  ])(
    "$requests requests of a dollar a month against a limit of 1,000 dollars: over is $over",
    ({ requests, over, hours }) => {
      const own = { model: "o1", price: { input: "1", output: "0" }, limits: { tpm: 1e6 }, contextWindow: 1e6 };
      const fields = { model: "o1", requests, per: "month" as const, inputTokens: 1e6 };
      const estimate = estimateOf(fields, {
        modelOverrides: [own],
        monthlyUsageLimitUsd: "1000.00",
        monthlyBudgetUsd: "1000",
      });
      expect(estimate.fit.fits).toBe(!over);
      expect(estimate.fit.hoursToUsageLimit).toBe(hours);
      expect(codesAndPaths(estimate).includes("budget-exceeded monthlyBudgetUsd")).toBe(over);
      expect(estimate.scenario).toMatchObject({ monthlyUsageLimitUsd: "1000", monthlyBudgetUsd: "1000" });
    },
  );

  it("takes the first of equal headrooms", () => {
    const limits = { rpm: 10, tpm: 10_000 };
    const { limits: rows, fit } = estimateOf({}, { modelOverrides: [{ model: "o1-mini", limits }] });
    expect(rows.map(({ headroom, bindsFirst }) => [headroom, bindsFirst]).slice(0, 2)).toEqual([
      [10, false],
      [10, false],
    ]);
    expect(fit.rates.bindsFirst).toEqual({ pool: "o1-mini", dimension: "rpm" });
  });
});

describe("limits of the user's own", () => {
  it("replaces a published limit at the own tier only, field by field", () => {
    const tpmByTier = (model: string) =>
      estimateOf({ model }, { usageTier: 2, modelOverrides: [{ model, limits: { tpm: 500 } }] }).fit.tiers.map(
        ({ rates }) => rates.scaleAtLimit,
      );
    expect(tpmByTier("o1-mini")).toEqual([null, 200, 0.5, 4000, 10_000, 30_000]);
    expect(tpmByTier("custom")).toEqual([null, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it("leaves what a custom model does not say unpublished", () => {
    const estimate = estimateOf({ model: "custom" }, { modelOverrides: [{ model: "custom", limits: { rpm: 2 } }] });
    expect(estimate.limits.slice(0, 2)).toMatchObject([
      { limit: 2, utilisation: 0.5 },
      { limit: null, utilisation: null },
    ]);
    expect(codesAndPaths(estimate)).toEqual([
      "no-price workloads.0.model",
      "limit-unpublished limits.custom.tpm",
      "charge-assumed workloads.0",
    ]);
    expect(estimate.fit).toMatchObject({ fits: null, rates: { fits: null } });
  });

  it("does not lift the free tier", () => {
    const own = { model: "o1-mini", limits: { rpm: 100, tpm: 100_000, batchQueueTokens: 1e6 } };
    const account = { usageTier: "free" as const, modelOverrides: [own], monthlyUsageLimitUsd: "7" };
    const estimate = estimateOf({ serviceTier: "batch" }, account);
    expect(estimate.limits.map(({ limit }) => limit)).toEqual([null, 7]);
    expect(codesAndPaths(estimate)).toEqual([
      "tier-not-supported workloads.0.model",
      "usage-limit-exceeded limits.account.monthly-usage",
      "batch-queue-unpublished limits.o1-mini.batch-queue",
      "model-retired workloads.0.model",
      "support-disputed workloads.0.serviceTier",
    ]);
    expect(estimate.fit.tiers[0]).toMatchObject({
      fits: false,
      reasons: ["tier-not-supported", "usage-limit-exceeded"],
    });
  });

  it("cannot be told on tier 2 in batch on o1-mini, where no queue is published", () => {
    const estimate = estimateOf({ serviceTier: "batch" }, { usageTier: 2 });
    expect(estimate.fit).toMatchObject({ fits: null, rates: { fits: null }, minimumUsageTier: 3 });
    expect(estimate.fit.tiers[2]?.reasons).toEqual(["batch-queue-unpublished"]);
  });
});

describe("requests that can never run", () => {
  it("says so of 67,036 tokens against the 30,000 of o1 on tier 1, however rare", () => {
    const estimate = estimateOf({ model: "o1", per: "month", inputTokens: 1500, maxCompletionTokens: 65_536 });
    expect(codesAndPaths(estimate)).toEqual(["request-exceeds-tpm workloads.0", "model-retired workloads.0.model"]);
    expect(estimate.fit).toMatchObject({ fits: false, rates: { fits: false }, minimumUsageTier: 2 });
    expect(estimate.fit.tiers[1]?.reasons).toEqual(["request-exceeds-tpm"]);
  });

  it.each([
    { inputTokens: 29_999, fits: true },
    { inputTokens: 30_000, fits: true },
    { inputTokens: 30_000.001, fits: false },
  ])("a charge of $inputTokens against 30,000: fits is $fits", ({ inputTokens, fits }) => {
    expect(estimateOf({ model: "o1", per: "month", inputTokens }).fit.fits).toBe(fits);
  });

  it("orders notes by code, then by workload", () => {
    const tooLong = {
      inputTokens: 100_000,
      cachedInputTokens: 1,
      visibleOutputTokens: 65_537,
      maxCompletionTokens: 65_537,
    };
    const estimate = slowEstimate({
      asOf: "2025-02-01",
      usageTier: 5,
      workloads: [
        workload({ per: "month", ...tooLong }),
        workload({ per: "month", ...tooLong, inputTokens: 1023, serviceTier: "batch" }),
      ],
    });
    expect(codesAndPaths(estimate)).toEqual([
      "exceeds-context workloads.0",
      "exceeds-max-output workloads.0",
      "exceeds-max-output workloads.1",
      "cap-exceeds-max-output workloads.0.maxCompletionTokens",
      "cap-exceeds-max-output workloads.1.maxCompletionTokens",
      "cached-ignored-in-batch workloads.1.cachedInputTokens",
      "cached-below-1024 workloads.1.cachedInputTokens",
      "model-retires workloads.0.model",
      "model-retires workloads.1.model",
      "support-disputed workloads.1.serviceTier",
    ]);
  });
});

describe("the scenario in the answer", () => {
  it("is complete", () => {
    const { scenario } = slowEstimate({
      workloads: [workload()],
      modelOverrides: [{ model: "o1-2024-12-17", limits: {} }],
    });
    expect(scenario).toEqual({
      title: "",
      asOf: "2026-11-27",
      usageTier: 1,
      tokenAccounting: "prompt-plus-cap",
      rpmWindowSeconds: 60,
      batchTurnaroundHours: 24,
      modelOverrides: [{ model: "o1-2024-12-17" }],
      workloads: [
        {
          name: "",
          model: "o1-mini",
          serviceTier: "standard",
          requests: 1,
          per: "minute",
          peakToMean: 1,
          inputTokens: 1000,
          cachedInputTokens: 0,
          visibleOutputTokens: 0,
          reasoningTokens: 0,
          retryShare: 0,
        },
      ],
    });
  });
});

describe("generated scenarios", () => {
  it("have an estimate of JSON values whose reasons are there exactly where something is amiss", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        const estimate = slowEstimate(JSON.parse(JSON.stringify(scenario)));
        expect(JSON.parse(JSON.stringify(estimate))).toEqual(estimate);
        expect(slowEstimate(estimate.scenario)).toEqual(estimate);
        expect(estimate.fit.tiers).toHaveLength(6);
        for (const { fits, reasons } of estimate.fit.tiers) {
          if (fits === true) expect(reasons).toEqual([]);
          if (fits !== true) expect(reasons).not.toEqual([]);
        }
      }),
    );
  });

  it("keep to numbers of at most 1e12 with three decimals and to whole code points", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        JSON.stringify(scenario, (_, value: unknown) => {
          if (typeof value === "number") expect(String(value)).toMatch(/^-?(1000000000000|\d{1,12}(\.\d{1,3})?)$/);
          if (typeof value === "string") expect(value).not.toMatch(/\p{Surrogate}/u);
          return value;
        });
        for (const { inputTokens, cachedInputTokens = 0, name = "" } of scenario.workloads) {
          expect(cachedInputTokens).toBeLessThanOrEqual(inputTokens);
          expect([...name].length).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  it("survive JSON when damaged, and name where", () => {
    fc.assert(
      fc.property(invalidScenarioArbitrary(), ({ body, path }) => {
        expect(JSON.parse(JSON.stringify(body))).toEqual(body);
        expect(path).toMatch(/^[A-Za-z_0]/);
      }),
    );
  });
});
