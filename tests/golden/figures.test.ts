import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { checkScenario } from "@/lib/scenario";
import { batchView, billView, keyFigures, limitViews, tiersView, verdictView } from "@/lib/view/plan";
import { plainText, type Figure } from "@/lib/view/text";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

// Published arithmetic: what goes wrong without reasoning and caps, and the planner's worked example, figure by figure.

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const textOf = (shown: string | Figure) => (typeof shown === "string" ? shown : shown.text);

function estimateOf(workload: object, rest: object = {}) {
  const checked = checkScenario({
    ...rest,
    workloads: [
      { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000, visibleOutputTokens: 500, ...workload },
    ],
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return estimate(checked.scenario);
}

describe("what 1,000 input and 500 visible output tokens on o1-mini cost", () => {
  it.each([
    [0, "3.300000", "0.003300000000"],
    [2000, "12.100000", "0.012100000000"],
  ])("with %i reasoning tokens 1,000 requests cost $%s", (reasoningTokens, thousand, one) => {
    const { perRequestUsd, workloads } = toEstimateJson(estimateOf({ reasoningTokens })).cost;
    expect(workloads[0]!.perThousandRequestsUsd).toBe(thousand);
    expect(perRequestUsd).toBe(one);
  });
});

describe("how often such a request runs in a minute at tier 1", () => {
  it.each([
    [{}, 133],
    [{ reasoningTokens: 2000 }, 57],
    [{ reasoningTokens: 2000, maxCompletionTokens: 8000 }, 22],
    [{ reasoningTokens: 2000, maxCompletionTokens: 65_536 }, 3],
  ])("%o: %i times", (workload, times) => {
    const overTpm = (requests: number) =>
      estimateOf({ ...workload, requests }).notes.some(({ code }) => code === "tpm-exceeded");
    expect(overTpm(times)).toBe(false);
    expect(overTpm(times + 1)).toBe(true);
    expect(Math.floor(estimateOf(workload).limits[1]!.headroom!)).toBe(times);
  });

  it("8 times instead of 500 with 25,000 tokens reserved for the output", () => {
    const reserved = estimateOf({ inputTokens: 0, visibleOutputTokens: 500, maxCompletionTokens: 25_000 });
    expect(reserved.limits.map(({ demand, headroom }) => [demand.dimension, headroom]).slice(0, 2)).toEqual([
      ["rpm", 500],
      ["tpm", 8],
    ]);
  });
});

describe("a request too large to run, in the words of the planner", () => {
  it("o1 with the largest cap at tier 1", () => {
    const { lead, rest } = verdictView(estimateOf({ model: "o1", inputTokens: 1500, maxCompletionTokens: 65_536 }));
    expect(plain(`${plainText(lead)} ${plainText(rest)}`)).toMatch(
      /^Can never run\. One o1 request is charged 67,036 tokens; tier 1 holds 30,000\./,
    );
  });
});

describe("the worked example", () => {
  const worked = estimate(O1_MINI_EXAMPLE);

  it("costs this by year, day, thousand and one", () => {
    const [month, ...others] = keyFigures(worked);
    expect(month.figure.text).toBe("$36,111.58");
    expect(others.map(({ label, figure }) => [label, figure.text])).toEqual([
      ["A year", "$433,338.95"],
      ["A day", "$1,187.23"],
      ["1,000 requests", "$5.33"],
      ["A request, mean", "$0.005329"],
    ]);
  });

  it("costs this in batch", () => {
    const { heading, rows } = batchView(worked);
    expect(plainText(heading)).toBe("All in batch would save $16,477.56 a month");
    expect(rows.map(({ amount }) => amount.text)).toEqual(["$37,533.56", "$36,111.58", "$19,634.02"]);
  });

  it("has this bill, which adds up", () => {
    const { finding, workloads, total } = billView(worked);
    expect(plain(finding)).toBe("Reasoning is 59 % of the bill");
    expect(
      workloads.map(({ month, lines }) => [
        month.text,
        lines.map((line) => [line.millions, line.price, line.month.text].join(" × ")),
      ]),
    ).toEqual([
      [
        "$34,689.60",
        [
          "4,730.40 × 1.10 × $5,203.44",
          "3,153.60 × 0.55 × $1,734.48",
          "1,576.80 × 4.40 × $6,937.92",
          "4,730.40 × 4.40 × $20,813.76",
        ],
      ],
      ["$1,421.98", ["1,064.58 × 0.55 × $585.52", "76.04 × 2.20 × $167.29", "304.17 × 2.20 × $669.17"]],
    ]);
    expect(total.text).toBe("$36,111.58");
  });

  it("uses this of tier 3’s limits", () => {
    expect(
      limitViews(worked).map(({ dimension, utilisation, headroom, remark }) => [
        dimension,
        plain(utilisation.text),
        textOf(headroom),
        remark,
      ]),
    ).toEqual([
      ["monthly-usage", "3,611 %", "0.028×", "Binds first"],
      ["batch-queue", "87.5 %", "1.14×", "next to bind"],
      ["tpm", "71.3 %", "1.40×", null],
      ["rpm", "6 %", "16.7×", null],
    ]);
  });

  it("has this headroom at each tier", () => {
    const { heads, rows } = tiersView(worked);
    expect(heads.map(({ tier, fits, headroom, binds }) => [tier, fits, headroom.text, binds])).toEqual([
      [1, false, "0.0028×", "usage"],
      [2, false, "0.014×", "usage"],
      [3, false, "0.028×", "usage"],
      [4, false, "0.14×", "usage"],
      [5, true, "5.54×", "usage"],
    ]);
    expect(rows.map(({ cells }) => cells.map(({ utilisation }) => plain(utilisation.text)))).toEqual([
      ["36,112 %", "7,222 %", "3,611 %", "722.2 %", "18.1 %"],
      ["3,500 %", "1,750 %", "87.5 %", "3.5 %", "0.23 %"],
      ["1,425 %", "142.5 %", "71.3 %", "28.5 %", "1.9 %"],
      ["60 %", "6 %", "6 %", "3 %", "1 %"],
    ]);
  });
});
