import fc from "fast-check";
import { fromThousandths } from "./values";
import type { ScenarioJson, WorkloadJson } from "../make/estimate-json";

/** The body of a simulation whose arrivals are generated. */
export interface Traffic {
  scenario: ScenarioJson;
  policy: "queue" | "retry" | "drop";
  horizonMinutes: number;
  seed: number;
}

const MODELS = ["own", "other", "o1-mini", "o1-mini-2024-09-12"] as const;

/**
 * Some minutes, now and then a day, of one to three standard workloads on up to three pools, under limits
 * that they meet.
 */
export function traffic(): fc.Arbitrary<Traffic> {
  const limits = fc.record(
    { rpm: fc.constantFrom(0.5, 7, 60, 99.999, 500), tpm: fc.constantFrom(1000, 7777.777, 100_000) },
    { requiredKeys: [] },
  );
  return fc
    .record({
      own: limits,
      other: limits,
      workloads: fc.array(workload(), { minLength: 1, maxLength: 3 }),
      batch: fc.boolean(),
      rest: fc.record({
        tokenAccounting: fc.constantFrom("prompt-plus-cap" as const, "larger-of" as const, "actual" as const),
        rpmWindowSeconds: fc.constantFrom(1, 7, 60),
      }),
      policy: fc.constantFrom("queue" as const, "retry" as const, "drop" as const),
      horizonMinutes: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 1, arbitrary: fc.constantFrom(600, 1440) },
      ),
      seed: fc.oneof(fc.constantFrom(0, 1, 4_294_967_295), fc.integer({ min: 0, max: 4_294_967_295 })),
    })
    .map(({ own, other, workloads, batch, rest, policy, horizonMinutes, seed }) => ({
      scenario: {
        ...rest,
        modelOverrides: [
          { model: "own", limits: own },
          { model: "other", limits: other },
        ],
        workloads: [
          ...(batch ? [{ ...workloads[0]!, serviceTier: "batch" as const }] : []),
          // A day holds a hundredth of the traffic of a minute, so that it is as soon simulated.
          ...workloads.map((one) =>
            horizonMinutes > 5 ? { ...one, requests: fromThousandths(Math.ceil(one.requests * 10)) } : one,
          ),
        ],
      },
      policy,
      horizonMinutes,
      seed,
    }));
}

function workload(): fc.Arbitrary<WorkloadJson> {
  const p95 = fc.constantFrom(1, 1.5, 3.868);
  return fc.record(
    {
      model: fc.constantFrom(...MODELS),
      requests: fc.integer({ min: 1, max: 200 }),
      per: fc.constant("minute" as const),
      peakToMean: fc.constantFrom(1, 1.5, 3),
      inputTokens: fc.integer({ min: 0, max: 400 }),
      visibleOutputTokens: fc.integer({ min: 0, max: 100 }),
      reasoningTokens: fc.integer({ min: 0, max: 300 }),
      maxCompletionTokens: fc.constantFrom(1, 500, 2000),
      shape: fc.constantFrom(
        "flat" as const,
        "office-hours" as const,
        "office-week" as const,
        "consumer-evening" as const,
        "nightly-job" as const,
      ),
      arrivals: fc.constantFrom("poisson" as const, "steady" as const, "measured" as const),
      sizes: fc.constantFrom(
        "fixed" as const,
        "azure-code" as const,
        "azure-conversation" as const,
        "servegen" as const,
      ),
      inputP95ToMean: p95,
      visibleOutputP95ToMean: p95,
      reasoningP95ToMean: p95,
    },
    { requiredKeys: ["model", "requests", "per", "inputTokens"] },
  );
}
