import { describe, expect, it } from "vitest";
import { MODELS } from "@/lib/catalogue";
import { alternatives, rowOn, scenarioOn } from "@/lib/compare";
import { estimate, largestCap, requestsForBudget, scaleRequests, successors, tierAnswers } from "@/lib/estimate";
import { toNumber } from "@/lib/money";
import { estimateOf, scenarioOf } from "../../support/make/checked";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const workload = {
  model: "o1-mini",
  requests: 60,
  per: "minute",
  inputTokens: 1000,
  visibleOutputTokens: 500,
  maxCompletionTokens: 2000,
};
const of = (own: object = {}, rest: object = {}) =>
  estimateOf({ asOf: "2025-06-01", usageTier: 5, ...rest, workloads: [{ ...workload, ...own }] });

describe("a verdict", () => {
  it("money can hide what the traffic would meet next", () => {
    const { fit } = of({}, { usageTier: 3 });
    // 60 × 43,800 × $0.0033 = $8,672.40 of $1,000; 180,000 of 4,000,000 tokens a minute.
    expect([fit.fits, fit.bindsFirst?.dimension, fit.scaleAtLimit]).toEqual([false, "monthly-usage", 1000 / 8672.4]);
    expect([fit.rates.fits, fit.rates.bindsFirst?.dimension, fit.rates.scaleAtLimit]).toEqual([
      true,
      "tpm",
      4_000_000 / 180_000,
    ]);
    expect(fit.hoursToUsageLimit).toBe((730 * 1000) / 8672.4);
    expect(fit.minimumUsageTier).toBe(5);
  });
  it("a month that lasts has no hours to its end", () => expect(of().fit.hoursToUsageLimit).toBeNull());
  it("the first of equals binds", () => {
    const { fit } = of(
      { requests: 50, inputTokens: 100, visibleOutputTokens: 0, maxCompletionTokens: undefined },
      { modelOverrides: [{ model: "o1-mini", limits: { rpm: 100, tpm: 10_000 } }] },
    );
    expect([fit.bindsFirst, fit.scaleAtLimit]).toEqual([{ pool: "o1-mini", dimension: "rpm" }, 2]);
  });
  it("nothing asked, nothing binds", () => {
    const { fit, limits } = estimateOf({
      modelOverrides: [{ model: "own", price: { input: "0", output: "0" } }],
      workloads: [{ model: "own", requests: 1, per: "month", inputTokens: 0 }],
    });
    expect([fit.fits, fit.bindsFirst, fit.scaleAtLimit, fit.minimumUsageTier]).toEqual([null, null, null, null]);
    expect(limits.map(({ utilisation, headroom }) => [utilisation, headroom])).toEqual([
      [null, null],
      [null, null],
      [0, null],
    ]);
  });
  it("on Free lists the models as unsupported, whatever was overridden", () => {
    const { fit, limits } = of(
      {},
      { usageTier: "free", modelOverrides: [{ model: "o1-mini", limits: { rpm: 1e9, tpm: 1e9 } }] },
    );
    expect([fit.fits, fit.tiers[0]!.reasons, limits.map(({ limit }) => limit?.near ?? null)]).toEqual([
      false,
      ["tier-not-supported", "usage-limit-exceeded"],
      [null, null, 100],
    ]);
  });
});

