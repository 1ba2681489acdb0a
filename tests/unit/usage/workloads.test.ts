import { describe, expect, it } from "vitest";
import { encodeLink } from "@/lib/link";
import { checkScenario, NEW_WORKLOAD, type Scenario, type Workload } from "@/lib/scenario";
import { countBusiest, runTraffic } from "@/lib/simulation";
import { workloadsOf, type MadeWorkloads } from "@/lib/usage";
import { azureTrace } from "../../support/make/azure-trace";
import { reportOf, type LogRow } from "../../support/make/usage-report";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const MINUTE = 60_000;
/** Monday, 2025-01-06 00:00 UTC. */
const MONDAY = 1_736_121_600_000;

/** A reproducible number from 0 to 1 (mulberry32), of no relation to the generator under test. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Requests by chance, `rate(minute)` of them a minute. */
function poissonLog(minutes: number, rate: (minute: number) => number, seed: number): LogRow[] {
  const next = chance(seed);
  const rows: LogRow[] = [];
  for (let minute = 0; minute < minutes; minute++) {
    for (let at = -Math.log(1 - next()) / rate(minute); at < 1; at += -Math.log(1 - next()) / rate(minute)) {
      rows.push({
        atMs: MONDAY + Math.round((minute + at) * MINUTE),
        model: "o3-mini",
        input: 200 + Math.floor(next() * 1600),
        cached: 128,
        output: 100 + Math.floor(next() * 300),
        reasoning: 64,
      });
    }
  }
  return rows;
}

const scenarioOf = ({ made, modelOverrides, horizonMinutes }: MadeWorkloads) =>
  checkScenario({
    ...O1_MINI_EXAMPLE,
    workloads: made.map(({ workload }) => workload),
    modelOverrides,
    horizonMinutes,
  });

/** What a simulation without limits offers, and the busiest 60 s of it; the mean of a few seeds. */
function simulated(workload: Workload, minutes: number) {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const counted = seeds.map((seed) => countBusiest(workload, minutes, seed));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    busiest: mean(counted.map(({ busiest }) => busiest)),
    requests: mean(counted.map(({ requests }) => requests)),
  };
}

function expectSame(rows: readonly LogRow[]) {
  const report = reportOf(rows);
  const found = workloadsOf(report, "o1-mini");
  const [{ workload, peak }] = found.made as [MadeWorkloads["made"][number]];
  expect("scenario" in scenarioOf(found)).toBe(true);
  const { busiest, requests } = simulated(workload, found.horizonMinutes);
  expect(Math.abs(busiest / peak! - 1)).toBeLessThan(0.01);
  // The contract: busiest 60 s over the mean, three decimals.
  const mean = (rows.length * MINUTE) / (report.lastMs! - report.firstMs!);
  expect(workload.peakToMean).toBe(Math.round((peak! / mean) * 1000) / 1000);
  expect(Math.abs(requests / rows.length - 1)).toBeLessThan(0.01);
  for (const field of ["inputTokens", "outputTokens", "cachedInputTokens", "reasoningTokens"] as const) {
    const mean = field === "outputTokens" ? workload.visibleOutputTokens + workload.reasoningTokens : workload[field];
    expect(Math.abs(mean * rows.length - report.total[field])).toBeLessThanOrEqual(rows.length / 1000);
  }
  return { report, found, workload };
}

