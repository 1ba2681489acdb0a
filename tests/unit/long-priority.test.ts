import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { NEW_WORKLOAD, SCENARIO_DEFAULTS } from "@/lib/scenario";
import { noteText } from "@/lib/view";

const asked = (inputTokens: number) => estimate({ ...SCENARIO_DEFAULTS, asOf: "2026-11-23", usageTier: 5, workloads: [{ ...NEW_WORKLOAD, model: "gpt-5.4", serviceTier: "priority", requests: 1, per: "month", inputTokens, visibleOutputTokens: 1000, cachedInputTokens: 0 }] });

describe("priority of a model that sells it to short requests only", () => {
  it("has a price up to the threshold, 271,999 × 5 + 1,000 × 30 a million", () => {
    const { perMonth } = asked(271_999).cost;
    expect(Number(perMonth!.n) / Number(perMonth!.d)).toBe(1.389995);
  });

  it("has none from there on, and says so", () => {
    const priced = asked(272_000);
    expect(priced.cost.perMonth).toBeNull();
    expect(priced.notes.map(({ code }) => code)).toContain("no-price");
    expect(noteText(priced.notes.find(({ code }) => code === "no-price")!, priced).fact).toBe("Workload 1: gpt-5.4 has no priority price from 272,000 input tokens on.");
  });
});
