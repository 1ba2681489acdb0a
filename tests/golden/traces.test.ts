import { describe, expect, it } from "vitest";
import { AZURE_TRACE, azureTrace, replayed } from "../support/make/azure-trace";
import type { ScenarioJson } from "../support/make/estimate-json";
import { expectSame, simulated } from "../support/make/simulated";
import { CATALOGUE } from "../support/oracle/facts";
import { fraction } from "../support/oracle/fraction";
import { charged, type RequestJson, slowQueue, type SlowRun } from "../support/oracle/simulation";

const TIERS = [1, 2, 3, 4, 5] as const;
const WINDOWS = [60, 1] as const;
const HOUR = 60;

const slowRuns = new WeakMap<readonly RequestJson[], Map<string, SlowRun>>();

/** The trace under limits, by the slow model; run once for models and tiers that have the same limits. */
function slowly(requests: readonly RequestJson[], limits: Parameters<typeof slowQueue>[1]): SlowRun {
  const known = slowRuns.get(requests) ?? new Map<string, SlowRun>();
  slowRuns.set(requests, known);
  const { rpm, tpm, windowSeconds } = limits;
  const key = [rpm, tpm].map((limit) => limit && `${limit.numerator}/${limit.denominator}`).join() + windowSeconds;
  const charges = () => requests.map((request) => charged(request, "prompt-plus-cap", null));
  const run = known.get(key) ?? slowQueue(charges(), limits, HOUR * 60_000);
  known.set(key, run);
  return run;
}

/** The trace on a model of the catalogue: what is published, by the API and by the slow model. */
function both(
  requests: readonly RequestJson[],
  model: string,
  usageTier: (typeof TIERS)[number],
  rpmWindowSeconds: (typeof WINDOWS)[number],
) {
  const scenario: ScenarioJson = {
    usageTier,
    rpmWindowSeconds,
    workloads: [{ model, requests: 1, per: "minute", inputTokens: 1 }],
  };
  const { rpm, tpm } = CATALOGUE.find(({ id }) => id === model)!.limits[usageTier];
  const slow = slowly(requests, { rpm, tpm, windowSeconds: rpmWindowSeconds });
  return { fast: simulated({ scenario, policy: "queue", horizonMinutes: HOUR, seed: 1, requests }), slow };
}

const trace = azureTrace();
const SETTINGS = CATALOGUE.flatMap(({ id }) =>
  TIERS.flatMap((tier) => WINDOWS.map((window) => ({ model: id, tier, window }))),
);
/** The first of the settings with each pair of limits: what a run says depends on no more of its model and tier. */
const distinct = SETTINGS.filter(({ model, tier }, _, all) => {
  const limitsOf = (one: { model: string; tier: (typeof TIERS)[number] }) => {
    const { rpm, tpm } = CATALOGUE.find(({ id }) => id === one.model)!.limits[one.tier];
    return [rpm, tpm].map((limit) => limit && `${limit.numerator}/${limit.denominator}`).join();
  };
  const first = all.find((one) => limitsOf(one) === limitsOf({ model, tier }))!;
  return first.model === model && first.tier === tier;
});
/** Every pair of limits, with one of the windows. */
const within = (seconds: number) => distinct.filter(({ window }) => window === seconds);

describe("a real hour of chat waits as it does in exact fractions", () => {
  if (!trace) {
    it("needs a file that is not part of the project", ({ skip }) => skip(`there is no ${AZURE_TRACE}`));
    return;
  }

  it("is 19,366 requests", () => {
    expect(trace).toHaveLength(19_366);
    expect(trace[1]).toEqual({ atMs: 4314.579, inputTokens: 396, outputTokens: 109 });
  });

  describe.each([
    { name: "all of it", requests: trace, settings: within(60) },
    { name: "its first two thousand, on every model and tier", requests: trace.slice(0, 2000), settings: SETTINGS },
    { name: "ten times as fast", requests: replayed(trace, trace.length, 10), settings: within(60) },
    { name: "a hundred times as fast", requests: replayed(trace, trace.length, 100), settings: within(1) },
    {
      name: "over and over, 100,000 requests",
      requests: replayed(trace, 100_000),
      settings: within(60).filter(({ model, tier }) => model === "o1-mini" && tier === 3),
    },
  ])("$name", ({ requests, settings }) => {
    it.each(settings)("on $model, tier $tier, window $window s", ({ model, tier, window }) => {
      const { fast, slow } = both(requests, model, tier, window);
      expect(fast.offered).toBe(requests.length);
      expectSame(fast, slow.answer);
    });
  });
});

describe("the waits that 429 messages state", () => {
  // (used + requested − limit) ÷ (limit ÷ 60 s)
  it.each([
    { tpm: 200_000, used: 162_960, requested: 42_288, waitMs: 1574.4 },
    { tpm: 10_000, used: 8_554, requested: 3_082, waitMs: 9816 },
    { tpm: 30_000, used: 14_567, requested: 24_754, waitMs: 18_642 },
  ])("limit $tpm, used $used, requested $requested: $waitMs ms", ({ tpm, used, requested, waitMs }) => {
    const requests = [used, requested].map((inputTokens): RequestJson => ({ atMs: 0, inputTokens, outputTokens: 0 }));
    const scenario: ScenarioJson = {
      modelOverrides: [{ model: "own", limits: { tpm } }],
      workloads: [{ model: "own", requests: 1, per: "minute", inputTokens: 1 }],
    };
    const slow: SlowRun = slowQueue(
      requests.map((request) => charged(request, "actual", null)),
      { rpm: null, tpm: fraction(BigInt(tpm)), windowSeconds: 60 },
      60_000,
    );
    expect(slow.answer).toMatchObject({ admitted: 2, delayed: 1, waitMs: { max: waitMs }, lastAdmittedMs: waitMs });
    expect(simulated({ scenario, policy: "queue", horizonMinutes: 1, seed: 1, requests })).toMatchObject({
      admitted: 2,
      delayed: 1,
      waitMs: { max: waitMs },
      lastAdmittedMs: waitMs,
    });
  });
});
