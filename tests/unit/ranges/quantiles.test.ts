import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawnCosts, quantilesOf, rangeOf } from "@/lib/ranges";
import { scenarioOf } from "../../support/make/checked";
import { UNSURE_BOT } from "../../support/make/support-bot";

const scenario = (changes = {}, own = {}) =>
  scenarioOf({
    asOf: "2026-11-27",
    usageTier: 4,
    monthlyUsageLimitUsd: "60000",
    monthlyBudgetUsd: "40000",
    workloads: [{ ...UNSURE_BOT, ...own }],
    ...changes,
  });

/** Numbers of the platform’s own generator, by the formula of Box and Muller: not seeded, and not ours. */
function normals(): () => number {
  const drawn = new Uint32Array(16_384);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      webcrypto.getRandomValues(drawn);
      at = 0;
    }
    const length = Math.sqrt(-2 * Math.log((drawn[at++]! + 0.5) / 2 ** 32));
    return length * Math.cos(2 * Math.PI * (drawn[at++]! / 2 ** 32));
  };
}

/** The z of p90, from a table of the normal distribution. */
const Z90 = 1.2815515655446;

/** p10, p50 and p90 of `count` values, each made of a case’s own draws. */
function drawnOf(count: number, valueOf: (draw: (low: number, high: number) => number) => number): number[] {
  const normal = normals();
  const draw = (low: number, high: number) => {
    const sigma = Math.log(high / low) / (2 * Z90);
    return Math.sqrt(low * high) * Math.exp(sigma * normal());
  };
  const values = Float64Array.from({ length: count }, () => valueOf(draw)).sort();
  return [0.1, 0.5, 0.9].map((share) => values[Math.round(share * count)]!);
}

/** Both within a share of each other. */
function expectNear(found: readonly number[], wanted: readonly number[], share: number) {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, n) =>
    expect(Math.abs(value / wanted[n]! - 1), `${value} and ${wanted[n]}`).toBeLessThan(share),
  );
}

const monthlyCosts = (of: Parameters<typeof drawnCosts>[0]) => quantilesOf(drawnCosts(of).sort());
const listed = (quantiles: { p10: number; p50: number; p90: number } | null) => [
  quantiles!.p10,
  quantiles!.p50,
  quantiles!.p90,
];

describe("quantiles", () => {
  it("are within 1 % of a million cases drawn and added up by other means, of cost and of headroom", () => {
    // gpt-5.6-terra as OpenAI lists it, USD a million: input, cached input, output; tokens a minute of tier 4.
    const [input, cachedInput, output] = [2, 0.2, 12];
    const tokensAMinute = 4_000_000;
    const found = rangeOf(scenario());
    const tokens = (draw: (low: number, high: number) => number) => {
      const cached = Math.min(draw(1000, 1700), 2200);
      const out = draw(280, 450) + draw(300, 2000);
      return (2200 - cached) * input + cached * cachedInput + out * output;
    };
    const cost = drawnOf(1_000_000, (draw) => (draw(32, 50) * 43_800 * tokens(draw)) / 1e6);
    expectNear(listed(found.perMonthUsd), cost, 0.01);
    const scale = drawnOf(1_000_000, (draw) => {
      const requests = draw(32, 50);
      const charged = requests * Math.max(1, draw(2, 9)) * (2200 + 4000);
      return Math.min(60_000 / ((requests * 43_800 * tokens(draw)) / 1e6), tokensAMinute / charged);
    });
    expectNear(listed(found.scaleAtLimit), scale, 0.01);
  });

  it("are within 1 % for twenty workloads with every field a range", () => {
    const workloads = Array.from({ length: 20 }, (_, n) => ({
      ...UNSURE_BOT,
      name: `Bot ${n}`,
      requests: 3 + n,
      ranges: { ...UNSURE_BOT.ranges, requests: [1 + n, 9 + n], inputTokens: [1500, 4000] },
    }));
    const found = listed(monthlyCosts(scenario({ workloads })));
    const wanted = drawnOf(200_000, (draw) => {
      let usd = 0;
      for (let n = 0; n < 20; n++) {
        const all = draw(1500, 4000);
        const cached = Math.min(draw(1000, 1700), all);
        const out = draw(280, 450) + draw(300, 2000);
        usd += draw(1 + n, 9 + n) * ((all - cached) * 2 + cached * 0.2 + out * 12);
      }
      return usd * 0.0438;
    });
    expectNear(found, wanted, 0.01);
  });

  it("of one unknown are the costs at its ends and at its median", () => {
    const found = rangeOf(scenario({}, { ranges: { requests: [32, 50] } }));
    const [{ costLow, costHigh }] = found.drivers as [(typeof found.drivers)[number]];
    const toUsd = ({ n, d }: { n: bigint; d: bigint }) => Number(n) / Number(d);
    const [low, high] = [toUsd(costLow!), toUsd(costHigh!)];
    expectNear(listed(found.perMonthUsd), [low, Math.sqrt(low * high), high], 0.001);
  });

  it("move by less than 1 % with the seed, and not at all without", () => {
    const first = listed(monthlyCosts(scenario()));
    expect(listed(monthlyCosts(scenario()))).toStrictEqual(first);
    for (const seed of [2, 77, 4_294_967_295]) {
      const other = listed(monthlyCosts(scenario({ seed })));
      expect(other).not.toStrictEqual(first);
      expectNear(other, first, 0.01);
    }
  });

  it("are of cases that stay in their places, whatever the model", () => {
    const [one, other] = [scenario(), scenario({}, { model: "gpt-5.6-luna" })].map(drawnCosts);
    // What costs more on one model costs more on the other: the dearest and the cheapest case are the same.
    const placeOf = (costs: Float64Array, most: (...all: number[]) => number) =>
      costs.indexOf(costs.reduce((a, b) => most(a, b)));
    expect(placeOf(one!, Math.max)).toBe(placeOf(other!, Math.max));
    expect(placeOf(one!, Math.min)).toBe(placeOf(other!, Math.min));
  });
});

describe("the shares of a scenario drawn by hand", () => {
  const { fitShare, withinBudget, withinUsageLimit, binds, months, perMonthUsd } = rangeOf(scenario());
  const shareOf = (tier: unknown) => fitShare.find(({ usageTier }) => usageTier === tier)!.share!;

  it("fit tier 4 in 9 of 10 cases, tier 5 in all but 1 in 1,000, no lower one", () => {
    expect(["free", 1, 2, 3].map(shareOf)).toStrictEqual([0, 0, 0, 0]);
    expect(shareOf(4)).toBeCloseTo(0.909, 2);
    expect(shareOf(5)).toBeCloseTo(0.999, 2);
  });

  it("keep to the budget in 3 of 4, to the usage limit in 92 of 100, and bind on money in 8 of 10", () => {
    expect(withinBudget).toBeCloseTo(0.765, 2);
    expect(withinUsageLimit).toBeCloseTo(0.922, 2);
    expect(binds.map(({ dimension }) => dimension)).toStrictEqual(["monthly-usage", "tpm"]);
    expect(binds[0]!.share).toBeCloseTo(0.795, 2);
    expect(binds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("list a hundred months in order, of which the tenth and the ninetieth stand around p10 and p90", () => {
    expect(months).toHaveLength(100);
    expect([...months]).toStrictEqual(months.toSorted((a, b) => a - b));
    expect(months[9]!).toBeLessThan(perMonthUsd!.p10);
    expect(months[10]!).toBeGreaterThan(perMonthUsd!.p10);
  });
});
