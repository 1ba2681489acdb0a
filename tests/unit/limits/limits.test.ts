import { describe, expect, it } from "vitest";
import { demands, headroom, isOver, limitsFor, monthlyUsageLimit, utilisation } from "@/lib/limits";
import { parseDecimal, toShortestText } from "@/lib/money";
import { factsOf } from "@/lib/facts";
import { scenarioOf } from "../../support/make/checked";

const workload = { model: "o1-mini", requests: 60, per: "minute", inputTokens: 1000 };
const rows = (scenario: object, perMonth: string | null = "1") =>
  demands(scenarioOf(scenario), factsOf(scenarioOf(scenario)), perMonth === null ? null : parseDecimal(perMonth)).map(
    ({ pool, dimension, mean, peak }) => [pool, dimension, mean && toShortestText(mean), peak && toShortestText(peak)],
  );

describe("demands", () => {
  it("are sums of means and of peaks, each workload at its own peak", () => {
    expect(
      rows({
        workloads: [
          { ...workload, peakToMean: 2 },
          { ...workload, requests: 30, peakToMean: 3, visibleOutputTokens: 500 },
        ],
      }),
    ).toEqual([
      ["o1-mini", "rpm", "90", "210"],
      ["o1-mini", "tpm", "105000", "255000"],
      ["account", "monthly-usage", "1", "1"],
    ]);
  });
  it("retries load like requests", () => {
    expect(rows({ workloads: [{ ...workload, retryShare: 0.5 }] }).slice(0, 2)).toEqual([
      ["o1-mini", "rpm", "90", "90"],
      ["o1-mini", "tpm", "90000", "90000"],
    ]);
  });
  it("pools stand in order of first appearance, standard before batch, the account last", () => {
    expect(
      rows({
        workloads: [
          { ...workload, model: "o3-mini", serviceTier: "batch" },
          workload,
          { ...workload, model: "o3-mini-2025-01-31" },
        ],
      }).map(([pool, dimension]) => `${pool} ${dimension}`),
    ).toEqual([
      "o3-mini rpm",
      "o3-mini tpm",
      "o3-mini batch-queue",
      "o1-mini rpm",
      "o1-mini tpm",
      "account monthly-usage",
    ]);
  });
  it.each([
    [24, "1440000"],
    [12, "720000"],
    [1, "60000"],
    [1.5, "90000"],
  ])("a batch held for %d hours has %s input tokens enqueued, whatever its peak", (batchTurnaroundHours, tokens) => {
    expect(
      rows({
        batchTurnaroundHours,
        workloads: [
          { ...workload, requests: 60, per: "hour", serviceTier: "batch", peakToMean: 5, visibleOutputTokens: 900 },
        ],
      })[0],
    ).toEqual(["o1-mini", "batch-queue", tokens, tokens]);
  });
  it("an unknown cost asks nobody knows how much", () => {
    expect(rows({ workloads: [workload] }, null).at(-1)).toEqual(["account", "monthly-usage", null, null]);
  });
});

describe("limits", () => {
  const of = (scenario: object, tier: "free" | 1 | 2 | 3 | 4 | 5) => {
    const checked = scenarioOf(scenario);
    return limitsFor(checked, factsOf(checked), demands(checked, factsOf(checked), null), tier).map(
      (limit) => limit && toShortestText(limit.exact),
    );
  };
  const both = { workloads: [workload, { ...workload, serviceTier: "batch" }] };
  it.each([
    ["free", [null, null, null, "100"]],
    [1, ["500", "200000", null, "100"]],
    [2, ["5000", "2000000", null, "500"]],
    [3, ["5000", "4000000", "40000000", "1000"]],
    [4, ["10000", "10000000", "1000000000", "5000"]],
    [5, ["30000", "150000000", "15000000000", "200000"]],
  ] as const)("of o1-mini at tier %s are %j", (tier, limits) => expect(of(both, tier)).toEqual(limits));

  it("one’s own hold at one’s own tier only, and what is absent stays as published", () => {
    const scenario = {
      ...both,
      usageTier: 2,
      monthlyUsageLimitUsd: "750.5",
      modelOverrides: [{ model: "o1-mini-2024-09-12", limits: { tpm: 123, batchQueueTokens: 7 } }],
    };
    expect(of(scenario, 1)).toEqual(["500", "200000", null, "100"]);
    expect(of(scenario, 2)).toEqual(["5000", "123", "7", "750.5"]);
    expect(of(scenario, 3)).toEqual(["5000", "4000000", "40000000", "1000"]);
  });
  it("of a custom model are the same at every paid tier, and none on Free", () => {
    const scenario = {
      modelOverrides: [{ model: "own", limits: { rpm: 5 } }],
      workloads: [{ ...workload, model: "own" }],
    };
    expect([of(scenario, "free"), of(scenario, 1), of(scenario, 5)].map((limits) => limits.slice(0, 2))).toEqual([
      [null, null],
      ["5", null],
      ["5", null],
    ]);
  });
  it("the usage limit is the user’s at their tier", () => {
    const scenario = scenarioOf({ usageTier: 4, monthlyUsageLimitUsd: "0.01", workloads: [workload] });
    expect([toShortestText(monthlyUsageLimit(scenario, 4)), toShortestText(monthlyUsageLimit(scenario, 5))]).toEqual([
      "0.01",
      "200000",
    ]);
  });
});

describe("a demand against its limit", () => {
  const against = (requests: number, rpm: number) => {
    const scenario = scenarioOf({
      modelOverrides: [{ model: "o1-mini", limits: { rpm } }],
      workloads: [{ ...workload, requests }],
    });
    const all = demands(scenario, factsOf(scenario), null);
    const limit = limitsFor(scenario, factsOf(scenario), all, 1)[0]!;
    return [utilisation(all[0]!, limit), headroom(all[0]!, limit), isOver(all[0]!, limit)];
  };
  it.each([
    [50, 100, [0.5, 2, false]],
    [100, 100, [1, 1, false]],
    [100.001, 100, [1.00001, 100_000 / 100_001, true]],
    [99.999, 100, [0.99999, 100_000 / 99_999, false]],
    // One part in 10^15: decided exactly, where a double could not.
    [999_999_999_999.999, 1e12, [999_999_999_999_999 / 1e15, 1e15 / 999_999_999_999_999, false]],
    [1e12, 999_999_999_999.999, [1e15 / 999_999_999_999_999, 999_999_999_999_999 / 1e15, true]],
  ])("%d of %d", (requests, rpm, expected) => expect(against(requests, rpm)).toEqual(expected));
});
