import { describe, expect, it } from "vitest";
import { estimate, type Estimate } from "@/lib/estimate";
import { decodePlanKey } from "@/lib/view/text";
import { workingOf } from "@/lib/view/working";
import { estimateOf } from "../../../support/make/checked";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const worked = estimate({ ...O1_MINI_EXAMPLE, monthlyBudgetUsd: "40000" });
const found = (key: string, one: Estimate) => {
  const decoded = decodePlanKey(key);
  return decoded && workingOf(decoded, one);
};
const of = (key: string) => found(key, worked)!;

describe("the working of the worked example", () => {
  it.each([
    ["w.0.input", "5,256,000 × 900 × $1.10 ÷ 1,000,000", "$5,203.44"],
    ["w.0.reasoning", "5,256,000 × 900 × $4.40 ÷ 1,000,000", "$20,813.76"],
    ["month", "$34,689.60 + $1,421.98", "$36,111.58"],
    ["u.1", "2,850,000 ÷ 4,000,000", "71.3 %"],
    ["u.0", "300 ÷ 5,000", "6 %"],
    ["u.1.1", "2,850,000 ÷ 200,000", "1,425 %"],
    ["charge.0", "1,500 + 8,000", "9,500"],
  ])("%s: %s = %s", (key, expression, value) => {
    const { result } = of(key);
    expect([plain(result.expression), plain(result.value)]).toEqual([expression, value]);
  });

  it.each([
    ["w.0.cached-input", "cached-input"],
    ["w.0.reasoning", "reasoning-is-output"],
    ["w.1.input", "batch-price"],
    ["u.0", "rpm-demand"],
    ["u.1", "tpm-charge-prompt-plus-cap"],
    ["u.2", "batch-queue"],
    ["u.3", "monthly-usage"],
    ["h.5", "headroom"],
    ["hours", "monthly-usage"],
    ["year", "month-730"],
  ])("%s goes by the rule %s, which has a source and a checked day", (key, rule) => {
    const working = of(key);
    expect(working.rule.id).toBe(rule);
    expect(plain(working.checkedOn)).toBe("27 Nov 2026");
    for (const { url } of working.sources) expect(url).toMatch(/^https:\/\//);
  });

  it("says whose a limit is", () => {
    const own = estimateOf({ ...O1_MINI_EXAMPLE, modelOverrides: [{ model: "o1-mini", limits: { tpm: 5_000_000 } }] });
    expect(found("u.1", own)!.steps.at(-1)).toEqual({ label: "Limit", expression: "your own", value: "5,000,000" });
  });

  it.each(["", "nothing", "w.9.input", "w.0.nothing", "u.9", "charge.9", "alt.none.standard", "w", "u.x"])(
    "%j is no figure (any more)",
    (key) => expect(found(key, worked)).toBeNull(),
  );
  it("without a budget there is none to work out, and within the month no hours", () => {
    expect(found("budget", estimate(O1_MINI_EXAMPLE))).toBeNull();
    expect(found("hours", estimate({ ...O1_MINI_EXAMPLE, usageTier: 5 }))).toBeNull();
  });
});
