import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { rangeOf } from "@/lib/ranges";
import { adviceOf } from "@/lib/compare";
import { holdsText, moveTo } from "@/lib/view/advice";
import { fixesView } from "@/lib/view/plan";
import { cheapestPickText, comparedPickText, pickText } from "@/lib/view/ranges";
import { scenarioOf } from "../../../support/make/checked";
import { SUPPORT_BOT } from "../../../support/make/support-bot";

const plain = (text: string | null) => text && text.replace(/[\u00a0\u202f]/g, " ");
const bot = (rest: object = {}, own: object = {}) =>
  scenarioOf({ asOf: "2026-11-27", usageTier: 4, ...rest, workloads: [{ ...SUPPORT_BOT, ...own }] });
const growth = (percentPerMonth: number, months: number) => ({ growth: { percentPerMonth, months } });
const RANGED = { ranges: { reasoningTokens: [300, 1500] } };

describe("how long what is advised holds", () => {
  const held = (rest: object) => plain(holdsText(moveTo(bot(rest), adviceOf(bot(rest)).cheapest!).scenario));

  it("is told to the month, with what stops it", () => {
    expect(held({})).toBeNull();
    expect(held(growth(1, 24))).toBe("holds for all 24 months");
    // 5,000 ÷ 2,295.12 is 2.18 times; 1.1^8 is 2.14, 1.1^9 2.36: spent 28 days into the month from 27 August.
    expect(held(growth(10, 24))).toBe("holds until September 2027, when monthly usage is used up");
    expect(held({ ...growth(10, 24), monthlyBudgetUsd: "3000" })).toBe(
      "holds until March 2027, when the budget is passed",
    );
    expect(held({ ...growth(10, 24), monthlyBudgetUsd: "10" })).toBe(
      "does not hold the first month, in which the budget is passed",
    );
  });
});

describe("how sure what is advised is", () => {
  it("is told in cases, as Plan would tell them once it is tried", () => {
    const scenario = bot(growth(10, 24), RANGED);
    const tried = moveTo(scenario, adviceOf(scenario).cheapest!).scenario;
    const share = rangeOf(tried).fitShare.find(({ usageTier }) => usageTier === 4)!.share!;
    expect([share > 0.5, share < 1]).toEqual([true, true]);
    expect(plain(pickText(tried))).toMatch(
      /^It fits tier 4 in \d+ of \d+ cases today; as entered it holds until \w+ 20\d\d, when monthly usage is used up\.$/,
    );
    expect(comparedPickText(scenario, {})).toBe(pickText(tried));
    expect(pickText(tried)).toContain(cheapestPickText(scenario));
    expect(comparedPickText(bot(), {})).toBe("");
  });

  it("stands with the model in what would make it fit", () => {
    const scenario = bot(growth(10, 24), RANGED);
    const [first] = fixesView(estimate(scenario), cheapestPickText(scenario)).fixes;
    expect(plain(first!.text)).toMatch(/^All on gpt-5\.6-luna, /);
    expect(plain(first!.detail)).toMatch(
      /Fits tier 4 in \d+ of \d+ cases today; as entered it holds until \w+ 20\d\d, when .*\.$/,
    );
  });
});
