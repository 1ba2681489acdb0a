import { describe, expect, it } from "vitest";
import { planReport, REPORT_FORMATS } from "@/lib/export";
import { estimate } from "@/lib/estimate";
import { shareText } from "@/lib/view/names";
import { rangeNote, rangeView } from "@/lib/view/ranges";
import { plainText } from "@/lib/view/text";
import { scenarioOf } from "../../../support/make/checked";
import { UNSURE_BOT } from "../../../support/make/support-bot";

const bot = { ...UNSURE_BOT, name: "Bot" };
const estimateOf = (changes = {}, own = {}) =>
  estimate(
    scenarioOf({
      asOf: "2026-11-27",
      usageTier: 4,
      monthlyUsageLimitUsd: "60000",
      monthlyBudgetUsd: "40000",
      workloads: [{ ...bot, ...own }],
      ...changes,
    }),
  );
const viewOf = (changes = {}, own = {}) => rangeView(estimateOf(changes, own));
const sentence = ({ verdict }: ReturnType<typeof viewOf>) => `${plainText(verdict.lead)} ${plainText(verdict.rest)}`;
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("a share of cases", () => {
  it.each([
    [0, "no case"],
    [1, "all cases"],
    [0.909, "9 of 10"],
    [0.7649, "3 of 4"],
    [0.66, "2 of 3"],
    [0.5, "1 of 2"],
    [0.2, "2 of 10"],
    [0.97, "97 of 100"],
    [0.9993, "999 of 1,000"],
    [0.99999, "999 of 1,000"],
    [0.03, "3 of 100"],
    [0.0001, "1 of 1,000"],
  ])("%s is %s", (share, text) => expect(shareText(share)).toBe(text));

  it("is never all of them, or none, by rounding", () => {
    for (let share = 0.0005; share < 1; share += 0.0007) {
      const [count, of] = shareText(share).replace(",", "").split(" of ").map(Number) as [number, number];
      expect(count > 0 && count < of, `${share}: ${count} of ${of}`).toBe(true);
      expect(Math.abs(count / of - share)).toBeLessThan(0.051);
    }
  });
});

describe("the range of each workload’s cost", () => {
  const plain = { model: "gpt-5.6-terra", requests: 40, per: "minute", inputTokens: 2200 };

  it("is the month’s where it is the only one, and none without a range that moves cost", () => {
    expect(viewOf().workloads).toEqual([viewOf().month]);
    expect(viewOf({ workloads: [{ ...plain, ranges: { peakToMean: [2, 9] } }] }).workloads).toEqual([""]);
    expect(viewOf({ workloads: [plain] }).workloads).toEqual([""]);
  });

  it("is each one’s own: requests from 30 to 50 a minute cost as many fortieths", () => {
    const view = viewOf({ workloads: [{ ...plain, ranges: { requests: [30, 50] } }, plain, { ...bot }] });
    const cost = estimate(scenarioOf({ asOf: "2026-11-27", workloads: [plain] })).cost.perMonth!;
    const at = (requests: number) => (Number(cost.n) / Number(cost.d)) * (requests / 40);
    const [low, high] = view.workloads[0]!.split(" to ").map((text) => Number(text.replace(/[$,]/g, "")));
    expect(low! / at(30)).toBeCloseTo(1, 2);
    expect(high! / at(50)).toBeCloseTo(1, 2);
    expect(view.workloads[1]).toBe("");
    expect(view.workloads[2]).toMatch(/^\$16,[345]00 to \$55,[1234]00$/);
  });
});

describe("the verdict of ranges", () => {
  const view = viewOf();

  it("speaks in shares: the tier, the budget, what decides", () => {
    expect(spaced(sentence(view))).toBe(
      "Fits tier 4 in 9 of 10 cases. The $40,000 budget holds in 3 of 4 cases. Reasoning decides both.",
    );
    expect(view.verdict.tone).toBe("near");
    expect(spaced(view.verdict.asEntered)).toBe(
      "As entered: Fits tier 4. Monthly usage binds first, at 2.6 times this traffic.",
    );
    expect(view.context).toBe("Five inputs are ranges");
  });

  it("has titles with the range of the month, three digits each", () => {
    expect(spaced(view.title)).toBe("Fits tier 4 in 9 of 10 cases · $16,400 to $55,200 a month");
    expect(view.description).toContain("$16,400 to $55,200 a month.");
    expect(view.month).toBe("$16,400 to $55,200");
  });

  it("says what binds where there is no budget, and every case where all fit", () => {
    expect(spaced(sentence(viewOf({ monthlyBudgetUsd: undefined })))).toContain(
      "Monthly usage binds first in 8 of 10 cases.",
    );
    const all = viewOf(
      { usageTier: 5, monthlyUsageLimitUsd: undefined },
      { requests: 1, ranges: { requests: [1, 2] } },
    );
    expect(spaced(sentence(all))).toMatch(/^Fits tier 5 in all cases\./);
    expect(all.verdict.tone).toBe("ok");
  });

  it("says that no case fits, and that few do", () => {
    expect(spaced(sentence(viewOf({ monthlyUsageLimitUsd: "5000" })))).toMatch(/^Does not fit tier 4 in any case\./);
    const few = viewOf({ monthlyUsageLimitUsd: "20000" });
    expect(spaced(sentence(few))).toMatch(/^Fits tier 4 only in 2 of 10 cases\./);
    expect(few.verdict.tone).toBe("over");
  });

  it("is that of the estimate where a case cannot be told", () => {
    const own = { modelOverrides: [{ model: "mine", price: { input: "1", output: "2" } }] };
    expect(spaced(sentence(viewOf(own, { model: "mine" })))).toMatch(/^Cannot be told at tier 4\./);
  });

  it("names all that decide alike", () => {
    const alike = { inputTokens: [1000, 4000], visibleOutputTokens: [100, 400] };
    const price = { input: "1", output: "10" };
    const sizes = {
      model: "mine",
      inputTokens: 2000,
      cachedInputTokens: 0,
      visibleOutputTokens: 200,
      reasoningTokens: 0,
    };
    const limits = { rpm: 1e6, tpm: 1e9 };
    const own = viewOf({ modelOverrides: [{ model: "mine", price, limits }] }, { ...sizes, ranges: alike });
    expect(sentence(own)).toContain("Input and visible output decide");
  });

  it("names the workload where there are several", () => {
    const two = viewOf({ workloads: [bot, { ...bot, name: "Chat", ranges: undefined }] });
    expect(sentence(two)).toContain("Bot’s reasoning decides both.");
  });
});

