import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { EXAMPLE, STARTS, type Scenario } from "@/lib/scenario";
import { batchView, fixesView } from "@/lib/view/plan";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const roomOf = (scenario: Scenario) => {
  const { heading, fixes } = fixesView(estimate(scenario));
  return [plain(heading), ...fixes.map(({ text, detail }) => plain(`${text} | ${detail}`))];
};

describe("what a tier still has room for", () => {
  it("is worked out backwards for the example: rate, reasoning, peak", () => {
    // 1,000 ÷ 546.624 × 20 = 36.588; (1,000 ÷ 876,000 × 10^6 − 120 − 24 − 300) ÷ 1.20 = 581.3;
    // 4,000,000 ÷ (20 × 3,800) = 52.6.
    expect(roomOf(EXAMPLE)).toEqual([
      "What tier 3 still has room for",
      "36.5 requests a minute | 1.8 times this traffic; then monthly usage is used up.",
      "581 reasoning tokens a request | 150 as entered.",
      "A busiest minute of 52 times the mean | 3 times as entered.",
    ]);
  });

  it("each answer fits, and one more does not", () => {
    const [, reasoning, peak] = fixesView(estimate(EXAMPLE)).fixes.map(({ scenario }) => scenario!);
    const fits = (scenario: Scenario, own: object) =>
      estimate({ ...scenario, workloads: [{ ...scenario.workloads[0]!, ...own }] }).fit.fits;
    expect([fits(reasoning!, {}), fits(reasoning!, { reasoningTokens: 582 })]).toEqual([true, false]);
    expect([fits(peak!, {}), fits(peak!, { peakToMean: 53 })]).toEqual([true, false]);
  });

  it("reasoning stays within the cap, and a batch has neither", () => {
    const [chat] = EXAMPLE.workloads;
    expect(roomOf({ ...EXAMPLE, workloads: [{ ...chat!, maxCompletionTokens: 500 }] })).toContain(
      "250 reasoning tokens a request | 150 as entered.",
    );
    const labels = STARTS.find(({ name }) => name === "Nightly labels")!.scenario;
    expect(roomOf(labels)).toEqual([
      "What tier 3 still has room for",
      "57,100 requests a day | 1.4 times this traffic; then batch queue is used up.",
    ]);
  });
});

it("what costs the same as entered is not compared with it", () => {
  const labels = (scenario: Scenario) => batchView(estimate(scenario)).rows.map(({ label }) => label);
  expect(labels(EXAMPLE)).toEqual(["As entered", "All in batch"]);
  expect(labels(STARTS[3]!.scenario)).toEqual(["All standard", "As entered"]);
});
