import { describe, expect, it } from "vitest";
import { estimateByBody } from "@/lib/api";
import { alternatives, scenarioOn } from "@/lib/compare";
import { estimate, largestCap } from "@/lib/estimate";
import { toFixedText } from "@/lib/money";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { noteViews } from "@/lib/view/estimate";
import { fixesView } from "@/lib/view/plan";

function scenarioOf(workload: object, more: object = {}): Scenario {
  const checked = checkScenario({
    asOf: "2026-11-27",
    usageTier: 1,
    workloads: [{ model: "text-embedding-3-small", requests: 1000, per: "minute", inputTokens: 500, ...workload }],
    ...more,
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}
const codes = (scenario: Scenario) => estimate(scenario).notes.map(({ code }) => code);

describe("a model that takes input only", () => {
  it("costs its input: 1,000 requests a minute of 500 tokens are 21,900 million tokens a month, $438", () => {
    const { cost, fit, notes } = estimate(scenarioOf({}));
    expect(toFixedText(cost.perMonth!, 6)).toBe("438.000000");
    expect(toFixedText(cost.workloads[0]!.batchPerMonth!, 6)).toBe("219.000000");
    expect(cost.workloads[0]!.lineItems.map(({ item }) => item)).toEqual(["input"]);
    expect(notes.map(({ code }) => code)).toEqual(["usage-limit-exceeded"]);
    expect(fit.rates.fits).toBe(true);
  });

  it.each([
    ["text-embedding-3-small", "0.020000", "0.010000"],
    ["text-embedding-3-large", "0.130000", "0.065000"],
    ["text-embedding-ada-002", "0.100000", "0.050000"],
  ])("%s: a million tokens cost $%s, $%s in batch", (model, standard, batch) => {
    const [one] = estimate(scenarioOf({ model, requests: 1000, per: "month", inputTokens: 1000 })).cost.workloads;
    expect([toFixedText(one!.standardPerMonth!, 6), toFixedText(one!.batchPerMonth!, 6)]).toEqual([standard, batch]);
  });

  it("is charged its input, and that is no assumption", () => {
    expect(codes(scenarioOf({ requests: 1 }))).toEqual([]);
    const tpm = estimate(scenarioOf({})).limits.find(({ demand }) => demand.dimension === "tpm")!;
    expect([tpm.limit!.near, tpm.utilisation]).toEqual([1_000_000, 0.5]);
  });

  it.each([{ visibleOutputTokens: 1 }, { reasoningTokens: 1 }])(
    "has no price for output and never runs with it: %o",
    (output) => {
      const scenario = scenarioOf(output);
      const { cost, fit, notes } = estimate(scenario);
      expect([cost.perMonth, cost.perRequest, cost.workloads[0]!.batchPerMonth]).toEqual([null, null, null]);
      expect([fit.fits, fit.tiers.map(({ fits }) => fits)]).toEqual([false, Array(6).fill(false)]);
      expect(fit.tiers[1]!.reasons).toEqual(["exceeds-max-output"]);
      expect(notes.map(({ code }) => code)).toEqual(["exceeds-max-output"]);
      const action = noteViews(estimate(scenario))[0]!.action;
      expect(action && "scenario" in action && codes(action.scenario)).toEqual(["usage-limit-exceeded"]);
    },
  );

  it("what would make it fit is the request without output and cap", () => {
    const { heading, fixes } = fixesView(
      estimate(scenarioOf({ requests: 1, visibleOutputTokens: 300, maxCompletionTokens: 400 })),
    );
    expect([heading, fixes[0]!.text, fixes[0]!.fits]).toEqual([
      "What would make it fit",
      "Without output, which embeddings do not give",
      true,
    ]);
    expect(fixes[0]!.scenario!.workloads[0]).not.toHaveProperty("maxCompletionTokens");
  });

  it("says in the API what it takes, and null instead of an amount", () => {
    const body = JSON.stringify(scenarioOf({ name: "Docs", visibleOutputTokens: 300 }));
    const answer = estimateByBody({ bytes: new TextEncoder().encode(body) }, "", null);
    const { cost, notes } = JSON.parse(answer.body as string) as {
      cost: { perMonthUsd: null; workloads: { lineItems: { item: string; pricePerMTokUsd: string | null }[] }[] };
      notes: { message: string }[];
    };
    expect(answer.status).toBe(200);
    expect(cost.perMonthUsd).toBeNull();
    expect(cost.workloads[0]!.lineItems.map(({ item, pricePerMTokUsd }) => [item, pricePerMTokUsd])).toEqual([
      ["input", "0.02"],
      ["visible-output", null],
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      "Docs: text-embedding-3-small takes input only, and 300 output tokens are entered. It gives no output and has no price for any; the cost is unknown until they are taken out.",
    ]);
  });

  it("a cap is counted as entered, said, and taken out with one press", () => {
    const scenario = scenarioOf({ requests: 1, maxCompletionTokens: 400 });
    const all = estimate(scenario);
    expect(all.notes.map(({ code }) => code)).toEqual(["cap-exceeds-max-output"]);
    expect(largestCap(all, 0, 1)).toBe("any");
    const action = noteViews(all)[0]!.action;
    expect(action && "scenario" in action && action.scenario.workloads[0]!.maxCompletionTokens).toBeUndefined();
  });

  it("takes 8,192 tokens in one input and not one more", () => {
    expect(codes(scenarioOf({ requests: 1, inputTokens: 8192 }))).toEqual([]);
    expect(codes(scenarioOf({ requests: 1, inputTokens: 8193 }))).toEqual(["exceeds-context"]);
  });

  it("a request with a list of inputs may have 300,000, as a context window of one’s own", () => {
    const modelOverrides = [{ model: "text-embedding-3-small", contextWindow: 300_000 }];
    expect(codes(scenarioOf({ requests: 1, per: "hour", inputTokens: 300_000 }, { modelOverrides }))).toEqual([]);
  });

  it("a price of one’s own with output at 0 keeps the input’s", () => {
    const modelOverrides = [{ model: "text-embedding-3-small", price: { input: "0.01", output: "0" } }];
    expect(toFixedText(estimate(scenarioOf({}, { modelOverrides })).cost.perMonth!, 2)).toBe("219.00");
  });

  it("is compared with its own kind, and never stands for a model of text", () => {
    const models = (scenario: Scenario) => [...new Set(alternatives(scenario).map(({ model }) => model))];
    expect(models(scenarioOf({ requests: 1 }))).toEqual([
      "text-embedding-3-small",
      "text-embedding-3-large",
      "text-embedding-ada-002",
    ]);
    expect(models(scenarioOf({ model: "gpt-4.1", requests: 1 })).filter((id) => id.includes("embedding"))).toEqual([]);
  });

  it("beside a model of text, a comparison moves only the workloads of its kind", () => {
    const text = { model: "gpt-4.1", requests: 1, per: "minute", inputTokens: 500, visibleOutputTokens: 50 };
    const both = scenarioOf(
      {},
      { workloads: [text, { ...text, model: "text-embedding-3-small", visibleOutputTokens: 0 }] },
    );
    for (const one of alternatives(both)) {
      const [first, second] = scenarioOn(both, one, null).workloads;
      expect([first, second].map((each) => each!.model.includes("embedding"))).toEqual([false, true]);
      expect(one.codes).not.toContain("exceeds-max-output");
    }
  });
});
