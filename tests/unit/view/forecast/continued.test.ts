import { describe, expect, it } from "vitest";
import { continuedForecast, type Forecast } from "@/lib/forecast";
import { rangeOf } from "@/lib/ranges";
import { checkScenario } from "@/lib/scenario";
import { verdictText } from "@/lib/view/estimate";
import { eventViews, fitsView, forecastKeys, forecastVerdict, growthHint, monthsView } from "@/lib/view/forecast";
import { forecastCostChart, forecastLimitsChart } from "@/lib/view/forecast/charts";
import { inCases } from "@/lib/view/names";
import { plainText, type Figure } from "@/lib/view/text";
import { forecastWorkingOf } from "@/lib/view/working";

const HELP = { requests: 2, per: "minute", peakToMean: 3, inputTokens: 1200, visibleOutputTokens: 971 };
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

function given(workload: Record<string, unknown>, changes: Record<string, unknown>, growth: object): Forecast {
  const checked = checkScenario({
    asOf: "2026-11-27",
    usageTier: 5,
    workloads: [{ ...HELP, ...workload }],
    growth: { percentPerMonth: 10, months: 12, ...growth },
    ...changes,
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return continuedForecast(checked.scenario, checked.scenario.growth!);
}

const costChart = (forecast: Forecast) => {
  const chart = forecastCostChart(forecast);
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
};
const limitsChart = (forecast: Forecast) => {
  const chart = forecastLimitsChart(forecast);
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
};

describe("a model that ends and is followed", () => {
  const found = given({ model: "gpt-5-mini" }, { usageTier: 1, monthlyBudgetUsd: "200" }, {});

  it("leads the title, with what goes on and what stops that", () => {
    const verdict = forecastVerdict(found);
    expect([verdict.tone, plain(verdictText(verdict))]).toEqual([
      "near",
      "gpt-5-mini ends on 11 December. From then on gpt-6.1-terra, its successor; the month costs 2.7 times as much. Tier 1’s $100 is spent on 11 December.",
    ]);
    expect(plain(forecastKeys(found)[1]!.remark!)).toBe("14 days of gpt-5-mini, then gpt-6.1-terra");
  });

  it("is drawn on its day: the curve steps there, and so do the limits", () => {
    const { pieces, ends, finding, readings, x } = costChart(found);
    // 14 of the 30 days from 27 November.
    expect(ends.map(({ x: at, text }) => [at, plain(text)])).toEqual([
      [14 / 30, "gpt-5-mini ends 11 Dec 2026, then gpt-6.1-terra"],
    ]);
    expect(pieces.map((points) => [points[0]!.x, points.at(-1)!.x])).toEqual([
      [0, 14 / 30],
      [14 / 30, 11],
    ]);
    expect(pieces[1]![0]!.usd / pieces[0]![1]!.usd).toBeCloseTo(2.7, 1);
    expect([x.to, x.ticks.map(({ value }) => value)]).toEqual([12, [0, 3, 6, 9, 12]]);
    expect(plain(finding)).toBe(
      "By month 12 a month costs 7.7 times as much as now: requests 2.9 times, and gpt-6.1-terra costs 2.7 times gpt-5-mini",
    );
    expect(growthHint(found.growth)).toBe("2.9× at end");
    expect(plain(readings[0]!.detail!)).toMatch(/^14 days of gpt-5-mini, then gpt-6.1-terra; tier 1;/);
    const tokens = limitsChart(found).panels[1]!;
    expect([tokens.name, tokens.about, tokens.used.length]).toEqual([
      "Tokens a minute",
      "gpt-5-mini, then gpt-6.1-terra",
      2,
    ]);
  });

  it("is noted in its month, with the day the budget is passed", () => {
    expect(monthsView(found).rows.map(({ note }) => note && plain(note))).toEqual([
      "budget passed 17 Dec; gpt-6.1-terra from 11 Dec",
      ...Array.from({ length: 11 }, () => null),
    ]);
    expect(fitsView(found).rows.map(({ name }) => name)).toEqual([
      "Budget",
      "Monthly usage",
      "Tokens a minute",
      "Requests a minute",
    ]);
  });

  it("has the working of every figure, by the hours of each part", () => {
    const figures = [
      ...[...forecastVerdict(found).lead, ...forecastVerdict(found).rest].filter(
        (piece): piece is Figure => typeof piece !== "string" && "work" in piece,
      ),
      ...forecastKeys(found).map(({ figure }) => figure),
      ...fitsView(found).rows.map(({ figure }) => figure),
      ...monthsView(found).rows.flatMap(({ cost, total, share, headroom }) =>
        [cost, total, share, headroom].filter((figure) => figure !== null),
      ),
    ];
    for (const { text, work } of figures) {
      const working = work.of === "forecast" ? forecastWorkingOf(work, found) : null;
      expect([text, working?.result.value]).not.toContain(undefined);
    }
    const { result } = forecastWorkingOf({ of: "forecast", figure: "month", at: 0 }, found)!;
    expect(plain(`${result.expression} = ${result.value}`)).toBe(
      "$196.3992 × 336 ÷ 730 + $530.418 × 394 ÷ 730 = $376.68",
    );
  });
});

describe("a model that ends with nothing named", () => {
  const found = given({ model: "gpt-5.1" }, { monthlyBudgetUsd: "90000" }, { months: 24 });

  it("ends the forecast: the title says what to do, the figures stop on that day", () => {
    const verdict = forecastVerdict(found);
    expect([verdict.tone, plain(verdictText(verdict))]).toEqual([
      "unknown",
      "Cannot be told from 1 April 2027 on. gpt-5.1 ends and no successor is named; choose one.",
    ]);
    const [all, , last] = forecastKeys(found);
    expect([plain(all!.label), plain(last!.remark!)]).toEqual(["To 1 Apr 2027 in all", "5 days, until gpt-5.1 ends"]);
    const { pieces, finding } = costChart(found);
    expect([pieces.length, pieces[0]!.at(-1)!.x]).toEqual([1, 4 + 5 / 31]);
    expect(plain(finding)).toBe("gpt-5.1 ends on 1 Apr 2027, and nothing is named to go on with");
    const [ends] = eventViews(found, found);
    expect(plain(ends!.detail)).toMatch(/^No successor is named; choose one: this forecast ends here\. At today’s/);
    expect(plain(monthsView(found).finding)).toBe("All 5 months within the budget");
  });
});

describe("shares of cases on Forecast and on Plan", () => {
  const workload = {
    model: "gpt-5.6-terra",
    requests: 40,
    ranges: { requests: [32, 50], visibleOutputTokens: [400, 2000] },
  };
  const found = given(workload, { monthlyBudgetUsd: "40000" }, { percentPerMonth: 8, months: 24 });

  it("are those of the same cases in the first month", () => {
    const { withinBudget } = rangeOf(found.scenario);
    const [aside] = forecastVerdict(found).asides;
    expect(aside).toContain(`The $40,000 budget holds ${inCases(withinBudget!)} in the first month and`);
  });

  it("and the days between which it is passed are at the ends of the band", () => {
    const { budget, passed } = costChart(found);
    const [from, to] = budget!.span!;
    expect([from < passed!.x, passed!.x < to]).toEqual([true, true]);
  });
});

describe("months over a limit", () => {
  it("alone are red in the strip of tiers", () => {
    const { tiers } = costChart(given({ model: "gpt-5.6-terra", requests: 300 }, {}, { percentPerMonth: 5 }));
    const spent = tiers[0]!.over;
    expect([tiers.length, spent.length, spent[0]![1]]).toEqual([1, 1, 12]);
    expect(spent[0]![0]).toBeGreaterThan(0);
  });

  it("are told with one word in title, list and chart", () => {
    const own = { modelOverrides: [{ model: "gpt-5.6-terra", limits: { tpm: 20_000 } }] };
    const found = given({ model: "gpt-5.6-terra" }, own, {});
    const when = "Tokens a minute are over tier 5’s limit";
    expect(plain(verdictText(forecastVerdict(found)))).toContain(`${when} from 27 April 2027 on.`);
    expect(plain(eventViews(found, found)[0]!.fact)).toBe(when);
    expect(plain(limitsChart(found).finding)).toMatch(new RegExp(`^${when} from 27 April 2027 on, at`));
    expect(plainText([monthsView(found).rows[11]!.bindsFirst])).toBe("tokens");
  });
});