describe("requests as measured", () => {
  it("have the busiest minute asked for, never more, and the mean, whatever the seed", () => {
    const rows: [number, number, NonNullable<Workload["shape"]>, number][] = [
      [333, 1.573, "flat", 58],
      [40, 3, "flat", 180],
      [2, 7.5, "flat", 1440],
      [5000, 1.2, "flat", 30],
      [30, 2.6, "office-hours", 1440],
    ];
    for (const [requests, peakToMean, shape, minutes] of rows) {
      const workload: Workload = { ...NEW_WORKLOAD, requests, peakToMean, shape, arrivals: "measured" };
      for (let seed = 1; seed <= 5; seed++) {
        const counted = countBusiest(workload, minutes, seed);
        expect(counted.busiest).toBe(Math.round(requests * peakToMean));
        expect(Math.abs(counted.requests / (requests * minutes) - 1)).toBeLessThan(0.03);
      }
    }
  });

  it("keeps evenly spaced requests to the curve", () => {
    const steady: Workload = { ...NEW_WORKLOAD, requests: 120, peakToMean: 1.5, arrivals: "steady" };
    expect(countBusiest(steady, 1440, 3).busiest).toBe(180);
  });

  it("counts the requests that the simulation offers", () => {
    const workload: Workload = { ...NEW_WORKLOAD, requests: 50, peakToMean: 2 };
    const conditions = { policy: "queue", seed: 5, horizonMinutes: 120 } as const;
    const scenario: Scenario = { ...O1_MINI_EXAMPLE, ...conditions, workloads: [workload] };
    const { offered, minutes } = runTraffic({ scenario, scale: 1, trace: null });
    const counted = countBusiest(workload, 120, 5);
    expect(counted.requests).toBe(offered);
    expect(counted.busiest).toBeGreaterThanOrEqual(Math.max(...minutes.offered));
  });
});

