import { describe, expect, it } from "vitest";
import { forecastByBody, forecastByLink } from "@/lib/api";
import type { ForecastJson } from "@/lib/api/schema";
import { forecastSchema } from "@/lib/api/schema";

const SCENARIO = {
  asOf: "2026-11-27",
  usageTier: 4,
  monthlyBudgetUsd: "40000",
  workloads: [
    {
      name: "Support bot",
      model: "gpt-5.6-terra",
      requests: 40,
      per: "minute",
      peakToMean: 3,
      inputTokens: 2200,
      visibleOutputTokens: 350,
      reasoningTokens: 600,
    },
  ],
  growth: { percentPerMonth: 8, months: 24, tierFollows: true },
};

function posted(body: unknown, query = "") {
  const { status, body: text } = forecastByBody({ bytes: new TextEncoder().encode(JSON.stringify(body)) }, query);
  return { status, json: JSON.parse(text!) as ForecastJson & { error: { issues: unknown[] } } };
}

describe("POST /api/v1/forecast", () => {
  it("answers a row a month, as its schema says", () => {
    const { status, json } = posted(SCENARIO);
    expect(status).toBe(200);
    expect(forecastSchema.safeParse(json).error?.issues ?? []).toEqual([]);
    expect(Object.keys(json)).toEqual(["scenario", "link", "catalogue", "rows", "growthThatFits", "continued"]);
    expect(Object.keys(json.rows[0]!)).toEqual([
      "month",
      "from",
      "usageTier",
      "perMonthUsd",
      "cumulativeUsd",
      "fits",
      "bindsFirst",
      "limits",
      "events",
    ]);
    expect(json.rows).toHaveLength(24);
    // 40 × 43,800 × (2,200 × $2 + 950 × $12) ÷ 1,000,000
    expect([json.rows[0]!.perMonthUsd, json.rows[0]!.usageTier, json.rows[1]!.usageTier]).toEqual([
      "27681.600000",
      4,
      5,
    ]);
    expect(json.rows[1]!.perMonthUsd).toBe("29896.128000");
    expect(json.link).toMatch(/^\/forecast\?v=1&asOf=2026-11-27&tier=4/);
  });

  it("tells events with the codes and paths of notes, in words", () => {
    const { json } = posted(SCENARIO);
    const events = json.rows.flatMap(({ month, events: all }) => all.map((event) => [month, event.code, event.path]));
    expect(events).toEqual([
      [0, "usage-limit-exceeded", "limits.account.monthly-usage"],
      [5, "budget-exceeded", "monthlyBudgetUsd"],
    ]);
    expect(json.rows[5]!.events[0]!.message.replaceAll("\u00a0", " ")).toBe(
      "The $40,000 budget is passed. 29.9 days into the month from 27 Apr 2027, which costs $40,673; the month before $37,661.",
    );
  });

  it("has p10, p50 and p90 beside the amount where a field is a range", () => {
    const [workload] = SCENARIO.workloads;
    const { json } = posted({ ...SCENARIO, workloads: [{ ...workload, ranges: { reasoningTokens: [400, 1000] } }] });
    expect(forecastSchema.safeParse(json).error?.issues ?? []).toEqual([]);
    const [first, second] = json.rows.map(({ perMonthUsd }) => perMonthUsd as { p10: string; p90: string });
    // The ends of the range itself: all else is certain.
    expect(Number(first!.p10)).toBeCloseTo(40 * 43_800 * (2200 * 2 + 750 * 12) * 1e-6, -2);
    expect(Number(first!.p90)).toBeCloseTo(40 * 43_800 * (2200 * 2 + 1350 * 12) * 1e-6, -2);
    expect(Number(second!.p90)).toBeCloseTo(Number(first!.p90) * 1.08, 4);
  });

  it("keeps its rows on a model that ends, and goes on with the successor beside them", () => {
    const [workload] = SCENARIO.workloads;
    const ending = { ...SCENARIO, monthlyBudgetUsd: "10000", growth: { percentPerMonth: 0, months: 3 } };
    const { json } = posted({ ...ending, workloads: [{ ...workload, model: "gpt-5-mini" }] });
    expect(forecastSchema.safeParse(json).error?.issues ?? []).toEqual([]);
    // 40 × 43,800 × (2,200 × $0.25 + 950 × $2) ÷ 1,000,000, in every month.
    expect(json.rows.map(({ perMonthUsd }) => perMonthUsd)).toEqual(["4292.400000", "4292.400000", "4292.400000"]);
    const { changes, endsOn, rows } = json.continued!;
    expect([changes, endsOn]).toEqual([
      [{ on: "2026-12-11", model: "gpt-5-mini", successor: "gpt-6.1-terra", goesOn: true }],
      null,
    ]);
    const next = posted({ ...ending, asOf: "2026-12-27", workloads: [{ ...workload, model: "gpt-6.1-terra" }] });
    expect(rows.slice(1).map(({ perMonthUsd }) => perMonthUsd)).toEqual(
      next.json.rows.slice(0, 2).map(({ perMonthUsd }) => perMonthUsd),
    );
    // 336 of the 730 hours at the old price.
    const [before, after] = [Number(json.rows[0]!.perMonthUsd), Number(rows[1]!.perMonthUsd)];
    expect(Number(rows[0]!.perMonthUsd)).toBeCloseTo((before * 336 + after * 394) / 730, 5);
    expect(rows[0]!.events.map(({ code, path }) => [code, path])).toEqual([
      ["usage-limit-exceeded", "limits.account.monthly-usage"],
      ["model-retires", "workloads.0.model"],
    ]);
  });

  it("has no second rows where no model ends", () => {
    expect(posted(SCENARIO).json.continued).toBeNull();
  });

  it("refuses a scenario without growth, a bad growth, and a query beside the body", () => {
    const { growth: _growth, ...without } = SCENARIO;
    expect(posted(without)).toMatchObject({ status: 422, json: { error: { issues: [{ path: "growth" }] } } });
    expect(posted({ ...SCENARIO, growth: { percentPerMonth: 8, months: 37 } })).toMatchObject({
      status: 422,
      json: { error: { issues: [{ path: "growth.months" }] } },
    });
    // Days have four digits of a year.
    expect(posted({ ...SCENARIO, asOf: "9998-01-31", growth: { percentPerMonth: 8, months: 24 } }).status).toBe(200);
    expect(posted({ ...SCENARIO, asOf: "9998-02-01", growth: { percentPerMonth: 8, months: 24 } })).toMatchObject({
      status: 422,
      json: { error: { issues: [{ path: "growth.months" }] } },
    });
    expect(posted(SCENARIO, "?format=csv")).toMatchObject({
      status: 422,
      json: { error: { issues: [{ path: "format" }] } },
    });
    expect(forecastByBody({ bytes: new TextEncoder().encode("{") }, "").status).toBe(400);
    expect(forecastByLink("v=1&w=gpt-4.1+1/m+i100&colour=red").status).toBe(422);
  });
});
