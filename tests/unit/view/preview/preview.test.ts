import { describe, expect, test } from "vitest";
import { estimate } from "@/lib/estimate";
import { decodeLink } from "@/lib/link";
import { previewText, previewView } from "@/lib/view/preview";
import { STARTS } from "@/lib/scenario";

const AS_OF = "?v=1&asOf=2026-11-27";
const BOT = "gpt-5.6-terra+40/m+x3+i2200+c1500+v350+r600+k4000";
const view = (query: string) => previewView(estimate(decodeLink(query).scenario!));

describe("what the picture of a link says", () => {
  test.each([
    [
      "what does not fit, when its month is spent, and which tier fits",
      `&title=Support+bot&tier=4&w=Support+bot:${BOT}`,
      "Support bot: Does not fit tier 4. Monthly usage binds first: spent in 6.6 days. $22,951 a month, 0.22× headroom, tier 5 fits, 8.71×.",
    ],
    [
      "what fits, and how much of the limit is used",
      `&title=Support+bot&tier=5&w=Support+bot:${BOT}`,
      "Support bot: Fits tier 5. Monthly usage binds first. $22,951 a month, 8.71× headroom, 11.5 % of the limit.",
    ],
    [
      "with a budget, how much of that",
      `&tier=5&budget=40000&w=Support+bot:${BOT}`,
      "Support bot: Fits tier 5. Monthly usage binds first. $22,951 a month, 8.71× headroom, 57.4 % of the budget.",
    ],
    [
      "a rate that is too low, cents below a thousand dollars",
      "&tier=1&w=gpt-5.6-luna+900/m+x9+i10+v10",
      "gpt-5.6-luna: Does not fit tier 1. Requests a minute bind first: 16 times the limit. $551.88 a month, 0.062× headroom, tier 4 fits, 1.23×.",
    ],
    [
      "Free has no headroom",
      "&tier=free&w=gpt-5.6-luna+1/m+i100+v100",
      "gpt-5.6-luna: Does not fit Free. Not offered on Free. $6.13 a month, tier 1 fits, 16.3×.",
    ],
    [
      "what is not known is not said",
      "&tier=3&w=mine+1/m+i100+v100",
      "mine: Cannot be told at tier 3. A limit is not published. no price is known.",
    ],
    [
      "headroom in the limits that are known is the most there can be",
      "&tier=3&m=mine+i1+o1&w=mine+1/m+i100+v100",
      "mine: Cannot be told at tier 3. Of known limits, monthly usage binds first. $8.76 a month, 114.2× most headroom.",
    ],
    [
      "variants in a line: which is the cheapest that fits",
      `&title=Support+bot&tier=4&w=Support+bot:${BOT}&alt=On+luna:w0+on+gpt-5.6-luna&alt=Twice:w0+80/m`,
      "Support bot: Does not fit tier 4. Monthly usage binds first: spent in 6.6 days. B is the only one that fits, for $20,656.08 a month less. $22,951 a month, 0.22× headroom, tier 5 fits, 8.71×.",
    ],
    [
      "growth in a line: when it ends",
      `&tier=5&budget=40000&growth=8/24&w=Support+bot:${BOT}`,
      "Support bot: Fits tier 5. Monthly usage binds first. At 8 % a month: The $40,000 budget is passed on 24 August 2027. $22,951 a month, 8.71× headroom, 57.4 % of the budget.",
    ],
    [
      "ranges in shares, each figure with its own under it",
      `&tier=5&budget=30000&w=Support+bot:${BOT.replace("r600", "r300~2000")}`,
      "Support bot: Fits tier 5 in 999 of 1,000 cases. Monthly usage binds first. $26,630 16,600 to 52,400, 7.51× 3.82 to 12×, 6 of 10 in budget.",
    ],
    [
      "what can never run",
      "&tier=1&w=gpt-5.6-luna+1/d+i900000+v100000+k128000",
      "gpt-5.6-luna: Can never run. One request is too large. $16.42 a month, tier 2 fits, 30.4×.",
    ],
    [
      "from a million dollars three digits",
      "&tier=1&w=gpt-5.6-sol+900000/m+x9+i1000+v10",
      "gpt-5.6-sol: Does not fit tier 1. Monthly usage binds first: spent in 1.6 seconds. $166M a month, 0.0000006× headroom, no tier fits.",
    ],
  ])("%s", (_, query, said) => {
    expect(previewText(view(AS_OF + query)).replaceAll("\u00a0", " ")).toBe(said);
  });

  test("the bar has 100 % at four fifths, and is whole over it", () => {
    const bar = (tier: string) => view(`${AS_OF}&tier=${tier}&w=Support+bot:${BOT}`).bar;
    expect(bar("4")).toEqual({ width: 1, isOver: true });
    expect(bar("5")?.isOver).toBe(false);
    expect(bar("5")?.width).toBeCloseTo(0.8 * 0.114756, 6);
    expect(bar("free")).toBeNull();
  });

  test("every starting point has three figures at most, and no text is empty", () => {
    for (const { scenario } of STARTS) {
      const { title, verdict, about, figures } = previewView(estimate(scenario));
      expect([title, verdict, about, ...figures.flatMap(({ text, label }) => [text, label])]).not.toContain("");
      expect(figures.length).toBeLessThanOrEqual(3);
    }
  });

  test.each([
    ["Support bot", "Support bot"],
    ["Отвечающий бот Ελλάδα", "Отвечающий бот Ελλάδα"],
    ["a title that is somewhat longer than the line", "a title that is somewhat lo…"],
    ["Bot 🤖 für 日本 x", "Bot für x"],
    ["長い名前", "gpt-5.6-luna"],
  ])("the title %s is drawn as %s", (title, drawn) => {
    expect(view(`${AS_OF}&title=${encodeURIComponent(title)}&w=gpt-5.6-luna+1/d+i1`).title).toBe(drawn);
  });
});
