import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { rangeOf } from "@/lib/ranges";
import { scenarioOf } from "../../support/make/checked";
import { SUPPORT_BOT } from "../../support/make/support-bot";

const ranges = {
  requests: [32, 50],
  inputTokens: [1200, 3000],
  cachedInputTokens: [1000, 2600],
  reasoningTokens: [300, 2000],
  peakToMean: [2, 9],
};
const body = (own: object, changes = {}) => ({
  asOf: "2026-11-27",
  usageTier: 4,
  workloads: [{ ...SUPPORT_BOT, ...own }],
  ...changes,
});
const driversOf = (own: object, changes = {}) => rangeOf(scenarioOf(body({ ...own }, changes))).drivers;

/** Cost and headroom with some fields as entered, without ranges. */
function at(own: object) {
  const { cost, fit } = estimate(scenarioOf(body(own)));
  return { cost: cost.perMonth!, scale: fit.scaleAtLimit };
}

const sameAmount = (a: { n: bigint; d: bigint }, b: { n: bigint; d: bigint }) => a.n * b.d === b.n * a.d;

describe("drivers", () => {
  const drivers = driversOf({ ranges });
  const cases = [
    ["requests", { requests: 32 }, { requests: 50 }],
    // Less input than what is cached: the cached part is cut at it.
    ["inputTokens", { inputTokens: 1200, cachedInputTokens: 1200 }, { inputTokens: 3000 }],
    // More cached than there is input: cut at it.
    ["cachedInputTokens", { cachedInputTokens: 1000 }, { cachedInputTokens: 2200 }],
    ["reasoningTokens", { reasoningTokens: 300 }, { reasoningTokens: 2000 }],
    ["peakToMean", { peakToMean: 2 }, { peakToMean: 9 }],
  ] as const;

  it.each(cases)("of %s are exact estimates with it at its ends, all others at their number", (field, low, high) => {
    const driver = drivers.find((one) => one.field === field)!;
    expect([driver.low, driver.high]).toStrictEqual(ranges[field]);
    expect(sameAmount(driver.costLow!, at(low).cost)).toBe(true);
    expect(sameAmount(driver.costHigh!, at(high).cost)).toBe(true);
    expect([driver.scaleLow, driver.scaleHigh]).toStrictEqual([at(low).scale, at(high).scale]);
  });

  it("are sorted by the swing of cost; what costs nothing comes last", () => {
    expect(drivers.map(({ field }) => field)).toStrictEqual([
      "reasoningTokens",
      "requests",
      "inputTokens",
      "cachedInputTokens",
      "peakToMean",
    ]);
  });

  it("write no more to the cache than the input leaves", () => {
    const own = { cachedInputTokens: 1000, cacheWriteTokens: 1000 };
    const [driver] = driversOf({ ...own, ranges: { inputTokens: [1500, 3000] } });
    expect(sameAmount(driver!.costLow!, at({ ...own, inputTokens: 1500, cacheWriteTokens: 500 }).cost)).toBe(true);
  });

  it("are none without a range", () => {
    expect(driversOf({})).toStrictEqual([]);
  });
});

describe("what is not known", () => {
  const own = { model: "mine", ranges: { requests: [20, 60] } };
  const mine = (more: object) => ({ modelOverrides: [{ model: "mine", limits: { rpm: 500 }, ...more }] });

  it("is null without a price, and never 0: cost, budget, shares of tiers that would fit", () => {
    const result = rangeOf(
      scenarioOf(body(own, { ...mine({ limits: { rpm: 500, tpm: 1e9 } }), monthlyBudgetUsd: "5" })),
    );
    expect(result.perMonthUsd).toBeNull();
    expect([result.withinBudget, result.withinUsageLimit, result.months]).toStrictEqual([null, null, []]);
    expect(result.drivers[0]).toMatchObject({ costLow: null, costHigh: null, scaleLow: 500 / 60 });
    expect(result.scaleAtLimit!.p50).toBeGreaterThan(4);
    // Free is not offered whatever the price; a paid tier fits or fails by a cost that nobody knows.
    expect(result.fitShare.map(({ share }) => share)).toStrictEqual([0, null, null, null, null, null]);
  });

  it("is null at a tier whose limit is not published, where some case could fit", () => {
    const price = { input: "1", output: "2" };
    const { fitShare, perMonthUsd } = rangeOf(scenarioOf(body(own, mine({ price }))));
    expect(perMonthUsd).not.toBeNull();
    expect(fitShare[5]!.share).toBeNull();
    // Over the requests a minute in every case: no.
    const over = rangeOf(scenarioOf(body({ ...own, ranges: { requests: [2000, 6000] } }, mine({ price }))));
    expect(over.fitShare[5]!.share).toBe(0);
  });

  it("has no headroom without any limit and price", () => {
    const { scaleAtLimit, drivers } = rangeOf(scenarioOf(body(own, { modelOverrides: [{ model: "mine" }] })));
    expect(scaleAtLimit).toBeNull();
    expect(drivers[0]).toMatchObject({ scaleLow: null, scaleHigh: null });
  });
});
