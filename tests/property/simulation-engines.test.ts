import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "@/lib/random";
import { CHOICES, type Policy, type Scenario } from "@/lib/scenario";
import { rateCurve, runTraffic, type Run, type RunVariant } from "@/lib/simulation";
import { MINUTE_MS } from "@/lib/rates";
import { runs } from "../support/make/runs";
import { scenarioOf } from "../support/make/checked";

/** One steady workload on a model of its own limits, and the same requests spelled out. */
const steady = fc.record({
  requests: fc.integer({ min: 1, max: 240 }),
  rpm: fc.integer({ min: 1, max: 300 }),
  tpm: fc.integer({ min: 100, max: 100_000 }),
  inputTokens: fc.integer({ min: 0, max: 1000 }),
  rpmWindowSeconds: fc.constantFrom(1, 7, 60),
  seed: fc.integer({ min: -1e9, max: 2 ** 40 }),
  horizonMinutes: fc.integer({ min: 1, max: 6 }),
  policy: fc.constantFrom(...CHOICES.policy),
});

type Conditions = Required<Pick<Scenario, "policy" | "seed" | "horizonMinutes">>;

/** What becomes of a scenario’s own traffic under these conditions. */
const simulate = (scenario: Scenario, conditions: Conditions, variant?: RunVariant) =>
  runTraffic({ scenario: { ...scenario, ...conditions }, scale: 1, trace: null }, variant);

const counts = ({ offered, admitted, delayed, neverFits, throttled, failed, queued }: Run) => ({
  offered,
  admitted,
  delayed,
  neverFits,
  throttled,
  failed,
  queued,
});

describe("the fast engine and the exact one", () => {
  it("agree on steady traffic under every policy: counts and minutes exactly, times to a microsecond", () => {
    fc.assert(
      fc.property(steady, ({ requests, rpm, tpm, inputTokens, rpmWindowSeconds, ...conditions }) => {
        // A rate that no limit is a multiple of: no two instants meet but by chance, where doubles may fall
        // to either side.
        const perMinute = requests + 0.377;
        const scenario = scenarioOf({
          rpmWindowSeconds,
          modelOverrides: [{ model: "mine", limits: { rpm, tpm } }],
          workloads: [{ model: "mine", requests: perMinute, per: "minute", inputTokens, arrivals: "steady" }],
        });
        const phase = new Random(conditions.seed, 0).unit();
        const given = [];
        for (let n = 0; (phase + n) / perMinute < conditions.horizonMinutes; n++)
          given.push({ atMs: Math.round(((phase + n) / perMinute) * MINUTE_MS * 1e6) / 1e6, charge: inputTokens });
        const [fast, exact] = [
          simulate(scenario, conditions),
          runTraffic({ scenario: { ...scenario, ...conditions }, scale: 1, trace: given }),
        ];
        expect(counts(fast)).toEqual(counts(exact));
        expect(fast.minutes).toEqual(exact.minutes);
        for (const key of ["mean", "max"] as const)
          expect(Math.abs((fast.waits[key] ?? 0) - (exact.waits[key] ?? 0))).toBeLessThan(0.002);
        for (const key of ["p50", "p90", "p95", "p99"] as const) {
          const [a, b] = [fast.waits[key] ?? 0, exact.waits[key] ?? 0];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(0.005 * b + 0.002);
        }
      }),
      runs(40),
    );
  });
});

describe("a rate curve", () => {
  const cases = CHOICES.shape.flatMap((shape) =>
    [1, 1.001, 1.57, 2.5, 2.65, 4.8, 12, 100, 1000].map((peak) => [shape, peak] as const),
  );
  it.each(cases)("of %s with a peak of %d has that peak, the mean 1, and nothing below 0", (shape, peak) => {
    const curve = rateCurve(shape, peak);
    expect(curve.reduce((sum, rate) => sum + rate, 0) / curve.length).toBeCloseTo(1, 9);
    expect(Math.max(...curve)).toBeCloseTo(peak, 9);
    expect(Math.min(...curve)).toBeGreaterThanOrEqual(0);
  });

  it("shows in the counts of steady traffic: busiest minute, and all of a day", () => {
    for (const [shape, peakToMean] of cases.filter(([, peak]) => peak === 1.57 || peak === 12)) {
      const scenario = scenarioOf({
        workloads: [
          { model: "o1", requests: 120, per: "minute", peakToMean, inputTokens: 1, shape, arrivals: "steady" },
        ],
      });
      const horizonMinutes = rateCurve(shape, peakToMean).length;
      const { minutes, offered } = simulate(scenario, { policy: "queue", seed: 1, horizonMinutes });
      expect(offered).toBe(120 * horizonMinutes);
      expect(Math.abs(Math.max(...minutes.offered) / (120 * peakToMean) - 1)).toBeLessThan(0.02);
    }
  });
});

