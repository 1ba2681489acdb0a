import fc from "fast-check";
import { decimalString, fromThousandths, LARGEST, text, thousandths } from "./values";
import type { GrowthJson, RangesJson, ScenarioJson, VariantJson, WorkloadJson } from "../make/estimate-json";
import { CATALOGUE, USAGE_TIERS } from "../oracle/facts";

/** Two ends in thousandths, the low one at least `least`. */
function ends(least: number, most = LARGEST): fc.Arbitrary<readonly [number, number]> {
  return fc
    .tuple(thousandths(least, most - 1), thousandths(least + 1, most))
    .map(([a, b]) => (a < b ? ([a, b] as const) : ([b === a ? a : b, b === a ? a + 1 : a] as const)))
    .map(([low, high]) => [fromThousandths(low), fromThousandths(high)] as const);
}

/** Ranges of any of the means that may have one. */
function ranges(): fc.Arbitrary<RangesJson> {
  return fc.record(
    {
      requests: ends(1),
      inputTokens: ends(1),
      cachedInputTokens: ends(1),
      visibleOutputTokens: ends(1),
      reasoningTokens: ends(1),
      peakToMean: ends(1000, 1_000_000),
    },
    { requiredKeys: [] },
  );
}

/** Growth over all that is allowed. */
function growth(): fc.Arbitrary<GrowthJson> {
  return fc.record(
    {
      percentPerMonth: fc
        .oneof(fc.integer({ min: -90_000, max: 300_000 }), fc.constantFrom(-90_000, 0, 8000, 300_000))
        .map(fromThousandths),
      months: fc.integer({ min: 1, max: 36 }),
      paidUsd: decimalString("zero"),
      tierFollows: fc.boolean(),
    },
    { requiredKeys: ["percentPerMonth", "months"] },
  );
}

const positive = () => thousandths(1, LARGEST).map(fromThousandths);
const tokens = () => thousandths(0, LARGEST).map(fromThousandths);
const catalogueModel = () => fc.constantFrom(...CATALOGUE.map(({ id }) => id));

/** Changes of one workload that are allowed whatever it is; input only with all that is part of it. */
function workloadChanges(): fc.Arbitrary<Record<string, unknown>> {
  const single = fc.record(
    {
      name: text(60),
      model: catalogueModel(),
      serviceTier: fc.constantFrom("standard", "batch", "flex", "priority"),
      requests: positive(),
      per: fc.constantFrom("second", "minute", "hour", "day", "month"),
      peakToMean: thousandths(1000, 1_000_000).map(fromThousandths),
      visibleOutputTokens: tokens(),
      reasoningTokens: tokens(),
      maxCompletionTokens: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(null)),
      retryShare: thousandths(0, 10_000).map(fromThousandths),
      shape: fc.constantFrom("flat", "office-hours", null),
      arrivals: fc.constantFrom("steady", null),
      sizes: fc.constantFrom("servegen", null),
      cacheLifetime: fc.constantFrom("12h", null),
      inputP95ToMean: fc.constantFrom(2.5, null),
      firstTokenMs: fc.constantFrom(350, null),
      tokensPerSecond: fc.constantFrom(80.5, null),
      webSearchCalls: fc.constantFrom(2, null),
      ranges: fc.constant(null),
    },
    { requiredKeys: [] },
  );
  const ofRanges = fc.record(
    {
      "ranges.requests": fc.oneof(ends(1), fc.constant(null)),
      "ranges.reasoningTokens": fc.oneof(ends(1), fc.constant(null)),
      "ranges.peakToMean": fc.oneof(ends(1000, 1_000_000), fc.constant(null)),
    },
    { requiredKeys: [] },
  );
  const input = tokens().map((inputTokens) => ({ inputTokens, cachedInputTokens: 0, cacheWriteTokens: null }));
  return fc.tuple(single, fc.oneof(input, fc.constant({})), ofRanges).map(([one, sizes, own]) => {
    return { ...one, ...sizes, ...("ranges" in one ? {} : own) };
  });
}

/** Changes of the whole scenario that are allowed whatever it is. */
const SCENARIO_CHANGES = {
  title: text(80),
  asOf: fc.constantFrom("2026-11-27", "2027-02-01"),
  usageTier: fc.constantFrom(...USAGE_TIERS),
  tokenAccounting: fc.constantFrom("prompt-plus-cap", "larger-of", "actual"),
  rpmWindowSeconds: fc.integer({ min: 1, max: 60 }),
  monthlyUsageLimitUsd: fc.oneof(decimalString("above zero"), fc.constant(null)),
  monthlyBudgetUsd: fc.oneof(decimalString("zero"), fc.constant(null)),
  regional: fc.constantFrom(true, false, null),
  policy: fc.constantFrom("queue", "retry", null),
  seed: fc.constantFrom(1, 7, null),
  backlog: fc.constant(null),
  growth: fc.constant(null),
};

/** One variant of a scenario: of all it may change, a few. */
function variant(workloads: readonly WorkloadJson[]): fc.Arbitrary<VariantJson> {
  const places = workloads.map(() => fc.oneof({ weight: 3, arbitrary: workloadChanges() }, fc.constant(null)));
  const putIn = fc.array(fc.constantFrom(...workloads), { maxLength: Math.min(3, 20 - workloads.length) });
  return fc
    .record({
      name: text(60),
      whole: fc.record(SCENARIO_CHANGES, { requiredKeys: [] }),
      places: fc.tuple(...places.map((place) => fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, place))),
      putIn,
    })
    .map(({ name, whole, places: own, putIn: more }) => {
      const changes: Record<string, unknown> = { ...whole };
      own.forEach((change, index) => {
        // The first one stays, so that there always is one.
        if (change === null && index > 0) changes[`workloads.${index}`] = null;
        for (const [field, value] of Object.entries(change ?? {})) changes[`workloads.${index}.${field}`] = value;
      });
      more.forEach((workload, n) => (changes[`workloads.+${n > 0 ? n + 1 : ""}`] = workload));
      return { name, changes };
    })
    .filter(({ changes }) => JSON.stringify(changes).length < 3000);
}

/** The scenario with ranges, growth and variants. */
export function grown(scenario: fc.Arbitrary<ScenarioJson>): fc.Arbitrary<ScenarioJson> {
  return scenario.chain((body) =>
    fc
      .record({
        ranges: fc.tuple(...body.workloads.map(() => fc.option(ranges(), { nil: undefined }))),
        growth: fc.option(growth(), { nil: undefined }),
        variants: fc.array(variant(body.workloads), { maxLength: 4 }),
      })
      .map((more) => ({
        ...body,
        workloads: body.workloads.map((workload, index) =>
          more.ranges[index] ? { ...workload, ranges: more.ranges[index] } : workload,
        ),
        ...(more.growth && { growth: more.growth }),
        ...(more.variants.length > 0 && { variants: more.variants }),
      })),
  );
}