describe("the figures and charts of ranges", () => {
  const { figures, months, cost, headroom, tiers } = viewOf();

  it("are large as entered, small p10 to p90", () => {
    expect(figures.map(({ label, remark }) => [label, remark])).toEqual([
      ["A month, 730 hours", "16,400 to 55,200"],
      ["A year", "197,000 to 663,000"],
      ["A day", "539 to 1,820"],
      ["Headroom", "1.03 to 3.34"],
      ["Binds first", "in 8 of 10, else tokens"],
    ]);
  });

  it("count 100 cases against budget and usage limit", () => {
    expect(months).toMatchObject({ drawn: true, within: 76, between: 16, over: 8 });
    expect(months).toHaveProperty("finding", "Most cases stay within $40,000; 8 of 100 pass the usage limit");
  });

  it("count what the budget holds where the usage limit is lower", () => {
    const { months: low } = viewOf({ monthlyUsageLimitUsd: "5000" });
    expect(low).toMatchObject({ within: 0, between: 0, over: 100, inBudget: 76 });
    expect(low).toHaveProperty("finding", "Most cases stay within $40,000; 100 of 100 pass the usage limit");
    const { months: all } = viewOf({ monthlyUsageLimitUsd: "5000", monthlyBudgetUsd: "1000000" });
    expect(all).toHaveProperty("finding", "All 100 cases stay within $1,000,000; 100 of 100 pass the usage limit");
  });

  it("sort swings of cost and of headroom each by itself", () => {
    if (!cost.drawn || !headroom.drawn) throw new Error("not drawn");
    expect(cost.bars.map(({ name }) => name)).toEqual(["Reasoning", "Requests", "Visible output", "Cached input"]);
    expect(headroom.bars.map(({ name }) => name)).toEqual([
      ...["Reasoning", "Requests", "Busiest minute", "Visible output", "Cached input"],
    ]);
    expect(cost.bars[0]).toMatchObject({
      range: "300 to 2,000 tokens",
      low: { at: "300", text: "$16,644" },
      high: { at: "2,000", text: "$52,385" },
    });
    expect(headroom.bars[2]).toMatchObject({ range: "2 to 9 times the mean", high: { at: "9×", text: "1.79×" } });
    expect(cost.finding).toBe("Reasoning moves the month’s cost from $16,644 to $52,385; nothing else half as much");
    expect(cost.table.rows.at(-1)!.slice(0, 3)).toEqual(["Busiest minute", "2×", "$22,951.20"]);
  });

  it("fill ten blocks only where every case fits", () => {
    expect(tiers.tiers.map(({ word, blocks }) => [word, blocks])).toEqual([
      ["never", 0],
      ["never", 0],
      ["never", 0],
      ["9 of 10", 9],
      ["999 of 1,000", 9],
    ]);
    expect(spaced(tiers.finding)).toBe("Tier 4 fits in 9 of 10 cases; tier 5 fits in 999 of 1,000 cases");
  });

  it("say what would draw them where a price is missing", () => {
    const own = { modelOverrides: [{ model: "mine", limits: { rpm: 500, tpm: 1e9 } }] };
    const unpriced = viewOf(own, { model: "mine" });
    expect(unpriced.months).toMatchObject({ drawn: false, remedy: "Enter your own price." });
    expect(unpriced.cost.drawn).toBe(false);
    expect(unpriced.month).toBeNull();
  });
});

describe("ranges elsewhere", () => {
  it("are explained under their field, and reasoning has measured ends", () => {
    const note = rangeNote("reasoningTokens", 600, [300, 2000]);
    expect(note.centre).toBe("centre 600");
    expect(note.meaning).toMatch(/^In 1 of 10 cases it is under 300, in 1 of 10 over 2,000 \(p10 to p90 of the mean/);
    expect(note.at).toBeCloseTo(0.365, 2);
    expect(note.presets.map(({ range }) => range)).toEqual([
      [680, 1640],
      [1220, 2510],
      [2510, 6890],
    ]);
    expect(rangeNote("requests", 40, [32, 50]).presets).toEqual([]);
  });

  it("go along in every export of Plan", () => {
    const own = estimateOf();
    const report = planReport(own, "https://headroom.example/?v=1", rangeView(own));
    expect(spaced(report.verdict.lead)).toBe("Fits tier 4 in 9 of 10 cases.");
    const csv = REPORT_FORMATS.csv.write(report);
    expect(csv).toMatch(/per_month_usd_p10/);
    expect(csv).toMatch(/workloads\.0\.reasoningTokens,300,2000,16644/);
    expect(REPORT_FORMATS.markdown.write(report)).toContain("999 of 1,000");
  });
});
