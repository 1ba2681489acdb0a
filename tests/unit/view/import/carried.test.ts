import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { estimate, usageFit } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import { NEW_WORKLOAD, type Scenario } from "@/lib/scenario";
import { countBusiest, runTraffic } from "@/lib/simulation";
import { workloadsOf, type UsageReport } from "@/lib/usage";
import { importScenario, withImported, workloadsView } from "@/lib/view/import";
import { AZURE_TRACE } from "../../../support/make/azure-trace";
import { readUsage } from "../../../support/make/read-usage";
import { reportOf, type LogRow } from "../../../support/make/usage-report";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const START = Date.parse("2026-09-07T08:00:00Z");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

const FOLDER = "../shared/data/traces";
const TRACES = existsSync(FOLDER) ? readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`) : [];
const MODELS = ["o1-mini", "gpt-4o-mini"];

/** An hour: a request every 15 s, and eleven more within one minute, all of one size: 15 in the busiest. */
const HOUR: LogRow[] = Array.from({ length: 241 }, (_, n) => n * 15)
  .concat(Array.from({ length: 11 }, (_, n) => 1800 + n))
  .map((second) => ({ atMs: START + second * 1000, model: "o3-mini", input: 1000, output: 100 }));

function planned(report: UsageReport, unnamed = "o1-mini") {
  const scenario = importScenario(report, workloadsOf(report, unnamed), unnamed)!;
  // Through the link, as the page goes.
  return decodeLink(encodeLink(scenario).slice(1)).scenario!;
}

/** What the plan says of a limit beside what the report says of it, at the plan’s tier. */
function expectSameUtilisation(report: UsageReport, scenario: Scenario, dimension: "rpm" | "tpm", unnamed?: string) {
  const { pool, tiers } = usageFit(report, unnamed)!.pools[0]!;
  const said = tiers
    .find(({ usageTier }) => usageTier === scenario.usageTier)!
    .against.find((one) => one.dimension === dimension)!.utilisation!;
  const row = estimate(scenario).limits.find(({ demand }) => demand.pool === pool && demand.dimension === dimension)!;
  expect(Math.abs(row.utilisation! / said - 1)).toBeLessThan(0.001);
}

describe("from a log to the plan and to Traffic", () => {
  test("the busiest minute is the log’s: requests, share of both limits, simulated", () => {
    const report = reportOf(HOUR);
    const scenario = planned(report);
    const [workload] = scenario.workloads;
    expect(report.groups[0]!.peakRequests!.perMinute).toBe(15);
    // 252 requests in 60 minutes; 15 ÷ 4.2.
    expect(workload).toMatchObject({ requests: 4.2, per: "minute", peakToMean: 3.571 });
    expectSameUtilisation(report, scenario, "rpm");
    expectSameUtilisation(report, scenario, "tpm");
    expect(countBusiest(workload!, scenario.horizonMinutes ?? 1440, 1).busiest).toBe(15);
  });

  test("a log shorter than its first burst is simulated for a day, so that its busiest minute comes", () => {
    const report = reportOf(HOUR.filter(({ atMs }) => atMs! >= START + 1_795_000 && atMs! <= START + 1_920_000));
    const scenario = planned(report);
    expect(scenario.horizonMinutes).toBeUndefined();
    expect(countBusiest(scenario.workloads[0]!, 1440, 1).busiest).toBe(15);
  });

  test.skipIf(TRACES.length === 0).each(TRACES.flatMap((file) => MODELS.map((model) => ({ file, model }))))(
    "each real trace keeps its busiest minute, whatever the seed: $file on $model (skipped where ../shared/data is absent)",
    ({ file, model }) => {
      const report = readUsage(readFileSync(file));
      const scenario = planned(report, model);
      expectSameUtilisation(report, scenario, "rpm", model);
      const logged = report.total.peakRequests!.perMinute;
      for (const seed of [1, 2, 77]) {
        const { minutes } = runTraffic({ scenario: { ...scenario, seed }, scale: 1, trace: null });
        expect(Math.abs(Math.max(...minutes.offered) / logged - 1), `seed ${seed}`).toBeLessThan(0.01);
      }
      expect(
        Math.abs(countBusiest(scenario.workloads[0]!, scenario.horizonMinutes!, 1).busiest / logged - 1),
      ).toBeLessThan(0.01);
    },
  );

  test.skipIf(!existsSync(AZURE_TRACE))(
    "the Azure conversation trace has 522 requests in it, and says what the plan does not take (skipped where absent)",
    () => {
      const report = readUsage(readFileSync(AZURE_TRACE));
      expect(report.total.peakRequests!.perMinute).toBe(522);
      expect(plain(workloadsView(workloadsOf(report, "o1-mini"), "o1-mini").remark!)).toBe(
        "The busiest minute of tokens had 830,960, 16.6 % more than its busiest minute of requests at their mean size, which is what the plan takes.",
      );
    },
  );

  test("sizes all alike leave nothing to remark", () => {
    expect(workloadsView(workloadsOf(reportOf(HOUR), "o1-mini"), "o1-mini").remark).toBeNull();
  });
});

describe("a log beside one’s own scenario", () => {
  const own: Scenario = {
    ...O1_MINI_EXAMPLE,
    title: "Mine",
    usageTier: 4,
    tokenAccounting: "actual",
    monthlyBudgetUsd: "900",
    modelOverrides: [
      { model: "o3-mini", limits: { rpm: 77 } },
      { model: "o1", limits: { rpm: 5 } },
    ],
  };
  const report = reportOf(HOUR);
  const made = workloadsOf(report, "o1-mini");

  test("replaces its workloads, and keeps its tier, its accounting and its own facts on the log’s models", () => {
    expect(importScenario(report, made, "o1-mini", { name: "week.csv", own })).toMatchObject({
      title: "week.csv",
      usageTier: 4,
      tokenAccounting: "actual",
      monthlyBudgetUsd: "900",
      modelOverrides: [{ model: "o3-mini", limits: { rpm: 77 } }],
      workloads: [made.made[0]!.workload],
    });
    expect(importScenario(report, made, "o1-mini", { name: "the pasted text" })!.title).toBe("");
  });

  test("or is added behind them, as long as there is room", () => {
    expect(withImported(own, made, "o1-mini")).toEqual({
      ...own,
      workloads: [...own.workloads, made.made[0]!.workload],
    });
    const full = { ...own, workloads: Array.from({ length: 20 }, () => ({ ...NEW_WORKLOAD, model: "o1" })) };
    expect(withImported(full, made, "o1-mini")).toBeNull();
  });
});
