import { describe, expect, it } from "vitest";
import { planBacklog } from "@/lib/batch";
import { usageCost } from "@/lib/estimate";
import { backlogReport, fileName, logReport, REPORT_FORMATS, trafficReport, type Report } from "@/lib/export";
import { encodeLink } from "@/lib/link";
import { workloadsOf } from "@/lib/usage";
import { comparedModel } from "@/lib/view/import";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";
import { onePerSecond, traced } from "@/tests/support/make/traffic-runs";
import { reportOf } from "@/tests/support/make/usage-report";

const LINK = "http://localhost:3000/backlog?v=1";
const jsonOf = (report: Report | null) => JSON.parse(REPORT_FORMATS.json.write(report!));

describe("Backlog as a report", () => {
  const plan = planBacklog({
    ...O1_MINI_EXAMPLE,
    title: "",
    backlog: {
      model: "o3-mini",
      total: 50_000,
      inputTokens: 700,
      cachedInputTokens: 0,
      visibleOutputTokens: 50,
      reasoningTokens: 200,
      deadlineHours: 72,
      liveShare: 0.5,
    },
  });
  const report = backlogReport(plan, LINK);

  it("has verdict, totals, inputs and every way with exact figures", () => {
    const json = jsonOf(report);
    expect(json).toMatchObject({
      page: "backlog",
      title: "50,000 requests on o3-mini",
      link: LINK,
      totals: { costUsd: "46.75", waves: "1", standardRequests: "0", perThousandRequestsUsd: "0.935" },
      inputs: {
        backlog: {
          model: "o3-mini",
          total: "50000",
          deadlineHours: "72",
          liveShare: "0.5",
          budgetUsd: null,
          enqueuedRequests: "1000000",
        },
      },
    });
    expect(json.verdict).toBe(
      "1 wave finishes in 24 hours for $46.75. The deadline of 3 days is met. Standard alone would take 23.8 minutes for $93.50.",
    );
    expect(json.ways.map(({ way, costUsd }: Record<string, string>) => [way, costUsd])).toEqual([
      ["cheapest", "46.75"],
      ["earliest", "93.5"],
      ["batch", "46.75"],
      ["standard", "93.5"],
    ]);
    expect(json.tiers).toHaveLength(6);
  });

  it("is named by what it is of", () =>
    expect(fileName(report)).toBe("headroom-backlog-50-000-requests-on-o3-mini-2026-11-27"));
});

describe("Traffic as a report", () => {
  // One request a second runs; of three at once the last waits two seconds.
  const traffic = traced(onePerSecond, [0, 0, 0]);
  const runs = {
    ...traffic,
    tiers: new Map(),
    policies: new Map([["queue", traffic.main]] as const),
    windows: new Map(),
    breaking: null,
  };
  const report = trafficReport({ scenario: traffic.input.scenario, runs }, LINK);

  it("has what became of the requests in numbers, waits in milliseconds", () => {
    const json = jsonOf(report);
    expect(json).toMatchObject({
      page: "traffic",
      title: "Chat",
      figures: {
        offeredRequests: "3",
        admittedRequests: "3",
        waitedRequests: "2",
        waitLongestMs: "2000",
        waitMeanMs: "1000",
        throttledAnswers: "0",
      },
      inputs: { settings: { policy: "queue", rpmWindowSeconds: "1", seed: "1", trace: "trace" } },
    });
    expect(json.policies[0]).toMatchObject({ run: "queue", admittedShare: "1", waitLongestMs: "2000" });
    expect(json.policies[1]).toMatchObject({ run: "retry", admittedShare: null });
  });

  it("is nothing before the first run", () =>
    expect(trafficReport({ scenario: traffic.input.scenario, runs: null }, LINK)).toBeNull());
});

describe("Import as a report", () => {
  const START = Date.parse("2026-09-07T08:00:00Z");
  const report = reportOf(
    [0, 30, 60, 90].map((seconds) => ({ atMs: START + seconds * 1000, model: "o3-mini", input: 1000, output: 100 })),
  );
  const model = comparedModel(report, "2026-11-27");
  const bill = usageCost(report, "dated");
  const log = {
    name: "usage.csv",
    report,
    made: workloadsOf(report, model),
    model,
    day: "2026-11-27",
    bills: { dated: bill, now: bill, batch: null, other: usageCost(report, "2026-11-27", { model }) },
  };
  const toLink = (scenario: Parameters<typeof encodeLink>[0] | null) =>
    scenario ? `http://localhost:3000${encodeLink(scenario)}` : "http://localhost:3000/import";

  it("has what the log says, and the link of the workloads made of it", () => {
    const json = jsonOf(logReport(log, toLink));
    expect(json).toMatchObject({
      page: "import",
      title: "usage.csv",
      totals: { costUsd: "0.00616", requests: "4", inputTokens: "4000", outputTokens: "400" },
      models: [{ model: "o3-mini", serviceTier: "standard", requests: "4", inputTokens: "4000", costUsd: "0.00616" }],
    });
    expect(json.link).toMatch(/^http:\/\/localhost:3000\/\?v=1&asOf=.*w=.*o3-mini/);
    expect(json.workloads).toHaveLength(1);
  });

  it("compares with a model that gives output", () => {
    const unknown = reportOf([{ atMs: START, model: "gpt-5.6-terra", input: 1000, output: 100 }]);
    expect(comparedModel(unknown, "2026-11-27")).not.toMatch(/embedding/);
  });
});