describe("answers backwards", () => {
  it.each([
    ["8672.4", 2_628_000n],
    ["1", 303n],
    ["0.0033", 1n],
    ["0.003299999999", 0n],
    ["0", 0n],
  ])("$%s buys %s requests", (budget, requests) => expect(requestsForBudget(of(), budget)).toBe(requests));
  it("a free request is bought without end, and one without a price not at all", () => {
    const own = (price: object) =>
      estimateOf({ modelOverrides: [{ model: "own", ...price }], workloads: [{ ...workload, model: "own" }] });
    expect(requestsForBudget(own({ price: { input: "0", output: "0" } }), "5")).toBeNull();
    expect(requestsForBudget(own({}), "5")).toBeNull();
  });

  it.each([
    // 200,000 ÷ 60 = 3,333.3: less 1,000 input.
    [{}, {}, 1, 2333],
    [{}, { tokenAccounting: "larger-of" }, 1, 3333],
    [{}, { tokenAccounting: "actual" }, 1, "any"],
    [{ serviceTier: "batch" }, {}, 1, "any"],
    [{ peakToMean: 2 }, {}, 1, 666],
    [{ peakToMean: 2.5 }, {}, 1, null],
    [{ requests: 1 }, {}, 5, 65_536],
    [{}, {}, "free", null],
  ] as const)("the largest cap of %o with %o at tier %s is %s", (own, rest, tier, cap) => {
    const one = of(own, rest);
    expect(largestCap(one, 0, tier)).toBe(cap);
    if (typeof cap !== "number" || cap === 65_536) return;
    const over = (maxCompletionTokens: number) =>
      of({ ...own, maxCompletionTokens }, { ...rest, usageTier: tier }).notes.some(
        ({ code }) => code === "tpm-exceeded",
      );
    expect([over(cap), over(cap + 1)]).toEqual([false, true]);
  });
  it("the largest cap leaves room for all that shares the pool", () => {
    const one = estimateOf({
      usageTier: 1,
      workloads: [
        { ...workload, requests: 10 },
        { ...workload, model: "o1-mini-2024-09-12", requests: 10 },
        { ...workload, model: "o1", requests: 1000 },
      ],
    });
    // 200,000 less 10 × 3,000 is 170,000: 17,000 each, less 1,000 input.
    expect(largestCap(one, 0, 1)).toBe(16_000);
  });
  it("tiers that can never run a request have no highest rate", () => {
    const answers = tierAnswers(
      estimateOf({
        usageTier: 3,
        workloads: [{ model: "o1", requests: 1, per: "hour", inputTokens: 1500, maxCompletionTokens: 65_536 }],
      }),
    );
    expect(
      answers.map(({ usageTier, highestScale, highestRateScale }) => [
        usageTier,
        highestScale !== null,
        highestRateScale !== null,
      ]),
    ).toEqual([
      ["free", false, false],
      [1, false, false],
      [2, true, true],
      [3, true, true],
      [4, true, true],
      [5, true, true],
    ]);
  });
  it.each([
    [0.5, 30],
    [1.00001, 60],
    [1.0001, 60.006],
    [1e-9, 0.001],
    [1e15, 1e12],
  ])("traffic times %d is %d, rounded down, never to nothing", (factor, requests) => {
    expect(scaleRequests(scenarioOf({ workloads: [workload] }), factor).workloads[0]!.requests).toBe(requests);
  });
  it("traffic scaled to the limit fits it, and the next step does not", () => {
    const one = estimate(O1_MINI_EXAMPLE);
    const fits = (factor: number) => !estimate(scaleRequests(O1_MINI_EXAMPLE, factor)).limits.some(({ over }) => over);
    expect([fits(one.fit.scaleAtLimit!), fits(one.fit.scaleAtLimit! * 1.001)]).toEqual([true, false]);
  });
});

describe("the same scenario on other models", () => {
  const names = (rest: object, own: object = {}) =>
    alternatives(scenarioOf({ asOf: "2026-11-23", usageTier: 5, ...rest, workloads: [{ ...workload, ...own }] })).map(
      ({ model, serviceTier }) => `${model} ${serviceTier}`,
    );
  it("its own in standard and batch, successors still offered, the cheapest that fit, one in batch: eight at most", () => {
    const all = names({});
    expect(all.slice(0, 3)).toEqual(["o1-mini standard", "o1-mini batch", "gpt-5.6-terra standard"]);
    expect(all.length).toBeLessThanOrEqual(8);
    expect(all.at(-1)).toMatch(/ batch$/);
    expect(new Set(all).size).toBe(all.length);
  });
  it("no model that is retired or was not sold on the day, but its own", () => {
    for (const asOf of ["2025-06-01", "2026-11-23"]) {
      for (const one of alternatives(scenarioOf({ asOf, usageTier: 5, workloads: [workload] }))) {
        if (one.model !== "o1-mini")
          expect([one.codes.includes("model-retired"), one.perMonth === null], `${one.model} ${asOf}`).toEqual([
            false,
            false,
          ]);
      }
    }
  });
  it("what costs least and fits comes before what costs more, and nothing cheaper that fits is left out", () => {
    const scenario = scenarioOf({ asOf: "2026-11-23", usageTier: 5, workloads: [workload] });
    const cheapest = alternatives(scenario)
      .filter(({ serviceTier }) => serviceTier === "standard")
      .slice(3);
    const listed = new Set(alternatives(scenario).map(({ model }) => model));
    const month = (model: string) => toNumber(rowOn(scenario, { model, serviceTier: "standard" }).perMonth!);
    expect(cheapest.map(({ model }) => month(model))).toEqual(
      cheapest.map(({ model }) => month(model)).toSorted((a, b) => a - b),
    );
    for (const { id, retirement, maxOutputTokens } of MODELS) {
      if (retirement || listed.has(id) || maxOutputTokens === 0) continue;
      const { fits, perMonth } = rowOn(scenario, { model: id, serviceTier: "standard" });
      if (fits && perMonth) expect(toNumber(perMonth), id).toBeGreaterThanOrEqual(month(cheapest.at(-1)!.model));
    }
  });
  it("in the service tier that all workloads share, custom models first, everything else as entered", () => {
    const all = names(
      { modelOverrides: [{ model: "own", price: { input: "1", output: "1", batchInput: "1", batchOutput: "1" } }] },
      { serviceTier: "batch" },
    );
    expect(all.slice(0, 3)).toEqual(["o1-mini standard", "o1-mini batch", "own batch"]);
    expect(all.slice(2).every((name) => name.endsWith(" batch"))).toBe(true);
    const moved = scenarioOn(
      scenarioOf({
        workloads: [
          { ...workload, cachedInputTokens: 500 },
          { ...workload, model: "o1", serviceTier: "batch" },
        ],
      }),
      { model: "o3-mini", serviceTier: "standard" },
      null,
    );
    expect(
      moved.workloads.map(({ model, serviceTier, maxCompletionTokens, cachedInputTokens }) => [
        model,
        serviceTier,
        maxCompletionTokens,
        cachedInputTokens,
      ]),
    ).toEqual([
      ["o3-mini", "standard", 2000, 500],
      ["o3-mini", "standard", 2000, 0],
    ]);
  });
});

