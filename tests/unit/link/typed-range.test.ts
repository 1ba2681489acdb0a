import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, parseMean, parsePerRate, parseTyped, parseTypedDecimal, readForm } from "@/lib/link";
import { meanChange } from "@/lib/scenario/ranges";

const reasoning = (text: string) => parseMean(text, "reasoningTokens");

describe("a typed mean", () => {
  it.each([
    ["300 to 2000", [300, 2000]],
    ["300 TO 2,000", [300, 2000]],
    ["300-2000", [300, 2000]],
    ["300–2000", [300, 2000]],
    ["0.3k — 2k tokens", [300, 2000]],
    ["1000 ± 20%", [800, 1200]],
    ["1k ± 200", [800, 1200]],
    ["1000 +/- 20 %", [800, 1200]],
  ])("reads %s as a range", (text, range) => {
    const typed = reasoning(text);
    expect("value" in typed && typed.value.range).toEqual(range);
  });

  it("stands for the middle, √(300 × 2,000) to three digits, or the number before the plus-minus", () => {
    expect(reasoning("300 to 2000")).toEqual({ value: { number: 775, range: [300, 2000] } });
    expect(reasoning("1000 ± 20%")).toEqual({ value: { number: 1000, range: [800, 1200] } });
  });

  it("reads one number as before", () => {
    expect(reasoning("1.5k tokens")).toEqual({ value: { number: 1500 } });
  });

  it.each([
    ["2000 to 300", /has no lower end first/],
    ["300 to 300", /has no lower end first/],
    ["0 to 300", /reaches 0; give a range that begins above 0/],
    ["1000 ± 100%", /reaches 0/],
    ["300 to many", /“300 to many” is not a number/],
    ["300 to 12,5", /could be 12.5 or 125/],
    ["$3 to 5", /an amount of money/],
  ])("says what is wrong with %s", (text, why) => {
    const typed = reasoning(text);
    expect("error" in typed && typed.error).toMatch(why);
  });

  it("keeps both ends within what the field accepts, and its number within another field", () => {
    expect(parseMean("0.5 to 3", "peakToMean")).toHaveProperty("error");
    const most = { max: 2000, because: "cached cannot exceed input, 2,000" };
    expect(parseMean("3000 to 5000", "cachedInputTokens", most)).toEqual({ error: most.because });
    expect(parseMean("1000 to 3000", "cachedInputTokens", most)).toHaveProperty("value");
  });

  it("reads a rate with its period", () => {
    expect(parsePerRate("32 to 50/min")).toEqual({ value: { requests: 40, range: [32, 50], per: "minute" } });
    expect(parsePerRate("32-50 rpm")).toEqual({ value: { requests: 40, range: [32, 50], per: "minute" } });
    expect(parsePerRate("20")).toEqual({ value: { requests: 20 } });
  });

  it("is refused by name where one number is asked for", () => {
    const cap = parseTyped("300 to 2000", "maxCompletionTokens");
    expect("error" in cap && cap.error).toMatch(/^“300 to 2000” is a range, and one number is asked for; give /);
    expect(parseTypedDecimal("5-10")).toHaveProperty("error", "“5-10” is a range, and one number is asked for");
  });
});

describe("entering a mean", () => {
  const ranges = { reasoningTokens: [300, 2000], requests: [32, 50] } as const;

  it("puts a range, keeps the number of the same one, and takes it away with one number", () => {
    expect(meanChange({ number: 40, ranges }, "requests", { number: 40, range: [30, 60] })).toEqual({
      requests: 40,
      ranges: { reasoningTokens: [300, 2000], requests: [30, 60] },
    });
    expect(
      meanChange({ number: 600, ranges }, "reasoningTokens", { number: 775, range: [300, 2000] }).reasoningTokens,
    ).toBe(600);
    const once = { number: 40, ranges: { requests: [32, 50] } } as const;
    expect(meanChange(once, "requests", { number: 41 })).toEqual({ requests: 41, ranges: undefined });
  });

  it("comes by a form without scripts, and back from its link", () => {
    const from = "/?v=1&asOf=2026-11-27&w=o1-mini+40/m+i2200+r600";
    const link = readForm([
      ["from", from],
      ["w0.reasoningTokens", "300 to 2,000"],
      ["w0.requests", "32 to 50"],
      ["w0.maxCompletionTokens", "3 to 5"],
    ]);
    const { scenario, faults } = decodeLink(link.slice(2));
    expect(scenario!.workloads[0]).toMatchObject({
      requests: 40,
      reasoningTokens: 775,
      ranges: { requests: [32, 50], reasoningTokens: [300, 2000] },
    });
    expect(faults).toHaveLength(1);
    const again = readForm([
      ["from", encodeLink(scenario!)],
      ["w0.requests", "40"],
      ["w0.reasoningTokens", "300 to 2,000"],
    ]);
    expect(decodeLink(again.slice(2)).scenario!.workloads[0]!.ranges).toEqual({ reasoningTokens: [300, 2000] });
  });
});
