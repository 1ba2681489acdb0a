import { describe, expect, it } from "vitest";
import { MODELS } from "@/lib/catalogue";
import { estimate } from "@/lib/estimate";
import { planReport, REPORT_FORMATS } from "@/lib/export";
import { checkScenario } from "@/lib/scenario";
import { withoutFlexText } from "@/lib/view/models";
import { noteViews, verdictText } from "@/lib/view/estimate";
import { verdictView } from "@/lib/view/plan";

// A service tier that a model is not sold in; and what pages call the service tiers.

function estimateOf(workload: object, rest: object = {}) {
  const checked = checkScenario({
    usageTier: 4,
    ...rest,
    workloads: [{ requests: 1, per: "minute", inputTokens: 1000, visibleOutputTokens: 100, ...workload }],
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return estimate(checked.scenario);
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a service tier that a model is not sold in", () => {
  const flex = estimateOf({ model: "gpt-6.2-sol", serviceTier: "flex" });

  it("is said by the verdict and by a note, which leads back to standard", () => {
    expect(plain(verdictText(verdictView(flex)))).toBe(
      "Cannot be told at tier 4. gpt-6.2-sol is not sold in flex; choose another service tier.",
    );
    const note = noteViews(flex).find(({ fact }) => fact.includes("sold"))!;
    expect(note.fact).toBe("Workload 1: gpt-6.2-sol is not sold in flex.");
    expect(note.consequence).toBe(
      "OpenAI is winding flex down and refuses a service tier that a model lacks; the cost is unknown, not zero.",
    );
    expect(note.action).toMatchObject({ label: "Try standard" });
  });

  it("may have a price of one’s own, and is then asked for where it is missing", () => {
    const own = { modelOverrides: [{ model: "gpt-6.2-sol", price: { input: "1", output: "2" } }] };
    expect(plain(verdictText(verdictView(estimateOf({ model: "gpt-6.2-sol", serviceTier: "flex" }, own))))).toBe(
      "Cannot be told at tier 4. gpt-6.2-sol has no flex price; enter your own.",
    );
  });

  it("is known of each model on sale: of GPT-6.2, both", () => {
    expect(plain(withoutFlexText(MODELS))).toMatch(
      /^On sale without flex on 27 Nov 2026: gpt-6\.2-astra, gpt-6\.2-sol, .+\.$/,
    );
  });
});

it("priority is called Fast, in sentences as in the bill", () => {
  const fast = estimateOf({ name: "Chat", model: "gpt-5.6-luna", serviceTier: "priority" });
  expect(REPORT_FORMATS.markdown.write(planReport(fast, "/"))).toContain("| Chat | gpt-5.6-luna | Fast | 1 a minute |");
  expect(plain(verdictText(verdictView(estimateOf({ model: "gpt-5.4-nano", serviceTier: "priority" }))))).toBe(
    "Cannot be told at tier 4. gpt-5.4-nano is not sold in Fast; choose another service tier.",
  );
});
