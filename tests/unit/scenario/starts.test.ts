import { describe, expect, it } from "vitest";
import { findModel, isRetired } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import { checkScenario, EXAMPLE, PRESETS, STARTS, type Scenario } from "@/lib/scenario";
import { toEstimateJson } from "@/lib/api";
import { verdictText } from "@/lib/view/estimate";
import { verdictView } from "@/lib/view/plan";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** What each says first, and its month worked out by hand: requests a month × USD a million requests. */
const OPENS = [
  // 20 × 60 × 730 requests; 600 × 0.20 + 1,200 × 0.02 + 400 × 1.20 = 624.
  ["Support chat", "546.624000", "Fits tier 3. Monthly usage binds first, at 1.8 times this traffic."],
  // 10,000 × 730 ÷ 24 requests; 4,000 × 1 + 500 × 5 = 6,500.
  ["Extraction", "1977.083333", "Fits tier 4. Monthly usage binds first, at 2.5 times this traffic."],
  // 200 × 730 requests; 1,000 × 2 + 56,000 × 0.10 + 3,000 × 2.50 + 900 × 10 = 24,100.
  ["Coding agent", "3518.600000", "Fits tier 4. Monthly usage binds first, at 1.4 times this traffic."],
  // 40,000 × 730 ÷ 24 requests; 700 × 0.10 + 150 × 0.60 = 160. Held for a day: 28M of 40M.
  ["Nightly labels", "194.666667", "Fits tier 3. Batch queue binds first, at 1.4 times this traffic."],
  // 300,000 × 730 ÷ 24 requests; 500 × 0.01 = 5. Held for a day: 150M of 500M.
  ["Embeddings", "45.625000", "Fits tier 4. Batch queue binds first, at 3.3 times this traffic."],
  // 120 × 60 × 730 requests; 900 × 1.10 + 600 × 0.55 + 1,200 × 4.40 = 6,600.
  ["o1-mini as it was", "34689.600000", "Fits tier 5. Monthly usage binds first, at 5.8 times this traffic."],
  // 60 × 730 requests; 1,000 × 0.20 + 500 × 1.20 = 800.
  ["Blank", "35.040000", "Fits tier 1. Monthly usage binds first, at 2.9 times this traffic."],
] as const;

const scenarios = new Map<string, Scenario>(STARTS.map(({ name, scenario }) => [name, scenario]));

describe("starting points", () => {
  it("are these, and the first is what the page opens on", () => {
    expect([...scenarios.keys()]).toEqual(OPENS.map(([name]) => name));
    expect(STARTS[0]!.scenario).toBe(EXAMPLE);
  });

  it.each(OPENS)("%s costs $%s a month: %s", (name, month, says) => {
    const scenario = scenarios.get(name)!;
    const one = estimate(scenario);
    expect(toEstimateJson(one).cost.perMonthUsd).toBe(month);
    expect(plain(verdictText(verdictView(one)))).toBe(says);
    expect(one.fit.fits).toBe(true);
    expect(one.notes.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each([...scenarios])("%s is a scenario, and its link holds all of it", (_, scenario) => {
    expect(checkScenario(scenario)).toEqual({ scenario });
    expect(decodeLink(encodeLink(scenario).slice(1))).toEqual({ scenario, faults: [] });
  });

  it("are on models that were on sale on their day, and need no facts of one’s own", () => {
    for (const { asOf, workloads } of scenarios.values())
      for (const { model } of workloads) expect(isRetired(findModel(model)!, asOf), model).toBe(false);
  });
});

it("presets are on models on sale", () => {
  expect(PRESETS.filter(({ model }) => isRetired(findModel(model)!, EXAMPLE.asOf))).toEqual([]);
});
