import fc from "fast-check";
import { day, decimalString, fromThousandths } from "./values";
import type { OverrideJson, ScenarioJson, WorkloadJson } from "../make/estimate-json";
import { CATALOGUE, type CatalogueModel, MONTHLY_USAGE_LIMIT_USD, USAGE_TIERS, type UsageTier } from "../oracle/facts";
import type { Fraction } from "../oracle/fraction";

/** Valid scenarios of one or two workloads that meet one limit exactly, or miss it by a step to either side. */
export function thresholdScenario(): fc.Arbitrary<ScenarioJson> {
  return fc
    .record({
      shape: fc.constantFrom(...SHAPES),
      draw: fc.record({
        model: fc.constantFrom(...CATALOGUE),
        bySnapshot: fc.boolean(),
        usageTier: fc.constantFrom(...USAGE_TIERS.filter((tier) => tier !== "free")),
        step: fc.constantFrom(-1, -0.001, 0, 0, 0, 0.001, 1),
        rule: fc.constantFrom("prompt-plus-cap" as const, "larger-of" as const, "actual" as const),
        peakToMean: fc.constantFrom(1, 2, 2.5, 4),
        ownLimit: fc.option(fc.integer({ min: 2000, max: 1_000_000 }), { nil: null }),
      }),
      extras: fc.record(
        { asOf: day(), title: fc.constant("On the line"), monthlyBudgetUsd: decimalString("zero") },
        { requiredKeys: [] },
      ),
      bystander: fc.constantFrom(null, null, "standard" as const, "batch" as const),
    })
    .map(({ shape, draw, extras, bystander }) => {
      const scenario = { ...extras, usageTier: draw.usageTier, tokenAccounting: draw.rule, ...shape(draw) };
      return bystander === null ? scenario : withBystander(scenario, draw.model, bystander);
    });
}

interface Draw {
  readonly model: CatalogueModel;
  readonly bySnapshot: boolean;
  readonly usageTier: UsageTier;
  /** How far past the limit, in the limit's own unit. */
  readonly step: number;
  readonly rule: "prompt-plus-cap" | "larger-of" | "actual";
  readonly peakToMean: number;
  /** The user's own limit in place of the published one. */
  readonly ownLimit: number | null;
}

type Shape = (draw: Draw) => Partial<ScenarioJson> & Pick<ScenarioJson, "workloads">;

const SHAPES: readonly Shape[] = [
  function inputIs1024(draw) {
    return { workloads: [{ ...rare(draw), inputTokens: sum(1024, draw.step), cachedInputTokens: 1 }] };
  },
  function chargeIsTpm(draw) {
    const { limit, modelOverrides } = limitOf(draw, "tpm");
    return { modelOverrides, workloads: [{ ...rare(draw), ...chargedAs(sum(limit, draw.step), draw.rule) }] };
  },
  function chargeWithoutCapIsTpm(draw) {
    const { limit, modelOverrides } = limitOf(draw, "tpm");
    const tokens = { inputTokens: sum(limit, draw.step, -900), visibleOutputTokens: 300, reasoningTokens: 600 };
    return { modelOverrides, workloads: [{ ...rare(draw), ...tokens }] };
  },
  function peakIsRpm(draw) {
    const { limit, modelOverrides } = limitOf(draw, "rpm");
    const workload = { ...rare(draw), per: "minute" as const, inputTokens: 1 };
    return {
      modelOverrides,
      workloads: [
        { ...workload, requests: limit / 2 / draw.peakToMean, peakToMean: draw.peakToMean },
        { ...workload, requests: sum(limit / 2, draw.step), model: draw.model.id },
      ],
    };
  },
  function peakIsRpmWithRetries(draw) {
    const { limit, modelOverrides } = limitOf(draw, "rpm");
    const requests = sum(limit / 10, draw.step);
    return { modelOverrides, workloads: [{ ...rare(draw), per: "minute", requests, retryShare: 9, inputTokens: 1 }] };
  },
  function peakIsTpm(draw) {
    const { limit, modelOverrides } = limitOf(draw, "tpm");
    const { peakToMean } = draw;
    const tenAMinuteAtPeak = { requests: 10 / peakToMean, per: "minute" as const, peakToMean };
    return {
      modelOverrides,
      workloads: [{ ...rare(draw), ...tenAMinuteAtPeak, inputTokens: sum(limit / 10, draw.step) }],
    };
  },
  function batchFillsTheQueue(draw) {
    const { limit, modelOverrides } = limitOf(draw, "batchQueueTokens");
    const twoInFourHours = { serviceTier: "batch" as const, requests: 12, per: "day" as const };
    const inputTokens = sum(limit / 2, draw.step);
    return { modelOverrides, batchTurnaroundHours: 4, workloads: [{ ...rare(draw), ...twoInFourHours, inputTokens }] };
  },
  function monthCostsTheUsageLimit(draw) {
    const usd = draw.ownLimit ?? 1000;
    return {
      monthlyUsageLimitUsd: String(usd),
      monthlyBudgetUsd: String(usd),
      ...oneDollarARequest(draw, sum(usd, draw.step)),
    };
  },
  function monthCostsThePublishedUsageLimit(draw) {
    return oneDollarARequest(draw, sum(toNumber(MONTHLY_USAGE_LIMIT_USD[draw.usageTier]), draw.step));
  },
  function requestFillsTheContext(draw) {
    const inputTokens = sum(toNumber(draw.model.contextWindow), -100, draw.step);
    return {
      ...spacious(draw),
      workloads: [{ ...rare(draw), inputTokens, visibleOutputTokens: 40, reasoningTokens: 60 }],
    };
  },
  function outputIsTheMaximum(draw) {
    const reasoningTokens = sum(toNumber(draw.model.maxOutputTokens), -40, draw.step);
    return {
      ...spacious(draw),
      workloads: [{ ...rare(draw), inputTokens: 100, visibleOutputTokens: 40, reasoningTokens }],
    };
  },
  function capIsTheMaximum(draw) {
    const maxCompletionTokens = toNumber(draw.model.maxOutputTokens) + Math.sign(draw.step);
    return { ...spacious(draw), workloads: [{ ...rare(draw), inputTokens: 100, maxCompletionTokens }] };
  },
  function outputIsTheCap(draw) {
    const output = { visibleOutputTokens: 500, reasoningTokens: sum(500, draw.step), maxCompletionTokens: 1000 };
    return { workloads: [{ ...rare(draw), inputTokens: 100, ...output }] };
  },
  function headroomsAreEqual(draw) {
    const limits = { rpm: 100, tpm: sum(200, draw.step), batchQueueTokens: 200 };
    const workload = { ...rare(draw), inputTokens: 2 };
    return {
      batchTurnaroundHours: 1,
      modelOverrides: [{ model: draw.model.snapshot, limits }],
      workloads: [
        { ...workload, requests: 50, per: "minute" },
        { ...workload, requests: 50, per: "hour", serviceTier: "batch" },
      ],
    };
  },
  function amountsEndInHalf(draw) {
    const price = { input: "0.000001", output: "0.000000000001" };
    const tokens = { inputTokens: sum(1_500_000, draw.step), visibleOutputTokens: 500_000 };
    return {
      modelOverrides: [{ model: draw.model.id, price }],
      workloads: [{ ...rare(draw), per: "month", ...tokens }],
    };
  },
];