describe("a log as workloads", () => {
  it("keeps the peak of flat traffic by chance without bursts of its own", () => {
    const { workload } = expectSame(poissonLog(180, () => 120, 7));
    expect(workload.arrivals).toBe("measured");
    expect(workload.shape).toBeUndefined();
  });

  it("keeps the peak of bursts", () => {
    const { workload } = expectSame(poissonLog(240, (minute) => (minute % 40 === 21 ? 400 : 60), 11));
    expect(workload.peakToMean).toBeGreaterThan(5);
  });

  it("finds the shape of a day of office hours, in any zone, and keeps its peak", () => {
    const office = [2, 1.5, 1.2, 1, 1, 1.5, 3, 8, 18, 26, 28, 26, 20, 24, 28, 27, 23, 16, 9, 6, 5, 4, 3, 2.5];
    const { workload, found } = expectSame(poissonLog(1440, (minute) => 2 * office[Math.floor(minute / 60)]!, 3));
    expect(workload.shape).toBe("office-hours");
    expect(found.made[0]!.hoursLater).toBe(0);
    const later = expectSame(poissonLog(1440, (minute) => 2 * office[(Math.floor(minute / 60) + 19) % 24]!, 3)).found;
    expect(later.made[0]).toMatchObject({ workload: { shape: "office-hours" }, hoursLater: 5 });
  });

  it("tells an office week by its weekend", () => {
    const office = [2, 1.5, 1.2, 1, 1, 1.5, 3, 8, 18, 26, 28, 26, 20, 24, 28, 27, 23, 16, 9, 6, 5, 4, 3, 2.5];
    const rows = poissonLog(
      7 * 1440,
      (minute) => (minute >= 5 * 1440 ? 0.15 : 1) * 0.4 * office[Math.floor(minute / 60) % 24]!,
      5,
    );
    expect(workloadsOf(reportOf(rows), "o1-mini").made[0]!.workload.shape).toBe("office-week");
  });

  it("sends evenly spaced requests evenly", () => {
    const rows = Array.from({ length: 7200 }, (_, n) => ({
      atMs: MONDAY + n * 500 + (n === 7199 ? 500 : 0),
      model: "o3-mini",
      input: 1000,
      output: 100,
    }));
    const { made } = workloadsOf(reportOf(rows), "o1-mini");
    expect(made[0]).toMatchObject({
      peak: 120,
      workload: {
        arrivals: "steady",
        requests: 2,
        per: "second",
        peakToMean: 1,
        inputTokens: 1000,
        visibleOutputTokens: 100,
      },
    });
    expect(made[0]!.simulatedPeak).toBe(120);
    expect(made[0]!.workload.inputP95ToMean).toBeUndefined();
  });

  const azure = azureTrace();
  it.skipIf(azure === null)("reproduces the Azure conversation trace (skipped where ../shared/data is absent)", () => {
    const { workload, found } = expectSame(
      azure!.map(({ atMs, inputTokens, outputTokens }) => ({
        atMs: MONDAY + atMs,
        model: null,
        input: inputTokens,
        output: outputTokens,
      })),
    );
    expect(found.made[0]).toMatchObject({ peak: 522 });
    expect(workload).toMatchObject({
      model: "o1-mini",
      per: "minute",
      inputTokens: 1154.697,
      visibleOutputTokens: 211.126,
      inputP95ToMean: 3.536,
    });
  });

  it("gives rates that are exact and short", () => {
    const rate = (count: number, spanMs: number) => {
      const rows = Array.from({ length: count }, (_, n) => ({
        atMs: MONDAY + (n * spanMs) / (count - 1),
        model: "o3-mini",
        input: 1,
        output: 1,
      }));
      const { requests, per } = workloadsOf(reportOf(rows), "o1-mini").made[0]!.workload;
      return `${requests}/${per}`;
    };
    expect(rate(120, 60 * MINUTE)).toBe("2/minute");
    expect(rate(10, 60 * MINUTE)).toBe("10/hour");
    expect(rate(7, 1440 * MINUTE)).toBe("7/day");
    expect(rate(601, 60 * MINUTE)).toBe("601/hour");
    expect(rate(31, 31 * 1440 * MINUTE)).toBe("1/day");
  });

  it("takes sizes beyond any log-normal from the nearest preset", () => {
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      atMs: MONDAY + n * 1000,
      model: "o3-mini",
      input: n % 10 === 9 ? 10_000 : 200,
      output: 100 + (n % 7),
    }));
    const { workload } = workloadsOf(reportOf(rows), "o1-mini").made[0]!;
    expect(workload.sizes).toBe("servegen");
    expect(workload.inputP95ToMean).toBeUndefined();
  });

  it("takes a log without times as a day’s, and leaves its peak open", () => {
    const found = workloadsOf(
      reportOf([
        { atMs: null, model: "gpt-9-secret", input: 10, output: 5, cap: 400 },
        { atMs: null, model: "Claude 3/Opus", input: 10, output: 5 },
      ]),
      "o1-mini",
    );
    expect(found).toMatchObject({
      spanMs: null,
      horizonMinutes: 1440,
      modelOverrides: [{ model: "gpt-9-secret" }, { model: "claude-3-opus" }],
    });
    expect(
      found.made.map(({ workload: { name, model, requests, per, maxCompletionTokens } }) => [
        name,
        model,
        requests,
        per,
        maxCompletionTokens,
      ]),
    ).toEqual([
      ["", "gpt-9-secret", 1, "day", 400],
      ["Claude 3/Opus", "claude-3-opus", 1, "day", undefined],
    ]);
    expect("scenario" in scenarioOf(found)).toBe(true);
  });

  it("makes 20 workloads, most requests first, names the rest, and fits a link", () => {
    const rows = Array.from({ length: 23 }, (_, model) =>
      Array.from({ length: 500 + model }, (_, n) => ({
        atMs: MONDAY + n * 7001 + model,
        model: `gpt-model-${model}`,
        input: 1000 + ((n * 37) % 4000),
        cached: 512,
        output: 200 + ((n * 53) % 900),
        reasoning: 64,
      })),
    ).flat();
    const found = workloadsOf(reportOf(rows), "o1-mini");
    expect(found.made).toHaveLength(20);
    expect(found.made[0]!.group.model).toBe("gpt-model-22");
    expect(found.leftOut.map(({ model }) => model)).toEqual(["gpt-model-2", "gpt-model-1", "gpt-model-0"]);
    const checked = scenarioOf({ ...found, modelOverrides: found.modelOverrides });
    expect("scenario" in checked && encodeLink(checked.scenario).length).toBeLessThan(2000);
  });
});
