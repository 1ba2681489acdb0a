import { describe, expect, it } from "vitest";
import { trendOf, type UsageDay, type UsageReport } from "@/lib/usage";
import { reportOf } from "../../support/make/usage-report";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-01-01");

/** A report of so many days, each with its requests. */
function daily(count: number, requests: (day: number) => number): UsageReport {
  const days = Array.from({ length: count }, (_, index): UsageDay => ({
    day: new Date(FIRST + index * DAY_MS).toISOString().slice(0, 10),
    model: "gpt-4.1",
    serviceTier: "standard",
    requests: requests(index),
    inputTokens: 0,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
  }));
  return { ...reportOf([{ atMs: FIRST, model: "gpt-4.1", input: 1, output: 1 }]), dated: true, days };
}

/** A growth a month as one a day: a month is 365 ÷ 12 days. */
const perDay = (percent: number, day: number) => (1 + percent / 100) ** ((day * 12) / 365);

describe("the trend of a log", () => {
  it.each([8, 0, -20, 120])("of exactly %d % a month is that, and certain", (percent) => {
    const trend = trendOf(daily(90, (day) => 1000 * perDay(percent, day)))!;
    expect(trend.weeks).toBe(12);
    expect([trend.percentPerMonth, trend.low, trend.high].map((value) => Math.round(value * 1e6) / 1e6 + 0)).toEqual([
      percent,
      percent,
      percent,
    ]);
  });

  it("does not mind weekends, nor a first and a last day that are cut off", () => {
    const trend = trendOf(
      daily(72, (day) =>
        day === 0 || day === 71 ? 1 : (day % 7 < 5 ? 1000 : 100) * perDay(8, Math.floor(day / 7) * 7),
      ),
    )!;
    expect(trend.percentPerMonth).toBeCloseTo(8, 0);
  });

  it("has the ends that a textbook gives for the slope", () => {
    // Weeks of e^0, e^1, e^1, e^3, e^3 requests: slope 0.8, residual sum 0.8 over three degrees of freedom, Sxx 10.
    const weeks = [0, 1, 1, 3, 3];
    const { percentPerMonth, low, high } = trendOf(
      daily(37, (day) => Math.exp(weeks[Math.floor((day - 1) / 7)] ?? 0) / 7),
    )!;
    const perWeek = (percent: number) => Math.log(1 + percent / 100) / (365 / 12 / 7);
    expect(perWeek(percentPerMonth)).toBeCloseTo(0.8, 9);
    expect(perWeek(high) - perWeek(percentPerMonth)).toBeCloseTo(1.638 * Math.sqrt(0.8 / 3 / 10), 9);
    expect(perWeek(percentPerMonth) - perWeek(low)).toBeCloseTo(1.638 * Math.sqrt(0.8 / 3 / 10), 9);
  });

  it("begins a forecast at the level of the last week", () => {
    const { endToMean } = trendOf(daily(72, (day) => 2 ** Math.floor((day - 1) / 7)))!;
    // Ten weeks of 1, 2, 4 … 512: the last over the mean.
    expect(endToMean).toBeCloseTo(512 / (1023 / 10), 9);
  });

  it("is none of fewer than five whole weeks, of a week without requests, or without days", () => {
    expect(trendOf(daily(36, () => 10))).toBeNull();
    expect(trendOf(daily(37, () => 10))).not.toBeNull();
    expect(trendOf(daily(90, (day) => (day > 20 && day < 40 ? 0 : 10)))).toBeNull();
    expect(trendOf({ ...daily(90, () => 10), dated: false })).toBeNull();
    expect(trendOf(daily(0, () => 10))).toBeNull();
  });
});
