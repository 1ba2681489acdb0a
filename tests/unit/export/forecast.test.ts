import { describe, expect, it } from "vitest";
import { forecastReport, REPORT_FORMATS } from "@/lib/export";
import { forecast } from "@/lib/forecast";
import { checkScenario } from "@/lib/scenario";

const checked = checkScenario({
  asOf: "2026-11-27",
  usageTier: 4,
  monthlyBudgetUsd: "40000",
  workloads: [
    {
      name: "Bot",
      model: "gpt-5.6-terra",
      requests: 40,
      per: "minute",
      inputTokens: 2200,
      visibleOutputTokens: 350,
      reasoningTokens: 600,
      ranges: { reasoningTokens: [400, 1000] },
    },
  ],
  growth: { percentPerMonth: 8, months: 24, tierFollows: true },
});
if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
const { scenario } = checked;
const report = forecastReport(forecast(scenario, scenario.growth!), "https://headroom.example/forecast?v=1")!;

describe("a forecast as a report", () => {
  it("has every month exactly, as JSON", () => {
    const json = JSON.parse(REPORT_FORMATS.json.write(report)) as Record<string, Record<string, string>[]>;
    const { months, events, growthThatFits } = json;
    expect([json["page"], months!.length]).toEqual(["forecast", 24]);
    expect(months![1]).toMatchObject({
      month: "2",
      from: "2026-12-27",
      requestsPerMinute: "43.2",
      usageTier: "5",
      perMonthUsd: "29896.128",
      cumulativeUsd: "57577.728",
      utilisation: "0.7474032",
      fits: "true",
      bindsFirst: "monthly-usage",
    });
    expect(Number(months![0]!["p10Usd"])).toBeLessThan(Number(months![0]!["p90Usd"]));
    expect(events![0]).toMatchObject({ on: "2026-12-02" });
    expect(growthThatFits![0]).toMatchObject({ limit: "budget", percentPerMonth: "1.613" });
  });

  it("has a row a month in the texts, with what was entered and how the figures are made", () => {
    const markdown = REPORT_FORMATS.markdown.write(report);
    expect(markdown).toContain("| 6 | 27 Apr 2027 | 58.8 | 5 | $40,673 |");
    expect(markdown).toContain("| Growth a month | 8 % |");
    expect(markdown).toContain("$27,681.60 × ((1.08^24 − 1) ÷ (1.08 − 1))");
    const csv = REPORT_FORMATS.csv.write(report);
    expect(csv).toContain("percent_per_month,8");
    expect(csv.match(/^\d+,20\d\d-\d\d-27,/gm)).toHaveLength(24);
  });

  it("is none before a growth is entered", () => {
    expect(forecastReport(null, "")).toBeNull();
  });
});
