import { describe, expect, test } from "vitest";
import { capChart, capPlot, capReadings, capWorkload, type CapChart } from "@/lib/view/plan/charts";
import { chat, estimateOf, example, nightly } from "../../../support/make/chart-scenarios";

function drawn(raw: object, index = 0): CapChart {
  const chart = capChart(estimateOf(raw), index);
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
}
const one = (workload: object, rest: object = {}) => ({ workloads: [{ ...chat, ...workload }], ...rest });
const reason = (raw: object, index = 0) => {
  const chart = capChart(estimateOf(raw), index);
  return chart.drawn ? null : chart.reason;
};

describe("the worked example", () => {
  const chart = drawn(example);
  const plot = capPlot(chart);

  test("says what the cap in force leaves room for and where the peak stops fitting", () => {
    expect(chart.finding).toBe(
      "A cap of 8,000 leaves room for 421 requests a minute; past 11,833 the peak no longer fits",
    );
    expect(chart.units).toBe("Requests a minute that 4M TPM carries (o1-mini, tier\u00a03, prompt plus cap)");
    expect(chart.source).toBe("OpenAI limits, checked 27\u00a0Nov\u00a02026");
    expect(chart.largest).toBe(11_833);
  });

  test("the table holds the ends, the cap in force and the threshold under every rule", () => {
    expect(chart.table).toEqual({
      head: ["Cap", "Prompt plus cap, in force", "Larger of the two", "Actual use", "Peak of 300"],
      rows: [
        ["1,200", "1,481", "2,667", "1,481", "fits"],
        ["2,000", "1,143", "2,000", "1,481", "fits"],
        ["4,000", "727", "1,000", "1,481", "fits"],
        ["8,000, in force", "421", "500", "1,481", "fits"],
        ["11,833", "300", "338", "1,481", "fits"],
        ["16,000", "229", "250", "1,481", "does not fit"],
        ["32,000", "119", "125", "1,481", "does not fit"],
        ["65,536", "60", "61", "1,481", "does not fit"],
      ],
    });
  });

  test("the curve runs from the output to the model's maximum on few points", () => {
    expect(plot.points.length).toBeLessThanOrEqual(70);
    expect(plot.points[0]!.cap).toBe(1200);
    expect(plot.points.at(-1)!.cap).toBe(65_536);
    expect(plot.points[0]!.rates["prompt-plus-cap"]).toBeCloseTo(4_000_000 / 2700, 9);
    expect(plot.x.ticks.map(({ label }) => label)).toEqual(["1,200", "2k", "4k", "8k", "16k", "32k", "65,536"]);
    expect(plot.x.ticks.find(({ strong }) => strong)!.value).toBe(8000);
    expect(plot.y.ticks.map(({ label }) => label)).toEqual(["50", "100", "200", "500", "1,000", "2,000"]);
  });

  test("both zones meet where the curve crosses the peak, and only there", () => {
    const both = plot.points.filter(({ room, short }) => room && short);
    expect(both).toHaveLength(1);
    expect(both[0]!.cap).toBeCloseTo(11_833.333, 2);
    for (const { cap, room, short } of plot.points)
      expect([Boolean(room), Boolean(short)]).toEqual([cap <= both[0]!.cap, cap >= both[0]!.cap]);
  });

  test("labels", () => {
    expect(plot.today).toEqual({ cap: 8000, rate: 4_000_000 / 9500, text: "421 at a cap of 8,000" });
    expect(plot.threshold).toEqual({ cap: 11_833, rate: 300, text: "11,833" });
    expect([plot.peak.text, plot.mean!.text]).toEqual(["peak 300", "mean 120"]);
    expect(plot.names.actual).toBe("actual use: 1,481 whatever the cap");
    expect(plot.ceiling).toMatchObject({ at: 5000, beyond: "above" });
    expect(plot.never).toBeNull();
  });

  test("a pointer reads whole caps", () => {
    const readings = capReadings(chart);
    expect(readings.every(({ x }) => Number.isInteger(x))).toBe(true);
    expect(readings.at(-1)).toEqual({
      x: 65_536,
      y: 4_000_000 / 67_036,
      text: "A cap of 65,536",
      detail: "60 requests a minute; the peak does not fit",
    });
  });
});

