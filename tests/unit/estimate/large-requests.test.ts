import { describe, expect, it } from "vitest";
import { estimate, largestCap, type Estimate } from "@/lib/estimate";
import { toFixedText } from "@/lib/money";
import { NEW_WORKLOAD, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { limitsOf, runTraffic } from "@/lib/simulation";
import { noteText } from "@/lib/view/estimate";
import { limitViews, verdictView } from "@/lib/view/plan";
import { plainText } from "@/lib/view/text";

const estimateFor = (inputTokens: number, own: Partial<Workload> = {}, rest: Partial<Scenario> = {}) =>
  estimate({
    ...DEFAULTS.scenario,
    asOf: "2026-11-23",
    usageTier: 5,
    ...rest,
    workloads: [
      {
        ...NEW_WORKLOAD,
        model: "gpt-5.4",
        serviceTier: "priority",
        requests: 1,
        per: "month",
        inputTokens,
        visibleOutputTokens: 1000,
        ...own,
      },
    ],
  });

describe("Fast of a model that sells it to short requests only", () => {
  it("has a price up to the threshold, 271,999 × 5 + 1,000 × 30 a million", () => {
    const { perMonth } = estimateFor(271_999).cost;
    expect(toFixedText(perMonth!, 6)).toBe("1.389995");
  });

  it("has none from there on, and says so", () => {
    const priced = estimateFor(272_000);
    expect(priced.cost.perMonth).toBeNull();
    expect(priced.notes.map(({ code }) => code)).toContain("no-price");
    expect(
      noteText(
        priced.notes.find(({ code }) => code === "no-price")!,
        priced,
      ).fact,
    ).toBe("Workload 1: gpt-5.4 has no Fast price from 272,000 input tokens on.");
  });
});

const codes = (priced: Estimate) => priced.notes.map(({ code }) => code);

describe("the maximum input", () => {
  it.each([
    ["gpt-5.4-mini", 272_000, 400_000],
    ["gpt-5.6-sol", 922_000, 1_050_000],
  ])("of %s is %d, within its window of %d: one token more never runs", (model, most) => {
    const at = (inputTokens: number) =>
      estimateFor(inputTokens, { model, serviceTier: "standard" }, { monthlyUsageLimitUsd: "1000000" });
    expect(codes(at(most))).not.toContain("exceeds-max-input");
    expect(at(most).fit.fits).toBe(true);
    const over = at(most + 1);
    expect(codes(over)).toContain("exceeds-max-input");
    expect(over.fit.fits).toBe(false);
    expect(over.fit.tiers.filter(({ fits }) => fits)).toEqual([]);
  });

  it("is not known where the context window is one’s own", () => {
    expect(
      codes(
        estimateFor(
          300_000,
          { model: "gpt-5.4-mini", serviceTier: "standard" },
          { modelOverrides: [{ model: "gpt-5.4-mini", contextWindow: 500_000 }] },
        ),
      ),
    ).not.toContain("exceeds-max-input");
  });
});

describe("limits of their own for long requests", () => {
  /** One request a month on gpt-4.1 at tier 1, and what else the scenario says. */
  const long = (inputTokens: number, own: Partial<Workload> = {}, rest: Partial<Scenario> = {}) =>
    estimateFor(
      inputTokens,
      { model: "gpt-4.1", serviceTier: "standard", visibleOutputTokens: 0, ...own },
      { usageTier: 1, ...rest },
    );
  const rows = ({ limits }: Estimate) =>
    limits.map(({ demand, limit }) => [demand.pool, demand.dimension, limit && limit.near]);

  it.each([
    [29_000, true, "gpt-4.1", 30_000],
    [110_000, false, "gpt-4.1", 30_000],
    [128_000, false, "gpt-4.1", 30_000],
    [128_001, true, "gpt-4.1:long", 200_000],
    [150_000, true, "gpt-4.1:long", 200_000],
    [200_000, true, "gpt-4.1:long", 200_000],
    [200_001, false, "gpt-4.1:long", 200_000],
    [210_000, false, "gpt-4.1:long", 200_000],
  ])(
    "a request of %d input tokens on gpt-4.1 at tier 1: fits %s, in the pool %s of %d TPM",
    (input, fits, pool, tpm) => {
      const one = long(input);
      expect(one.fit.fits).toBe(fits);
      expect(one.fit.tiers[1]!.reasons).toEqual(fits ? [] : ["request-exceeds-tpm"]);
      expect(rows(one).slice(0, 2)).toEqual([
        [pool, "rpm", pool === "gpt-4.1" ? 500 : 100],
        [pool, "tpm", tpm],
      ]);
      expect(codes(one).includes("long-context-limits")).toBe(pool !== "gpt-4.1");
    },
  );

  it.each([
    ["gpt-5.5", 272_000, 500_000, 400_000],
    ["gpt-5.4", 272_000, 500_000, 400_000],
    ["gpt-5.4-pro", 272_000, 50_000, 40_000],
    ["gpt-4.1-nano", 128_000, 200_000, 400_000],
  ])("on %s begin above %d tokens of input: %d TPM, then %d", (model, most, short, tpm) => {
    expect(long(most, { model }).limits[1]!.limit!.near).toBe(short);
    expect(long(most + 1, { model }).limits[1]!.limit!.near).toBe(tpm);
  });

  it("make a pool of their own after the model’s other one, and take nothing from it", () => {
    const base = long(150_000).scenario;
    const [first] = base.workloads;
    const others = [
      { ...first!, serviceTier: "batch" as const, requests: 2 },
      { ...first!, model: "gpt-4o", inputTokens: 100 },
      { ...first!, model: "gpt-4.1-2025-04-14", inputTokens: 1_000, requests: 3 },
    ];
    const both = estimate({ ...base, workloads: [first!, ...others] });
    expect(rows(both)).toEqual([
      ["gpt-4.1", "rpm", 500],
      ["gpt-4.1", "tpm", 30_000],
      ["gpt-4.1:long", "rpm", 100],
      ["gpt-4.1:long", "tpm", 200_000],
      ["gpt-4.1:long", "batch-queue", 2_000_000],
      ["gpt-4o", "rpm", 500],
      ["gpt-4o", "tpm", 30_000],
      ["account", "monthly-usage", 100],
    ]);
    const tokensAMonth = both.demands.map(({ mean }) => Math.round((Number(mean!.n) / Number(mean!.d)) * 43_800));
    expect(tokensAMonth[1]).toBe(3_000);
    expect(tokensAMonth[3]).toBe(150_000);
  });

  it("have no limit a day where only the model’s other requests have one", () => {
    expect(rows(long(150_000, { model: "gpt-4.1-mini" })).map(([, dimension]) => dimension)).not.toContain("rpd");
    expect(rows(long(1_000, { model: "gpt-4.1-mini" })).map(([, dimension]) => dimension)).toContain("rpd");
  });

  it("give way to own limits of the same kind, and only to those", () => {
    const own = (limits: object, serviceTier: "standard" | "batch" = "standard") =>
      long(150_000, { serviceTier }, { modelOverrides: [{ model: "gpt-4.1", limits }] });
    expect(rows(own({ tpm: 160_000 })).slice(0, 2)).toEqual([
      ["gpt-4.1", "rpm", 500],
      ["gpt-4.1", "tpm", 160_000],
    ]);
    expect(codes(own({ tpm: 160_000 }))).not.toContain("long-context-limits");
    expect(rows(own({ batchQueueTokens: 1 }))[1]).toEqual(["gpt-4.1:long", "tpm", 200_000]);
    expect(rows(own({ batchQueueTokens: 160_000 }, "batch"))[0]).toEqual(["gpt-4.1", "batch-queue", 160_000]);
    expect(rows(own({ rpm: 1 }, "batch"))[0]).toEqual(["gpt-4.1:long", "batch-queue", 2_000_000]);
  });

  it("bound the largest cap: 200,000 less 150,000, at most the model’s 32,768", () => {
    const [unbound, bound] = [150_000, 190_000].map((input) => long(input, { maxCompletionTokens: 1_000 }));
    expect(largestCap(unbound!, 0, 1)).toBe(32_768);
    expect(largestCap(bound!, 0, 1)).toBe(10_000);
  });

  it("are not offered on Free", () => {
    const free = long(150_000, {}, { usageTier: "free" });
    expect(rows(free)[0]).toEqual(["gpt-4.1:long", "rpm", null]);
    expect(free.fit.fits).toBe(false);
  });

  it("are said in words", () => {
    const one = long(150_000);
    const note = one.notes.find(({ code }) => code === "long-context-limits")!;
    expect(noteText(note, one)).toEqual({
      fact: "Workload 1: requests of 128,001 input tokens or more have limits of their own on gpt-4.1.",
      consequence:
        "Its requests count against those, in the pool “gpt-4.1, long requests”, and not against the model’s others.",
    });
    expect(limitViews(one).map(({ about }) => about)).toContain("gpt-4.1, long requests");
    const never = long(210_000);
    expect(plainText(verdictView(never).rest)).toContain(
      "One gpt-4.1 request is charged 210,000 tokens; tier\u00a01 holds 200,000 for long requests.",
    );
  });

  it("hold in a simulation, each pool by itself, and a trace runs on the first live workload’s", () => {
    const { scenario } = long(150_000);
    const [first] = scenario.workloads;
    const both = { ...scenario, workloads: [first!, { ...first!, inputTokens: 1_000 }] };
    const simulated = runTraffic({ scenario: both, scale: 1, trace: null }).pools.map(({ pool }) => pool);
    expect(simulated.map((pool) => [pool, limitsOf(both, pool).rpm, limitsOf(both, pool).tpm])).toEqual([
      ["gpt-4.1", 500, 30_000],
      ["gpt-4.1:long", 100, 200_000],
    ]);
    const trace = [{ atMs: 0, charge: 150_000 }];
    const { neverFits, pools } = runTraffic({ scenario: both, scale: 1, trace });
    expect([neverFits, pools.map(({ pool }) => pool)]).toEqual([0, ["gpt-4.1:long"]]);
  });
});
