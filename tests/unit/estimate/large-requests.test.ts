import { describe, expect, it } from "vitest";
import { estimate, type Estimate } from "@/lib/estimate";
import { NEW_WORKLOAD, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { noteText } from "@/lib/view/estimate";

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

describe("priority of a model that sells it to short requests only", () => {
  it("has a price up to the threshold, 271,999 × 5 + 1,000 × 30 a million", () => {
    const { perMonth } = estimateFor(271_999).cost;
    expect(Number(perMonth!.n) / Number(perMonth!.d)).toBe(1.389995);
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
    ).toBe("Workload 1: gpt-5.4 has no priority price from 272,000 input tokens on.");
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
  it.each([
    ["gpt-4.1", 128_000],
    ["gpt-5.5", 272_000],
  ])("on %s, over %d tokens of input, are not planned with, and that is said", (model, most) => {
    expect(codes(estimateFor(most, { model, serviceTier: "standard" }))).not.toContain("long-context-limits");
    expect(codes(estimateFor(most + 1, { model, serviceTier: "standard" }))).toContain("long-context-limits");
    expect(
      codes(
        estimateFor(
          most + 1,
          { model, serviceTier: "standard" },
          { modelOverrides: [{ model, limits: { rpm: 100, tpm: 20_000_000 } }] },
        ),
      ),
    ).not.toContain("long-context-limits");
  });
});