/** A request a day on the drawn model. */
function rare({ model, bySnapshot }: Draw): WorkloadJson {
  return { model: bySnapshot ? model.snapshot : model.id, requests: 1, per: "day", inputTokens: 0 };
}

type Tokens = Pick<WorkloadJson, "inputTokens" | "maxCompletionTokens" | "visibleOutputTokens">;

/** The fields by which one request is charged this much under the rule. */
function chargedAs(charge: number, rule: Draw["rule"]): Tokens {
  if (rule === "actual") return { inputTokens: sum(charge, -100), visibleOutputTokens: 100, maxCompletionTokens: 8000 };
  if (rule === "larger-of") return { inputTokens: charge, maxCompletionTokens: Math.ceil(charge / 2) };
  return { inputTokens: sum(charge, -1000), maxCompletionTokens: 1000 };
}

/** A published limit at the drawn tier or the user's own one, and the overrides that make it so. */
function limitOf(
  draw: Draw,
  limit: "rpm" | "tpm" | "batchQueueTokens",
): { limit: number; modelOverrides: OverrideJson[] } {
  const published = draw.model.limits[draw.usageTier][limit];
  if (published !== null && draw.ownLimit === null) return { limit: toNumber(published), modelOverrides: [] };
  const own = (draw.ownLimit ?? 90_000) - ((draw.ownLimit ?? 0) % 200);
  return { limit: own, modelOverrides: [{ model: draw.model.id, limits: { [limit]: own } }] };
}

/** Limits on tokens that no single request meets. */
function spacious({ model }: Draw): Pick<ScenarioJson, "modelOverrides"> {
  return { modelOverrides: [{ model: model.id, limits: { tpm: 1e9, batchQueueTokens: 1e9 } }] };
}

function oneDollarARequest(
  { model, bySnapshot }: Draw,
  requests: number,
): Pick<ScenarioJson, "modelOverrides" | "workloads"> {
  return {
    modelOverrides: [
      { model: model.id, price: { input: "1.00", output: "0" }, limits: { tpm: 1e9 }, contextWindow: 1e6 },
    ],
    workloads: [{ model: bySnapshot ? model.snapshot : model.id, requests, per: "month", inputTokens: 1e6 }],
  };
}

/** The same scenario with a second, small workload on another model. */
function withBystander(scenario: ScenarioJson, taken: CatalogueModel, serviceTier: "standard" | "batch"): ScenarioJson {
  const other = CATALOGUE.find((model) => model !== taken)!;
  const load = { requests: 1, per: "month" as const, inputTokens: 1 };
  return {
    ...scenario,
    workloads: [{ name: "Bystander", model: other.snapshot, serviceTier, ...load }, ...scenario.workloads],
  };
}

/** A sum without the dust of binary fractions, to a thousandth. */
function sum(...terms: readonly number[]): number {
  return fromThousandths(terms.reduce((total, term) => total + Math.round(term * 1000), 0));
}

function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
