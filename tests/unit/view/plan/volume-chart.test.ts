import { describe, expect, test } from "vitest";
import { volumeChart, volumePlot, volumeReadings, type VolumeChart } from "@/lib/view/plan/charts";
import { chat, estimateOf, example, nightly } from "../../../support/make/chart-scenarios";

function drawn(raw: object): VolumeChart {
  const chart = volumeChart(estimateOf(raw));
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
}

describe("the worked example", () => {
  const chart = drawn(example);
  const plot = volumePlot(chart);

  test("says how far the tier in force pays, and the one that does", () => {
    expect(chart.finding).toBe(
      "Tier\u00a03 pays for 2.8\u202f% of today’s traffic; tier\u00a05 until it grows 5.5 times",
    );
    expect(chart.source).toBe("OpenAI prices and usage tiers, checked 27\u00a0Nov\u00a02026");
  });

  test("the table holds every tier's limit and today", () => {
    expect(chart.table).toEqual({
      head: ["Point", "Traffic", "Cost a month", "The same all in batch"],
      rows: [
        ["Tier\u00a01’s limit", "0.28\u202f%", "$100.00", "$54.37"],
        ["Tier\u00a02’s limit", "1.4\u202f%", "$500.00", "$271.85"],
        ["Tier\u00a03’s limit, in force", "2.8\u202f%", "$1,000.00", "$543.70"],
        ["Tier\u00a04’s limit", "14\u202f%", "$5,000.00", "$2,718.52"],
        ["Today", "today’s", "$36,111.58", "$19,634.02"],
        ["Tier\u00a05’s limit", "5.5×", "$200,000.00", "$108,740.85"],
      ],
    });
  });

  test("stairs end on the line", () => {
    expect(plot.stairs.map(({ text, tone }) => [text, tone])).toEqual([
      ["tier\u00a01: 0.28\u202f%", "plain"],
      ["tier\u00a02: 1.4\u202f%", "plain"],
      ["tier\u00a03: 2.8\u202f%", "over"],
      ["tier\u00a04: 14\u202f%", "plain"],
      ["tier\u00a05: 5.5×", "ok"],
    ]);
    for (const { traffic, cost } of plot.stairs) expect(traffic * plot.today.cost).toBeCloseTo(cost, 6);
    expect(plot.today.text).toBe("today $36,111.58");
    expect(plot.otherName).toBe("all in batch");
  });

  test("axes hold today, every stair and both lines", () => {
    for (const { traffic, cost } of [...plot.stairs, { traffic: 1, cost: plot.today.cost }]) {
      expect(traffic > plot.x.from && traffic < plot.x.to && cost > plot.y.from && cost < plot.y.to).toBe(true);
    }
    for (const { other } of plot.points)
      expect(other === null || (other >= plot.y.from * 0.999999 && other <= plot.y.to * 1.000001)).toBe(true);
    expect(plot.x.ticks.map(({ label }) => label)).toEqual(["0.1\u202f%", "1\u202f%", "10\u202f%", "today", "10×"]);
    expect(plot.y.ticks.map(({ label }) => label)).toEqual(["$100", "$1k", "$10k", "$100k", "$1M"]);
  });

  test("a pointer reads round shares and multiples, exactly", () => {
    const readings = volumeReadings(chart, plot.x);
    expect(readings.find(({ x }) => x === 1)).toMatchObject({
      text: "Today’s traffic",
      detail: "$36,111.58 a month; all in batch $19,634.02",
    });
    expect(readings.find(({ x }) => x === 0.05)).toMatchObject({
      text: "5\u202f% of today’s traffic",
      detail: "$1,805.58 a month; all in batch $981.70",
    });
    expect(readings.find(({ x }) => x === 3)).toMatchObject({
      text: "3× today’s traffic",
      detail: "$108,334.74 a month; all in batch $58,902.06",
    });
  });
});

describe("findings", () => {
  const month = (usd: number, rest: object = {}) => ({
    modelOverrides: [{ model: "acme", price: { input: "1", output: "1" } }],
    workloads: [{ model: "acme", requests: usd, per: "month", inputTokens: 1_000_000 }],
    ...rest,
  });
  test.each<[string, object, string]>([
    [
      "one dollar under the limit",
      month(999),
      "Tier\u00a03 pays until traffic grows 1.001 times; tier\u00a04 until 5 times",
    ],
    ["at the limit", month(1000), "Tier\u00a03 pays for today’s traffic exactly; tier\u00a04 until 5 times"],
    [
      "one dollar over",
      month(1001),
      "Tier\u00a03 pays for 99.9\u202f% of today’s traffic; tier\u00a04 until it grows 5 times",
    ],
    [
      "past every tier",
      month(400_000),
      "Tier\u00a03 pays for 0.25\u202f% of today’s traffic; even tier\u00a05 only for 50\u202f%",
    ],
    [
      "past the highest tier, in force",
      month(400_000, { usageTier: 5 }),
      "Tier\u00a05 pays for 50\u202f% of today’s traffic, and it is the highest",
    ],
    ["the highest tier pays", month(100_000, { usageTier: 5 }), "Tier\u00a05 pays until traffic grows 2 times"],
    [
      "the highest tier pays, batch is cheaper",
      { usageTier: 5, workloads: [chat] },
      "Tier\u00a05 pays until traffic grows 5.8 times; all in batch until 11 times",
    ],
    ["Free", { ...example, usageTier: "free" }, "Tier\u00a05 pays until traffic grows 5.5 times"],
    [
      "own limit",
      month(1001, { monthlyUsageLimitUsd: "2002" }),
      "Tier\u00a03 pays until traffic grows 2 times; tier\u00a04 until 5 times",
    ],
  ])("%s", (_, raw, finding) => {
    expect(drawn(raw).finding).toBe(finding);
  });
});

test("all in batch already: the other line is all standard", () => {
  expect(volumePlot(drawn({ workloads: [nightly] })).otherName).toBe("all standard");
});

test("a missing price or a cost of 0 draws nothing", () => {
  expect(volumeChart(estimateOf({ asOf: "2024-06-01", workloads: [chat] }))).toMatchObject({
    drawn: false,
    reason: "o1-mini has no price, so its cost cannot be drawn",
  });
  expect(
    volumeChart(
      estimateOf({
        modelOverrides: [{ model: "free", price: { input: "0", output: "0" } }],
        workloads: [{ ...chat, model: "free" }],
      }),
    ),
  ).toMatchObject({ drawn: false, reason: "Nothing to pay, so no usage limit is ever spent" });
});

test.each([1e-3, 1e12])("extremes stay drawable: %d requests", (requests) => {
  const chart = drawn({
    workloads: [{ model: "o3-mini", requests, per: requests < 1 ? "month" : "second", inputTokens: 1 }],
  });
  const plot = volumePlot(chart);
  expect([plot.x.from, plot.x.to, plot.y.from, plot.y.to].every((value) => Number.isFinite(value) && value > 0)).toBe(
    true,
  );
  expect(plot.x.ticks.length).toBeGreaterThan(2);
  expect(plot.x.ticks.length).toBeLessThan(9);
  for (const { label } of [...plot.x.ticks, ...plot.y.ticks]) expect(label).not.toMatch(/\de[+-]?\d/);
  expect(volumeReadings(chart, plot.x).length).toBeGreaterThan(10);
});
