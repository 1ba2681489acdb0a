import fc from "fast-check";
import { decimalString, fromThousandths, LARGEST, thousandths } from "./values";
import type { BacklogJson } from "../make/estimate-json";

/** What a workload may say of time, defaults among it. */
export function workloadTime() {
  const p95 = () => thousandths(1000, 3868, [1000, 1001, 2500, 3868]).map(fromThousandths);
  return {
    shape: fc.constantFrom(
      "flat" as const,
      "office-hours" as const,
      "office-week" as const,
      "consumer-evening" as const,
      "nightly-job" as const,
    ),
    arrivals: fc.constantFrom("poisson" as const, "steady" as const, "measured" as const),
    sizes: fc.constantFrom("fixed" as const, "azure-code" as const, "azure-conversation" as const, "servegen" as const),
    inputP95ToMean: p95(),
    visibleOutputP95ToMean: p95(),
    reasoningP95ToMean: p95(),
    firstTokenMs: fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom(0, 600_000)),
    tokensPerSecond: thousandths(1, 100_000_000, [1, 80_000]).map(fromThousandths),
  };
}

/** What a scenario may say of its run, defaults among it. */
export function scenarioTime() {
  return {
    policy: fc.constantFrom("queue" as const, "retry" as const, "drop" as const),
    seed: fc.oneof(fc.constantFrom(0, 1, 2, 4_294_967_295), fc.integer({ min: 0, max: 4_294_967_295 })),
    horizonMinutes: fc.oneof(fc.constantFrom(1, 60, 1440, 10_080, 43_200), fc.integer({ min: 1, max: 43_200 })),
  };
}

/** A pile of work on one of these models. */
export function backlog(model: fc.Arbitrary<string>): fc.Arbitrary<BacklogJson> {
  const tokens = thousandths(0, LARGEST, [0, 1_024_000]);
  return fc
    .record(
      {
        model,
        total: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(1, 50_000, 50_001, 1e12)),
        inputTokens: tokens,
        cachedInputTokens: partOfInput(),
        visibleOutputTokens: tokens.map(fromThousandths),
        reasoningTokens: tokens.map(fromThousandths),
        maxCompletionTokens: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(1e12)),
        deadlineHours: thousandths(1, 87_600_000, [1000, 72_000, 87_600_000]).map(fromThousandths),
        liveShare: thousandths(0, 990, [0, 500, 990]).map(fromThousandths),
        budgetUsd: decimalString("zero"),
        enqueuedRequests: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(1, 1_000_000, 1e12)),
      },
      { requiredKeys: ["model", "total", "inputTokens"] },
    )
    .map(withInput);
}

type PartOfInput = "none" | "all" | number;

/** How much of the input is cached, to be settled by `withInput`. */
export function partOfInput(): fc.Arbitrary<PartOfInput> {
  return fc.oneof(fc.constantFrom("none" as const, "all" as const), fc.integer({ min: 0, max: LARGEST }));
}

/**
 * Input in thousandths, the part of it that is cached, and of the rest the part that is written to the cache,
 * as JSON numbers.
 */
export function withInput<
  T extends { inputTokens: number; cachedInputTokens?: PartOfInput; cacheWriteTokens?: PartOfInput },
>({ inputTokens: input, cachedInputTokens, cacheWriteTokens, ...rest }: T) {
  const of = (whole: number, part: PartOfInput | undefined) => {
    if (part === undefined) return undefined;
    if (part === "none") return 0;
    return part === "all" ? whole : part % (whole + 1);
  };
  const cached = of(input, cachedInputTokens);
  const written = of(input - (cached ?? 0), cacheWriteTokens);
  return {
    ...rest,
    inputTokens: fromThousandths(input),
    ...(cached === undefined ? {} : { cachedInputTokens: fromThousandths(cached) }),
    ...(written === undefined ? {} : { cacheWriteTokens: fromThousandths(written) }),
  };
}