describe("the scenario on the successors of its models", () => {
  const chains = successors(
    estimateOf({
      asOf: "2026-11-23",
      usageTier: 1,
      workloads: [
        { ...workload, cachedInputTokens: 0 },
        { ...workload, model: "o1-2024-12-17" },
        { ...workload, model: "o3-mini" },
      ],
    }),
  );
  it("follows each chain to its end, by first appearance", () => {
    expect(chains.map(({ model, steps }) => [model, ...steps.map(({ successor: { id } }) => id)])).toEqual([
      ["o1-mini", "o4-mini", "gpt-5.6-terra"],
      ["o1", "gpt-5.6-sol"],
      ["o3-mini", "gpt-5.6-sol"],
    ]);
    expect(chains.map(({ steps }) => steps.map(({ successor: { confidence } }) => confidence))).toEqual([
      ["high", "high"],
      ["high"],
      ["high"],
    ]);
  });
  it("moves the workloads of that model only, sizes as entered", () => {
    const { scenario, cost } = chains[0]!.steps[1]!.moved!.estimate;
    expect(scenario.workloads.map(({ model, inputTokens }) => [model, inputTokens])).toEqual([
      ["gpt-5.6-terra", 1000],
      ["o1-2024-12-17", 1000],
      ["o3-mini", 1000],
    ]);
    // 60 × 43,800 × (1,000 × $2.00 + 500 × $12.00) ÷ 1,000,000
    expect(toNumber(cost.workloads[0]!.perMonth!)).toBe(21024);
  });
  it("says what changes: limits at the usage tier, sizes, the caching discount, features", () => {
    const { rpm, tpm, batchQueueTokens, contextWindow, maxOutputTokens, cachingDiscount, gained, lost } =
      chains[0]!.steps[0]!.moved!.differences;
    expect({ rpm, tpm, batchQueueTokens, contextWindow, maxOutputTokens }).toEqual({
      rpm: { from: 500, to: 1000 },
      tpm: { from: 200_000, to: 100_000 },
      batchQueueTokens: { from: null, to: 1_000_000 },
      contextWindow: { from: 128_000, to: 200_000 },
      maxOutputTokens: { from: 65_536, to: 100_000 },
    });
    // $0.55 of $1.10, and $0.275 of $1.10.
    expect([toNumber(cachingDiscount.from!), toNumber(cachingDiscount.to!)]).toEqual([0.5, 0.75]);
    expect([
      gained.includes("Function calling"),
      gained.includes("Image input"),
      gained.includes("Batch"),
      lost,
    ]).toEqual([true, true, false, []]);
  });
  it("a model of one’s own and a current one without a next have none", () => {
    expect(
      successors(
        estimateOf({
          modelOverrides: [{ model: "own" }],
          workloads: [
            { ...workload, model: "own" },
            { ...workload, model: "gpt-5.4" },
          ],
        }),
      ),
    ).toEqual([]);
  });
});