describe("sizes", () => {
  const charged = (sizes: object, input: number, visible: number, reasoning: number) => {
    const scenario = scenarioOf({
      workloads: [
        {
          model: "o1",
          requests: 1e6,
          per: "minute",
          inputTokens: input,
          visibleOutputTokens: visible,
          reasoningTokens: reasoning,
          arrivals: "steady",
          ...sizes,
        },
      ],
    });
    return (
      simulate(
        scenario,
        { policy: "queue", seed: 3, horizonMinutes: 2 },
        { tier: "free" },
      ).minutes.chargedTokens.reduce((sum, tokens) => sum + tokens, 0) / 2e6
    );
  };
  it.each([
    ["fixed", {}],
    ["of a p95 of 1.2 times the mean", { inputP95ToMean: 1.2, visibleOutputP95ToMean: 1.2, reasoningP95ToMean: 1.2 }],
    ["of a p95 of 3 times the mean", { inputP95ToMean: 3, visibleOutputP95ToMean: 3 }],
    ["as in code", { sizes: "azure-code" }],
    ["as in conversation", { sizes: "azure-conversation" }],
    ["of a reasoning model", { sizes: "servegen" }],
  ] as const)("%s keep their means within a hundredth over two million requests", (_, sizes) => {
    expect(charged(sizes, 1000, 0, 0) / 1000).toBeCloseTo(1, 2);
    expect(charged(sizes, 0, 300, 900) / 1200).toBeCloseTo(1, 2);
    expect(charged(sizes, 0, 0, 900) / 900).toBeCloseTo(1, 2);
  });

  it("of the heaviest log-normal keep their mean too: the spread of two million such sizes is 0.3 %", () => {
    expect(Math.abs(charged({ inputP95ToMean: 3.868 }, 1000, 0, 0) / 1000 - 1)).toBeLessThan(0.01);
  });

  it("have the p95 asked for within 1 %: one request in twenty is larger", () => {
    for (const p95ToMean of [1.05, 1.5, 2.5, 3.5, 3.868]) {
      for (const [factor, share] of [
        [0.99, 1],
        [1.01, -1],
      ] as const) {
        // With TPM at the p95 itself, what never fits is what is larger.
        const scenario = scenarioOf({
          modelOverrides: [{ model: "mine", limits: { tpm: Math.round(1e6 * p95ToMean * factor) } }],
          workloads: [
            {
              model: "mine",
              requests: 1e6,
              per: "minute",
              inputTokens: 1e6,
              inputP95ToMean: p95ToMean,
              arrivals: "steady",
            },
          ],
        });
        const { offered, neverFits } = simulate(scenario, { policy: "drop", seed: 5, horizonMinutes: 1 });
        expect(Math.sign(neverFits / offered - 0.05)).toBe(share);
      }
    }
  });
});

describe("an answer", () => {
  it("is one to a seed, whatever ran before it; and Poisson traffic is as uneven as it should be", () => {
    const scenario = scenarioOf({
      workloads: [{ model: "o1", requests: 600, per: "minute", inputTokens: 1, sizes: "servegen" }],
    });
    const run = (seed: number, policy: Policy = "retry") => simulate(scenario, { policy, seed, horizonMinutes: 600 });
    const first = run(11);
    run(12);
    expect(run(11)).toEqual(first);
    const offered = first.minutes.offered.subarray(0, 600);
    const mean = offered.reduce((sum, count) => sum + count, 0) / offered.length;
    const variance = offered.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (offered.length - 1);
    expect(Math.abs(mean / 600 - 1)).toBeLessThan(0.01);
    // The variance of 600 Poisson counts over their mean has a spread of √(2 ÷ 599) = 0.058.
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.2);
  });
});
