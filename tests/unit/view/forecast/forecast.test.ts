import { describe, expect, it } from "vitest";
import { continuedForecast, type Forecast } from "@/lib/forecast";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { verdictText } from "@/lib/view/estimate";
import {
  emptyForecast,
  eventViews,
  fitsView,
  forecastKeys,
  forecastTitle,
  forecastVerdict,
  monthsView,
} from "@/lib/view/forecast";
import { forecastCostChart, forecastLimitsChart } from "@/lib/view/forecast/charts";
import { plainText, type Figure } from "@/lib/view/text";
import { forecastWorkingOf } from "@/lib/view/working";
import { estimate } from "@/lib/estimate";

const BOT = {
  model: "gpt-5.6-terra",
  requests: 40,
  per: "minute",
  peakToMean: 3,
  inputTokens: 2200,
  visibleOutputTokens: 350,
  reasoningTokens: 600,
};
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

interface Given {
  readonly scenario?: Record<string, unknown>;
  readonly workload?: Record<string, unknown>;
  readonly percent?: number;
  readonly months?: number;
  readonly growth?: Record<string, unknown>;
}

function scenarioOf({ scenario = {}, workload = {}, percent = 8, months = 24, growth = {} }: Given) {
  const checked = checkScenario({
    asOf: "2026-11-27",
    usageTier: 5,
    workloads: [{ ...BOT, ...workload }],
    ...scenario,
    growth: { percentPerMonth: percent, months, ...growth },
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

function given(all: Given): Forecast {
  const scenario = scenarioOf(all);
  return continuedForecast(scenario, scenario.growth!);
}

const FOLLOWS: Given = { scenario: { usageTier: 4, monthlyBudgetUsd: "40000" }, growth: { tierFollows: true } };
const CASES: readonly (readonly [what: string, tone: string, sentence: string, all: Given])[] = [
  [
    "the tier follows, then the budget",
    "over",
    "Tier 4’s $5,000 is spent on 2 December. Tier 5 then holds, but the $40,000 budget is passed on 26 May 2027.",
    FOLLOWS,
  ],
  [
    "the budget alone",
    "over",
    "The $40,000 budget is passed on 26 May 2027. At 1.613 % a month all 24 months would hold.",
    { scenario: { monthlyBudgetUsd: "40000" } },
  ],
  [
    "a rate limit and then the budget",
    "over",
    "Tokens a minute are over tier 5’s limit from 27 April 2027 on. The $60,000 budget is passed on 23 September 2027.",
    {
      scenario: {
        monthlyBudgetUsd: "60000",
        modelOverrides: [{ model: "gpt-5.6-terra", limits: { tpm: 600_000 } }],
      },
      percent: 10,
      months: 12,
    },
  ],
  [
    "nothing",
    "ok",
    "Holds for all 24 months. At 2 % a month the bill reaches $43,651 in October 2028.",
    { percent: 2 },
  ],
  [
    "shrinking",
    "ok",
    "Holds for all 12 months. At −5 % a month the bill falls to $15,745 in October 2027.",
    {
      percent: -5,
      months: 12,
    },
  ],
  ["one month", "ok", "Holds for the month. It costs $27,682.", { months: 1 }],
  [
    "a shutdown",
    "near",
    "gpt-5-mini ends on 11 December. From then on gpt-6.1-terra, its successor; the month costs 2.8 times as much. Nothing else stops it in these 24 months.",
    { workload: { model: "gpt-5-mini", requests: 4 } },
  ],
  ["Free", "never", "Can never run. Free runs none of this.", { scenario: { usageTier: "free" }, months: 6 }],
  [
    "Free, and the tier follows",
    "over",
    "Free runs none of this. Tier 5 then holds to the end of the 6 months.",
    { scenario: { usageTier: "free" }, months: 6, growth: { tierFollows: true } },
  ],
  [
    "no limit known",
    "unknown",
    "Cannot be told at tier 5. A limit is not published; enter your own on Plan. At 20 % a month the bill reaches $2,994 in October 2027.",
    { workload: { model: "gpt-6-luna", visibleOutputTokens: 20, reasoningTokens: 0 }, percent: 20, months: 12 },
  ],
  [
    "over from the start",
    "over",
    "The $0 budget is passed on 27 November. The first month is over already, whatever the growth.",
    { scenario: { monthlyBudgetUsd: "0" }, months: 3 },
  ],
];

describe("the verdict of a forecast is a date", () => {
  it.each(CASES)("%s", (_, tone, sentence, all) => {
    const verdict = forecastVerdict(given(all));
    expect([verdict.tone, plain(verdictText(verdict))]).toEqual([tone, sentence]);
  });

  it("is the title of the page", () => {
    expect(forecastTitle(given(FOLLOWS)).title).toBe("Tier 4’s $5,000 is spent on 2 December");
    expect(forecastTitle(given({ ...FOLLOWS, scenario: { ...FOLLOWS.scenario, title: "Bot" } })).title).toMatch(
      /^Bot: /,
    );
  });

  it("says between which months the budget is passed in 8 of 10 cases", () => {
    const ranged = given({
      scenario: { monthlyBudgetUsd: "40000" },
      workload: { ranges: { reasoningTokens: [400, 1000] } },
    });
    expect(forecastVerdict(ranged).asides.map(plain)).toEqual([
      "The $40,000 budget holds in 96 of 100 cases in the first month and in no case in the last, of October 2028. In 8 of 10 cases it is first passed between 24 February 2027 and 27 July 2027.",
    ]);
    expect(forecastKeys(ranged)[1]!.remark).toBe("23,500 to 36,100");
  });
});

describe("what happens, in order", () => {
  const events = (all: Given, months = 36) => {
    const found = given(all);
    const further = continuedForecast(found.scenario, { ...found.growth, months });
    return eventViews(found, further).map(({ day, fact, detail }) => plain(`${day}: ${fact}. ${detail}`));
  };

  it("has the usage spent, the tier reached, the budget passed, and what would come after", () => {
    expect(events(FOLLOWS)).toEqual([
      "2 Dec 2026: Tier 4’s $5,000 monthly usage is spent. 5.49 days into a month of $27,682.",
      "27 Dec 2026: Tier 5 reached. $1,000 paid in all; usage limit $200,000.",
      "26 May 2027: The $40,000 budget is passed. 29.9 days into the month from 27 Apr 2027, which costs $40,673; the month before $37,661.",
      "25 Feb 2029: Tier 5’s $200,000 would be passed. Month 27, 2 months after this forecast ends.",
      "no day: No shutdown is announced for gpt-5.6-terra. ",
    ]);
  });

  it("names the successor of the model that ends, not of one that has ended", () => {
    const both = ["o4-mini", "gpt-5-mini"].map((model) => ({ model, requests: 4, per: "minute", inputTokens: 100 }));
    const { rest } = forecastVerdict(given({ scenario: { usageTier: 5, workloads: both }, months: 6 }));
    expect(plain(plainText(rest))).toMatch(/^From then on gpt-6\.1-terra, its successor; the month costs [\d.]+ times/);
  });

  it("offers the successor of a model that ends", () => {
    const found = given({ workload: { model: "gpt-5-mini", requests: 4 } });
    const [ends] = eventViews(found, found);
    expect([ends!.fact, ...ends!.attempts.map(({ label }) => label)]).toEqual([
      "gpt-5-mini ends",
      "Try gpt-6.1-terra",
      "Try gpt-5.6-luna",
    ]);
    expect(plain(ends!.detail)).toBe(
      "From then on gpt-6.1-terra, its successor, is counted. At today’s traffic: OpenAI names gpt-6.1-terra ($1,217.64 a month); the cheapest that fits is gpt-5.6-luna ($276.82).",
    );
    expect(ends!.attempts.map(({ scenario }) => [scenario.workloads[0]!.model, scenario.growth])).toEqual([
      ["gpt-6.1-terra", found.growth],
      ["gpt-5.6-luna", found.growth],
    ]);
  });

  it("tells a new price with old and new in one line", () => {
    expect(
      events({ scenario: { asOf: "2025-01-15" }, workload: { model: "o1-mini" }, percent: 3, months: 4 }, 4),
    ).toEqual([
      "31 Jan 2025: A new price of o1-mini begins. $31,536 a month of today’s traffic becomes $11,563, counted from 15 Feb 2025.",
    ]);
  });
});

describe("the growth that just fits", () => {
  it("may be tried, and so may a budget that is enough", () => {
    const { attempt, budget, rows } = fitsView(given(FOLLOWS));
    expect(plain(attempt!.label)).toBe("Try 1.613 % a month");
    expect(plain(budget!.label)).toBe("Budget for 8 %: $162,532");
    const tried = (scenario: Scenario) => continuedForecast(scenario, scenario.growth!);
    expect(tried(attempt!.scenario).months.some(({ isOverBudget }) => isOverBudget)).toBe(false);
    expect(tried(budget!.scenario).months.some(({ isOverBudget }) => isOverBudget)).toBe(false);
    expect(rows.map(({ name, isOver }) => [name, isOver])).toEqual([
      ["Budget", true],
      ["Monthly usage", false],
      ["Tokens a minute", false],
      ["Requests a minute", false],
    ]);
  });
});

describe("every figure of the page", () => {
  it.each(CASES)("has its working: %s", (_, __, ___, all) => {
    const found = given(all);
    const verdict = forecastVerdict(found);
    const figures = [
      ...[...verdict.lead, ...verdict.rest].filter(
        (piece): piece is Figure => typeof piece !== "string" && "work" in piece,
      ),
      ...forecastKeys(found).map(({ figure }) => figure),
      ...fitsView(found).rows.map(({ figure }) => figure),
      ...monthsView(found).rows.flatMap(({ requests, tier, cost, total, share, headroom }) =>
        [requests, tier, cost, total, share, headroom].filter((figure) => figure !== null),
      ),
    ];
    for (const { text, work } of figures) {
      const working = work.of === "forecast" ? forecastWorkingOf(work, found) : null;
      expect([text, working?.result.value]).not.toContain(undefined);
    }
  });

  it("ends in the figure: the month, in all, its share, its headroom", () => {
    const found = given(FOLLOWS);
    const result = (figure: "month" | "total" | "share" | "headroom" | "requests", at: number) => {
      const { expression, value } = forecastWorkingOf({ of: "forecast", figure, at }, found)!.result;
      return plain(`${expression} = ${value}`);
    };
    expect(result("month", 8)).toBe("$27,681.60 × 1.08^8 = $51,236.71");
    expect(result("total", 23)).toBe("$27,681.60 × ((1.08^24 − 1) ÷ (1.08 − 1)) = $1,848,155.36");
    expect(result("share", 8)).toBe("$27,681.60 × 1.08^8 ÷ $40,000 = 128.1 %");
    expect(result("headroom", 8)).toBe("$200,000 ÷ ($27,681.60 × 1.08^8) = 3.90×");
    expect(result("requests", 8)).toBe("40 × 1.08^8 = 74.0");
  });
});

describe("the charts", () => {
  it("say what they found, with every value in a table", () => {
    const found = given(FOLLOWS);
    const cost = forecastCostChart(found);
    const limits = forecastLimitsChart(found);
    if ("reason" in cost || "reason" in limits) throw new Error("not drawn");
    expect(cost.finding).toBe("Month 24 costs 5.9 times month 1; a straight line would say 2.8");
    expect(cost.table.rows).toHaveLength(24);
    expect(cost.tiers.map(({ from, to, tier }) => [from, to, tier])).toEqual([
      [0, 1, "4"],
      [1, 24, "5"],
    ]);
    expect(plain(limits.finding)).toBe("No rate limit comes near: tokens a minute reach 9.5 %");
    expect(limits.panels.map(({ name }) => name)).toEqual(["Monthly usage", "Tokens a minute", "Requests a minute"]);
  });

  it("draw a bill of nothing, and say why there is no curve without a price", () => {
    const none = given({ workload: { inputTokens: 0, visibleOutputTokens: 0, reasoningTokens: 0 }, percent: -90 });
    expect(forecastCostChart(none)).toMatchObject({ drawn: true, finding: "The bill is zero in every month" });
    const unpriced = given({ scenario: { asOf: "2026-10-01" }, workload: { model: "gpt-6.1-terra" }, months: 6 });
    expect(forecastCostChart(unpriced)).toMatchObject({ drawn: false });
    expect(monthsView(unpriced).finding).toMatch(/^No price in 1 of 6/);
  });
});

describe("before a growth is entered", () => {
  it("says how far today’s traffic may grow, and offers growths", () => {
    const { growth: _growth, ...scenario } = scenarioOf({ scenario: { usageTier: 5 } });
    const { lead, rest, starts } = emptyForecast(estimate(scenario));
    expect(plain(`${lead} ${plainText(rest)}`)).toBe(
      "Enter how fast this grows. A month of today’s traffic costs $27,681.60. At tier 5 it can grow to 7.2 times that before monthly usage stops it.",
    );
    expect(starts.map(({ label }) => plain(label))).toEqual([
      "3 % a month, 12 months",
      "8 % a month, 24 months",
      "20 % a month, 12 months",
    ]);
  });
});
