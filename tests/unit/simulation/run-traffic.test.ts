import { describe, expect, it } from "vitest";
import { NEW_WORKLOAD, DEFAULTS, type Scenario } from "@/lib/scenario";
import { findBreak, runTraffic } from "@/lib/simulation";

/** Steady requests of one token, on a model with these requests a minute. */
const steady = (requests: number, rpm: number | undefined, own: Partial<Scenario> = {}): Scenario => ({
  ...DEFAULTS.scenario,
  asOf: "2026-11-23",
  policy: "drop",
  modelOverrides: [{ model: "mine", limits: { ...(rpm !== undefined && { rpm }) } }],
  workloads: [{ ...NEW_WORKLOAD, model: "mine", requests, per: "minute", inputTokens: 1, arrivals: "steady" }],
  ...own,
});
const broken = (scenario: Scenario) => findBreak({ scenario, scale: 1, trace: null });

describe("where traffic breaks", () => {
  it("is where the bucket of a minute runs dry within the day", () => {
    // 40 a minute, 100 allowed: a day of r a minute fails its first request once (r − 100) × 1,440 passes the
    // 100 of a full bucket, at 100.07 a minute, 2.5017 times 40.
    const { holds, breaks, pool } = broken(steady(40, 100));
    expect(pool).toBe("mine");
    expect(holds).toBeGreaterThan(2.47);
    expect(holds).toBeLessThanOrEqual(2.5018);
    expect(breaks).toBeGreaterThanOrEqual(2.5016);
    expect(breaks! / holds).toBeLessThanOrEqual(1.01);
  });

  it("is looked for below the traffic itself too", () => {
    const { holds, breaks } = broken(steady(400, 100));
    expect(holds).toBeLessThan(0.2502);
    expect(breaks).toBeGreaterThan(0.25);
  });

  it("is nowhere where no limit is known: a thousand times is the most that is tried", () => {
    expect(broken(steady(1, undefined, { horizonMinutes: 60 }))).toEqual({ holds: 1000, breaks: null, pool: null });
  });

  it("is everywhere for a request that never fits", () => {
    expect(broken(steady(2, undefined, { modelOverrides: [{ model: "mine", limits: { tpm: 0.5 } }] }))).toMatchObject({
      holds: 0,
      pool: "mine",
    });
  });
});

describe("the bars of waits", () => {
  it("end at the same eighths of a doubling from the fast engine and from the exact one, empty ones between them too", () => {
    const scenario = steady(120, 60, { policy: "queue", rpmWindowSeconds: 1, horizonMinutes: 1 });
    const given = Array.from({ length: 120 }, (_, n) => ({ atMs: n * 500, charge: 1 }));
    const exact = runTraffic({ scenario, scale: 1, trace: given });
    // Request n comes at n × 0.5 s and starts at n s: waits of 0.5, 1, 1.5 … 59.5 s.
    const ends = [8, 9, 10, 11, 12, 13, 14, 15]
      .flatMap((eighths) => [512, 1024, 2048, 4096, 8192, 16_384, 32_768].map((octave) => (octave * eighths) / 8))
      .sort((a, b) => a - b);
    const bars = ends.map((toMs, n) => ({
      toMs,
      count: given.filter((_, i) => i * 500 < toMs && i * 500 >= (ends[n - 1] ?? 448)).length,
    }));
    expect(exact.waitBars).toEqual(bars.slice(0, bars.findLastIndex(({ count }) => count > 0) + 1));
    expect(exact.waitBars).toContainEqual({ toMs: 576, count: 0 });
    const fast = runTraffic({ scenario, scale: 1, trace: null });
    expect(fast.waitBars.map(({ toMs }) => toMs).slice(-8)).toEqual(exact.waitBars.map(({ toMs }) => toMs).slice(-8));
  });
});
