import { describe, expect, it } from "vitest";
import { NEW_WORKLOAD, DEFAULTS, type Scenario } from "@/lib/scenario";
import { chargedRequests, findBreak, requestsOf, requestsToBreak, runTraffic } from "@/lib/simulation";

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

describe("how far a run is", () => {
  /** All that is said while `work` runs. */
  const said = (work: (progress: (share: number) => void) => unknown) => {
    const shares: number[] = [];
    work((share) => shares.push(share));
    return shares;
  };
  const expectHonest = (shares: readonly number[]) => {
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(Math.max(...shares)).toBeLessThan(1);
  };
  /** A small pool and a large one, and an hour in which most requests come in one minute. */
  const scenario = steady(100, 100, {
    horizonMinutes: 60,
    modelOverrides: ["mine", "yours"].map((model) => ({ model, limits: { rpm: 1e6, tpm: 1e6 } })),
    workloads: [
      { ...NEW_WORKLOAD, model: "mine", requests: 100, per: "minute", inputTokens: 1, arrivals: "steady" },
      { ...NEW_WORKLOAD, model: "yours", requests: 300, per: "minute", inputTokens: 1, arrivals: "steady" },
    ],
  });

  it("is the share of its requests, whatever pool they are of", () => {
    const shares = said((progress) => runTraffic({ scenario, scale: 1, trace: null }, {}, progress));
    expectHonest(shares);
    // 6,000 requests on the first pool, in blocks of 1,024, of 24,000 in all.
    expect(shares.slice(0, 6)).toEqual([1024, 2048, 3072, 4096, 5120, 6000].map((count) => count / 24_000));
  });

  it("is told of requests that never fit, and of a trace", () => {
    const never = { ...scenario, modelOverrides: [{ model: "mine", limits: { tpm: 0.5 } }] };
    for (const policy of ["queue", "retry", "drop"] as const)
      expectHonest(said((progress) => runTraffic({ scenario: never, scale: 1, trace: null }, { policy }, progress)));
    const given = Array.from({ length: 3000 }, (_, n) => ({ atMs: n, inputTokens: 5, outputTokens: 5 }));
    const trace = chargedRequests(given, scenario.workloads[0]!, scenario);
    expect(said((progress) => runTraffic({ scenario, scale: 1, trace }, {}, progress))).toEqual([
      0,
      1024 / 3000,
      2048 / 3000,
    ]);
  });

  it("is told of the search for the break by its requests, which are known about before", () => {
    for (const [requests, policy] of [
      [10, "queue"],
      [300, "queue"],
      [10, "drop"],
    ] as const) {
      const input = { scenario: steady(requests, 100, { policy, horizonMinutes: 120 }), scale: 1, trace: null };
      const shares = said((progress) => findBreak(input, progress));
      expectHonest(shares);
      expect(shares.at(-1)).toBeGreaterThan(0.98);
      const { holds } = findBreak(input);
      // Twice as much each time up to the break, or half of it down to it; then at most eight runs close to it.
      const runs = requestsToBreak(input) / requestsOf(input);
      expect(runs).toBeGreaterThan(6 * holds);
      expect(runs).toBeLessThan(12 * Math.max(holds, 1));
    }
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
