import { describe, expect, it } from "vitest";
import { compareModels, estimate, largestCap, requestsForBudget, scaleRequests, tierAnswers } from "@/lib/estimate";
import { EXAMPLE } from "@/lib/scenario";
import { estimateOf, scenarioOf } from "../support/checked";

const workload = { model: "o1-mini", requests: 60, per: "minute", inputTokens: 1000, visibleOutputTokens: 500, maxCompletionTokens: 2000 };
const of = (own: object = {}, rest: object = {}) => estimateOf({ asOf: "2025-06-01", usageTier: 5, ...rest, workloads: [{ ...workload, ...own }] });

describe("a verdict", () => {
  it("money can hide what the traffic would meet next", () => {
    const { fit } = of({}, { usageTier: 3 });
    // 60 × 43,800 × $0.0033 = $8,672.40 of $1,000; 180,000 of 4,000,000 tokens a minute.
    expect([fit.fits, fit.bindsFirst?.dimension, fit.scaleAtLimit]).toEqual([false, "monthly-usage", 1000 / 8672.4]);
    expect([fit.rates.fits, fit.rates.bindsFirst?.dimension, fit.rates.scaleAtLimit]).toEqual([true, "tpm", 4_000_000 / 180_000]);
    expect(fit.hoursToUsageLimit).toBe((730 * 1000) / 8672.4);
    expect(fit.minimumUsageTier).toBe(5);
  });
  it("a month that lasts has no hours to its end", () => expect(of().fit.hoursToUsageLimit).toBeNull());
  it("the first of equals binds", () => {
    const { fit } = of({ requests: 50, inputTokens: 100, visibleOutputTokens: 0, maxCompletionTokens: undefined }, { modelOverrides: [{ model: "o1-mini", limits: { rpm: 100, tpm: 10_000 } }] });
    expect([fit.bindsFirst, fit.scaleAtLimit]).toEqual([{ pool: "o1-mini", dimension: "rpm" }, 2]);
  });
  it("nothing asked, nothing binds", () => {
    const { fit, limits } = estimateOf({ modelOverrides: [{ model: "own", price: { input: "0", output: "0" } }], workloads: [{ model: "own", requests: 1, per: "month", inputTokens: 0 }] });
    expect([fit.fits, fit.bindsFirst, fit.scaleAtLimit, fit.minimumUsageTier]).toEqual([null, null, null, null]);
    expect(limits.map(({ utilisation, headroom }) => [utilisation, headroom])).toEqual([[null, null], [null, null], [0, null]]);
  });
  it("on Free lists the models as unsupported, whatever was overridden", () => {
    const { fit, limits } = of({}, { usageTier: "free", modelOverrides: [{ model: "o1-mini", limits: { rpm: 1e9, tpm: 1e9 } }] });
    expect([fit.fits, fit.tiers[0]!.reasons, limits.map(({ limit }) => limit?.near ?? null)]).toEqual([false, ["tier-not-supported", "usage-limit-exceeded"], [null, null, 100]]);
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
    const own = (price: object) => estimateOf({ modelOverrides: [{ model: "own", ...price }], workloads: [{ ...workload, model: "own" }] });
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
    const over = (maxCompletionTokens: number) => of({ ...own, maxCompletionTokens }, { ...rest, usageTier: tier }).notes.some(({ code }) => code === "tpm-exceeded");
    expect([over(cap), over(cap + 1)]).toEqual([false, true]);
  });
  it("the largest cap leaves room for all that shares the pool", () => {
    const one = estimateOf({ usageTier: 1, workloads: [{ ...workload, requests: 10 }, { ...workload, model: "o1-mini-2024-09-12", requests: 10 }, { ...workload, model: "o1", requests: 1000 }] });
    // 200,000 less 10 × 3,000 is 170,000: 17,000 each, less 1,000 input.
    expect(largestCap(one, 0, 1)).toBe(16_000);
  });
  it("tiers that can never run a request have no highest rate", () => {
    const answers = tierAnswers(estimateOf({ usageTier: 3, workloads: [{ model: "o1", requests: 1, per: "hour", inputTokens: 1500, maxCompletionTokens: 65_536 }] }));
    expect(answers.map(({ usageTier, highestScale, highestRateScale }) => [usageTier, highestScale !== null, highestRateScale !== null])).toEqual([["free", false, false], [1, false, false], [2, true, true], [3, true, true], [4, true, true], [5, true, true]]);
  });
  it.each([[0.5, 30], [1.00001, 60], [1.0001, 60.006], [1e-9, 0.001], [1e15, 1e12]])("traffic times %d is %d, rounded down, never to nothing", (factor, requests) => {
    expect(scaleRequests(scenarioOf({ workloads: [workload] }), factor).workloads[0]!.requests).toBe(requests);
  });
  it("traffic scaled to the limit fits it, and the next step does not", () => {
    const one = estimate(EXAMPLE);
    const fits = (factor: number) => !estimate(scaleRequests(EXAMPLE, factor)).limits.some(({ over }) => over);
    expect([fits(one.fit.scaleAtLimit!), fits(one.fit.scaleAtLimit! * 1.001)]).toEqual([true, false]);
  });
});

describe("the same scenario on other models", () => {
  it("stands in catalogue order, standard first, custom models last, everything else as entered", () => {
    const all = compareModels(scenarioOf({ asOf: "2025-06-01", usageTier: 5, modelOverrides: [{ model: "own", price: { input: "1", output: "1" } }], workloads: [{ ...workload, cachedInputTokens: 500 }, { ...workload, model: "own", serviceTier: "batch" }] }));
    expect(all.map(({ model, serviceTier }) => `${model} ${serviceTier}`)).toEqual(["o1-mini standard", "o1-mini batch", "o1 standard", "o1 batch", "o3-mini standard", "o3-mini batch", "own standard", "own batch"]);
    for (const { model, serviceTier, estimate: { scenario } } of all) {
      expect(scenario.workloads.map((one) => [one.model, one.serviceTier, one.maxCompletionTokens, one.cachedInputTokens])).toEqual([[model, serviceTier, 2000, 500], [model, serviceTier, 2000, 0]]);
    }
  });
});