describe("findings", () => {
  test.each<[string, object, string]>([
    [
      "one token under the threshold",
      one({ maxCompletionTokens: 11_832 }),
      "A cap of 11,832 leaves room for 300 requests a minute; past 11,833 the peak no longer fits",
    ],
    [
      "at the threshold",
      one({ maxCompletionTokens: 11_833 }),
      "A cap of 11,833 leaves room for 300 requests a minute; past 11,833 the peak no longer fits",
    ],
    [
      "one token over: never rounded up onto the peak it misses",
      one({ maxCompletionTokens: 11_834 }),
      "A cap of 11,834 leaves room for 299 requests a minute; the peak of 300 fits up to 11,833",
    ],
    [
      "any cap",
      one({ peakToMean: 1, requests: 1 }),
      "A cap of 8,000 leaves room for 421 requests a minute; the peak of 1 fits at any cap",
    ],
    [
      "no cap fits",
      one({ requests: 1000 }),
      "A cap of 8,000 leaves room for 421 requests a minute; no cap fits the peak of 2,500",
    ],
    [
      "no cap set",
      { workloads: [{ ...chat, maxCompletionTokens: undefined }].map(({ maxCompletionTokens: _, ...rest }) => rest) },
      "Without a cap there is room for 1,481 requests a minute; past 11,833 the peak no longer fits",
    ],
    [
      "larger of the two",
      one({}, { tokenAccounting: "larger-of" }),
      "A cap of 8,000 leaves room for 500 requests a minute; past 13,333 the peak no longer fits",
    ],
    [
      "actual use",
      one({}, { tokenAccounting: "actual" }),
      "Actual use leaves room for 1,481 requests a minute at any cap; the peak of 300 fits",
    ],
    [
      "requests bind first",
      one(
        {
          inputTokens: 20,
          cachedInputTokens: 0,
          visibleOutputTokens: 5,
          reasoningTokens: 0,
          maxCompletionTokens: 10,
          requests: 400,
        },
        { usageTier: 1 },
      ),
      "The peak of 1,000 is past the 500 requests a minute there are, whatever the cap",
    ],
    [
      "one request is too large",
      one({ model: "o1", maxCompletionTokens: 65_536, requests: 1, per: "hour", peakToMean: 1 }, { usageTier: 1 }),
      "One request is charged 67,036 tokens; tier\u00a01 holds 30,000",
    ],
    [
      "it is one request that ends there",
      one({ model: "o1", maxCompletionTokens: 8000, requests: 1, per: "hour", peakToMean: 1 }, { usageTier: 1 }),
      "A cap of 8,000 leaves room for 3.2 requests a minute; past 28,500 one request is charged more than tier\u00a01 holds",
    ],
  ])("%s", (_, raw, finding) => {
    expect(drawn(raw).finding).toBe(finding);
  });

  test("other workloads of the pool leave what they do not take at their peak", () => {
    const chart = drawn({ workloads: [chat, { ...chat, name: "Second", requests: 60, peakToMean: 1 }] });
    // 4,000,000 − 60 × 9,500 = 3,430,000; ÷ 9,500 = 361.05; 3,430,000 ÷ 300 − 1,500 = 9,933.3
    expect(chart.finding).toBe(
      "A cap of 8,000 leaves room for 361 requests a minute; past 9,933 the peak no longer fits",
    );
    expect(chart.units).toBe(
      "Requests a minute that 4M TPM carries beside the other workload (Support chat, o1-mini, tier\u00a03, prompt plus cap)",
    );
  });
});

test.each<[string, object, string]>([
  ["batch", { workloads: [nightly] }, "Batch work waits in a queue: no cap changes its throughput"],
  ["Free", one({}, { usageTier: "free" }), "o1-mini is not offered on Free"],
  [
    "no known limit",
    one({ model: "acme" }, { modelOverrides: [{ model: "acme" }] }),
    "No tokens-a-minute limit of acme is known",
  ],
  [
    "an answer longer than the model gives",
    one({ reasoningTokens: 70_000 }),
    "One answer takes 70,300 tokens; o1-mini gives at most 65,536",
  ],
  [
    "even the least cap is too much",
    one({ inputTokens: 100_000, requests: 1, per: "hour", model: "o1" }, { usageTier: 1 }),
    "One request is charged at least 101,200 tokens; tier\u00a01 holds 30,000",
  ],
  [
    "nothing is charged",
    one(
      { inputTokens: 0, cachedInputTokens: 0, visibleOutputTokens: 0, reasoningTokens: 0 },
      { tokenAccounting: "actual" },
    ),
    "A request without tokens is charged nothing",
  ],
  [
    "no room beside the others",
    { workloads: [chat, { ...chat, requests: 1000 }] },
    "The other workloads take all of o1-mini’s tokens a minute at their peak",
  ],
])("there is no chart: %s", (_, raw, expected) => {
  expect(reason(raw)).toBe(expected);
});

describe("extremes stay drawable", () => {
  test.each<[string, object]>([
    ["one request a month", one({ requests: 1, per: "month", peakToMean: 1 })],
    ["a trillion a second", one({ requests: 1e12, per: "second", peakToMean: 1000 })],
    ["no tokens at all", one({ inputTokens: 0, cachedInputTokens: 0, visibleOutputTokens: 0, reasoningTokens: 0 })],
    ["an output with decimals", one({ visibleOutputTokens: 300.125 })],
    ["a cap past the maximum", one({ maxCompletionTokens: 1_000_000 })],
    ["a cap under the output", one({ maxCompletionTokens: 3 })],
    [
      "a tiny limit",
      one(
        {
          model: "acme",
          maxCompletionTokens: 20,
          inputTokens: 0.5,
          cachedInputTokens: 0,
          visibleOutputTokens: 1,
          reasoningTokens: 0,
        },
        { modelOverrides: [{ model: "acme", limits: { tpm: 30, rpm: 0.001 }, maxOutputTokens: 2 }] },
      ),
    ],
    ["all rules alike", one({ inputTokens: 0, cachedInputTokens: 0 }, { tokenAccounting: "larger-of" })],
  ])("%s", (_, raw) => {
    const plot = capPlot(drawn(raw));
    const numbers = [
      plot.x.from,
      plot.x.to,
      plot.y.from,
      plot.y.to,
      ...plot.points.flatMap(({ cap, rates, room, short }) => [
        cap,
        ...Object.values(rates).filter((rate) => rate !== null),
        ...(room ?? []),
        ...(short ?? []),
      ]),
    ];
    expect(numbers.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
    expect(plot.x.to).toBeGreaterThan(plot.x.from);
    expect(plot.y.to).toBeGreaterThan(plot.y.from);
    expect(plot.points.length).toBeLessThanOrEqual(70);
    expect(plot.points.map(({ cap }) => cap)).toEqual(plot.points.map(({ cap }) => cap).toSorted((a, b) => a - b));
  });
});

test("a chart starts with the standard workload that weighs most and has room", () => {
  expect(capWorkload(estimateOf({ workloads: [nightly, { ...chat, requests: 10 }, chat] }))).toBe(2);
  expect(capWorkload(estimateOf({ workloads: [{ ...chat, model: "o1" }, { ...chat, model: "o1" }, chat] }))).toBe(2);
});
