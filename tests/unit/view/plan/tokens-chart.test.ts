import { describe, expect, test } from "vitest";
import { tokensChart, tokensPlot, type TokensChart } from "@/lib/view/plan/charts";
import { chat, estimateOf, example, nightly } from "../../../support/make/chart-scenarios";

function drawn(raw: object): TokensChart {
  const chart = tokensChart(estimateOf(raw));
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
}
const one = (workload: object, rest: object = {}) => ({ workloads: [{ ...chat, ...workload }], ...rest });
const acme = (limits: object) => ({
  modelOverrides: [{ model: "acme", limits }],
  workloads: [{ ...chat, model: "acme" }],
});

describe("the worked example", () => {
  const chart = drawn(example);
  const plot = tokensPlot(chart);

  test("says which tier the peak needs and how far the highest reaches", () => {
    expect(chart.finding).toBe(
      "o1-mini’s peak of 2.85M tokens a minute needs tier\u00a03; tier\u00a05 leaves room for 53 times",
    );
  });

  test("one pool shows its demand under every rule, the one in force first", () => {
    expect(chart.table).toEqual({
      head: [
        "Rule",
        "Mean",
        "Peak",
        "Tier\u00a01",
        "Tier\u00a02",
        "Tier\u00a03, in force",
        "Tier\u00a04",
        "Tier\u00a05",
      ],
      rows: [
        ["Prompt plus cap", "1.14M", "2.85M", "200K", "2M", "4M", "10M", "150M"],
        ["Larger of the two", "960K", "2.4M", "200K", "2M", "4M", "10M", "150M"],
        ["Actual use", "324K", "810K", "200K", "2M", "4M", "10M", "150M"],
      ],
    });
    expect(plot.rows[0]).toMatchObject({
      name: "Prompt plus cap",
      about: "in force",
      mean: 1_140_000,
      peak: 2_850_000,
      state: "fits",
      charge: null,
    });
    expect(plot.rows[0]!.marks.map(({ text, own }) => [text, own])).toEqual([
      ["tier\u00a01: 200K", false],
      ["tier\u00a02: 2M", false],
      ["tier\u00a03: 4M", true],
      ["tier\u00a04: 10M", false],
      ["tier\u00a05: 150M", false],
    ]);
  });
});

describe("findings", () => {
  test.each<[string, object, string]>([
    [
      "a lower tier would do",
      one({}, { usageTier: 5 }),
      "o1-mini’s peak of 2.85M tokens a minute fits tier\u00a03 already; tier\u00a05 leaves room for 53 times",
    ],
    [
      "the lowest tier will do",
      one({ requests: 1 }, { usageTier: 1 }),
      "o1-mini’s peak of 23.8K tokens a minute fits tier\u00a01, with room for 8.4 times as much",
    ],
    [
      "only the highest tier",
      one({ requests: 1000 }),
      "o1-mini’s peak of 23.8M tokens a minute needs tier\u00a05, with room for 6.3 times as much",
    ],
    [
      "no tier",
      one({ requests: 10_000, peakToMean: 2 }),
      "o1-mini’s peak of 190M tokens a minute is 1.3 times what tier\u00a05 holds",
    ],
    [
      "a request in 1,000 minutes under the limit",
      one({ requests: 399.999, peakToMean: 1, maxCompletionTokens: 8500 }),
      "o1-mini’s peak of 4M tokens a minute needs tier\u00a03; tier\u00a05 leaves room for 38 times",
    ],
    [
      "a limit met exactly fits",
      one({ requests: 400, peakToMean: 1, maxCompletionTokens: 8500 }),
      "o1-mini’s peak of 4M tokens a minute needs tier\u00a03; tier\u00a05 leaves room for 38 times",
    ],
    [
      "a request in 1,000 minutes over it",
      one({ requests: 400.001, peakToMean: 1, maxCompletionTokens: 8500 }),
      "o1-mini’s peak of 4M tokens a minute needs tier\u00a04; tier\u00a05 leaves room for 37 times",
    ],
    [
      "a custom model within its limit",
      acme({ tpm: 5_700_000 }),
      "acme’s peak of 2.85M tokens a minute fits its limit, with room for 2 times as much",
    ],
    [
      "a custom model past its limit",
      acme({ tpm: 1_425_000 }),
      "acme’s peak of 2.85M tokens a minute is 2 times what its limit holds",
    ],
    ["no limit known", acme({ rpm: 5 }), "acme’s peak of 2.85M tokens a minute meets no limit that is known"],
    [
      "Free",
      one({}, { usageTier: "free" }),
      "o1-mini’s peak of 2.85M tokens a minute needs tier\u00a03; tier\u00a05 leaves room for 53 times",
    ],
    [
      "one request is too large",
      one({ model: "o1", requests: 1, per: "hour", maxCompletionTokens: 65_536 }, { usageTier: 1 }),
      "One o1 request is charged 67,036 tokens, more than tier\u00a01 ever holds; tier\u00a02 does",
    ],
  ])("%s", (_, raw, finding) => {
    expect(drawn(raw).finding).toBe(finding);
  });
});

test("several pools stand in the order of their headroom, four in the plot and all in the table", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const chart = drawn({
    modelOverrides: ids.map((model, index) => ({ model, limits: { tpm: 3_000_000 + index * 1_000_000 } })),
    workloads: [chat, ...ids.map((model) => ({ ...chat, model }))],
  });
  expect(chart.rows.map(({ pool }) => pool)).toEqual(["a", "o1-mini", "b", "c", "d", "e"]);
  expect(chart.table.rows).toHaveLength(6);
  expect(tokensPlot(chart).rows).toHaveLength(4);
  expect(chart.units).toBe(
    "Tokens a minute, from the mean to the peak, prompt plus cap; against the limit of each tier; 2 more in the table",
  );
  expect(tokensPlot(chart).rows[0]!.marks).toEqual([
    { at: 3_000_000, text: "limit: 3M", shortText: "limit", own: true, rank: 0 },
  ]);
});

test("batch work asks for no tokens a minute", () => {
  expect(tokensChart(estimateOf({ workloads: [nightly] }))).toMatchObject({
    drawn: false,
    reason: "All work is in batch, which no tokens-a-minute limit counts",
  });
});

test("requests without tokens are drawn at no demand", () => {
  const chart = drawn(
    one(
      { inputTokens: 0, cachedInputTokens: 0, visibleOutputTokens: 0, reasoningTokens: 0 },
      { tokenAccounting: "actual" },
    ),
  );
  expect(chart.finding).toBe("o1-mini asks for no tokens");
  expect(tokensPlot(chart).rows[0]!.peak).toBe(0);
  expect(tokensPlot(chart).x.from).toBeGreaterThan(0);
});
