import { describe, expect, it } from "vitest";
import { EXAMPLE } from "@/lib/scenario";
import type { UsageReport } from "@/lib/usage";
import { trendView } from "@/lib/view/import";
import { reportOf } from "../../../support/make/usage-report";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-01-01");
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

/** A report of so many days, each with its requests. */
function daily(count: number, requests: (day: number) => number): UsageReport {
  const log = [0, count - 1].map((day) => ({ atMs: FIRST + day * DAY_MS, model: "gpt-4.1", input: 1, output: 1 }));
  const report = reportOf(log);
  const [day] = report.days;
  return {
    ...report,
    days: Array.from({ length: count }, (_, index) => ({
      ...day!,
      day: new Date(FIRST + index * DAY_MS).toISOString().slice(0, 10),
      requests: requests(index),
    })),
  };
}

describe("the trend of a log on Import", () => {
  it("is a growth with its range, and three forecasts from the level at the log’s end", () => {
    const view = trendView(
      daily(90, (day) => 1000 * 1.08 ** ((day * 12) / 365) * (Math.floor(day / 7) % 2 ? 1.05 : 1)),
      EXAMPLE,
    )!;
    expect(plain(view.finding)).toMatch(
      /^Requests grow by [78](\.\d)? % a month, \d+(\.\d)? % to \d+(\.\d)? % in 8 of 10 cases$/,
    );
    const growths = view.attempts.map(({ scenario }) => scenario.growth!);
    expect(growths.map(({ months, tierFollows }) => [months, tierFollows])).toEqual([12, 12, 12].map((n) => [n, true]));
    const [trend, slow, fast] = growths.map(({ percentPerMonth }) => percentPerMonth);
    expect(slow!).toBeLessThan(trend!);
    expect(fast!).toBeGreaterThan(trend!);
    const requests = view.attempts[0]!.scenario.workloads[0]!.requests;
    expect(requests).toBeGreaterThan(EXAMPLE.workloads[0]!.requests);
  });

  it("is not clear where its range holds both more and less, and says so", () => {
    const view = trendView(
      daily(60, (day) => 1000 + (Math.floor(day / 7) % 2) * 300),
      EXAMPLE,
    )!;
    expect(view.finding).toMatch(/^No clear trend: /);
  });

  it("is too short below five whole weeks, and nothing for a single day", () => {
    expect(
      trendView(
        daily(20, () => 10),
        EXAMPLE,
      ),
    ).toMatchObject({ finding: "Too short for a trend", attempts: [] });
    expect(
      trendView(
        daily(1, () => 10),
        EXAMPLE,
      ),
    ).toBeNull();
  });
});
