import { CHECKED_ON, findModel } from "@/lib/catalogue";
import {
  absentValues,
  choice,
  day,
  decimal,
  filled,
  id,
  implied,
  LARGEST,
  list,
  numeric,
  numberRules,
  optional,
  record,
  required,
  text,
} from "@/lib/fields";
import { cachedWithinInput, eachModelIsKnown, eachOverrideIsOnce, pricesInPairs, writtenWithinInput } from "./rules";
import { CHOICES, type OwnPrice } from "./types";

/** The most code points of a text, and the most items of a list. */
export const MOST = { title: 80, name: 60, workloads: 20, modelOverrides: 20 } as const;

/** What a custom model may be called. */
export const MODEL_ID = /^[a-z0-9][a-z0-9._-]{0,39}$/;

const aboveZero = numeric({ above: 0, max: LARGEST });
const fromZero = numeric({ min: 0, max: LARGEST });
const cap = numeric({ above: 0, max: LARGEST, integer: true });
const model = id({
  isId: (name) => findModel(name) !== undefined || MODEL_ID.test(name),
  pattern: MODEL_ID,
  accepted: "a model id of 1 to 40 characters a–z, 0–9, dot, dash or underscore",
});

/**
 * A log-normal with mean 1 has its largest p95, e^(z²/2) = 3.868 with z = 1.645, at sigma = z: z·sigma −
 * sigma²/2 is largest there.
 */
const p95ToMean = numeric({
  min: 1,
  max: 3.868,
  because: "no log-normal has a p95 above 3.868 times its mean; heavier sizes come from real data",
});

/**
 * A user's own price: input and output are needed, each of the others is absent where there is no such price.
 */
export const OWN_PRICE = record(
  {
    input: required(decimal()),
    cachedInput: optional(decimal()),
    output: required(decimal()),
    batchInput: optional(decimal()),
    batchOutput: optional(decimal()),
    batchCachedInput: optional(decimal()),
    cacheWrite: optional(decimal()),
    flexInput: optional(decimal()),
    flexCachedInput: optional(decimal()),
    flexOutput: optional(decimal()),
    priorityInput: optional(decimal()),
    priorityCachedInput: optional(decimal()),
    priorityOutput: optional(decimal()),
  },
  [pricesInPairs],
);

/** A user's own limits: what is absent stays as published. */
export const OWN_LIMITS = record({
  rpm: optional(aboveZero),
  tpm: optional(aboveZero),
  batchQueueTokens: optional(aboveZero),
  rpd: optional(aboveZero),
  tpd: optional(aboveZero),
});

/** A user's own facts on one model. */
export const MODEL_OVERRIDE = record({
  model: required(model),
  price: optional(OWN_PRICE),
  limits: optional(OWN_LIMITS),
  contextWindow: optional(aboveZero),
  maxOutputTokens: optional(aboveZero),
});

/** One kind of request at one mean rate on one model. */
export const WORKLOAD = record(
  {
    name: filled(text(MOST.name), ""),
    model: required(model),
    serviceTier: filled(choice(CHOICES.serviceTier), "standard"),
    requests: required(aboveZero),
    per: required(choice(CHOICES.per)),
    peakToMean: filled(numeric({ min: 1, max: 1000 }), 1),
    inputTokens: required(fromZero),
    cachedInputTokens: filled(fromZero, 0),
    cacheWriteTokens: implied(fromZero, 0),
    visibleOutputTokens: filled(fromZero, 0),
    reasoningTokens: filled(fromZero, 0),
    maxCompletionTokens: optional(cap),
    retryShare: filled(numeric({ min: 0, max: 10 }), 0),
    shape: implied(choice(CHOICES.shape), "flat"),
    arrivals: implied(choice(CHOICES.arrivals), "poisson"),
    sizes: implied(choice(CHOICES.sizes), "fixed"),
    inputP95ToMean: implied(p95ToMean, 1),
    visibleOutputP95ToMean: implied(p95ToMean, 1),
    reasoningP95ToMean: implied(p95ToMean, 1),
    firstTokenMs: optional(numeric({ min: 0, max: 600_000, integer: true })),
    tokensPerSecond: optional(numeric({ above: 0, max: 100_000 })),
  },
  [cachedWithinInput, writtenWithinInput],
);

/** A pile of work with a deadline. */
export const BACKLOG = record(
  {
    model: required(model),
    total: required(numeric({ min: 1, max: LARGEST, integer: true })),
    inputTokens: required(fromZero),
    cachedInputTokens: filled(fromZero, 0),
    visibleOutputTokens: filled(fromZero, 0),
    reasoningTokens: filled(fromZero, 0),
    maxCompletionTokens: optional(cap),
    deadlineHours: filled(numeric({ above: 0, max: 87_600 }), 72),
    liveShare: filled(numeric({ min: 0, max: 0.99 }), 0.5),
    budgetUsd: optional(decimal()),
  },
  [cachedWithinInput],
);

/**
 * Everything a user can ask: every field, what it accepts, and what its absence means. Check, schema, link
 * and editor read this table.
 */
export const SCENARIO = record(
  {
    title: filled(text(MOST.title), ""),
    asOf: filled(day, CHECKED_ON),
    usageTier: filled(choice(CHOICES.usageTier), 1),
    tokenAccounting: filled(choice(CHOICES.tokenAccounting), "prompt-plus-cap"),
    rpmWindowSeconds: filled(numeric({ min: 1, max: 60, integer: true }), 60),
    batchTurnaroundHours: filled(numeric({ min: 1, max: 24 }), 24),
    modelOverrides: filled(list(MODEL_OVERRIDE, 0, MOST.modelOverrides), []),
    monthlyUsageLimitUsd: optional(decimal({ aboveZero: true })),
    monthlyBudgetUsd: optional(decimal()),
    workloads: required(list(WORKLOAD, 1, MOST.workloads)),
    policy: implied(choice(CHOICES.policy), "queue"),
    seed: implied(numeric({ min: 0, max: 4_294_967_295, integer: true }), 1),
    horizonMinutes: implied(numeric({ min: 1, max: 43_200, integer: true }), 1440),
    backlog: optional(BACKLOG),
  },
  [eachOverrideIsOnce, eachModelIsKnown],
);

/** The rule of every number of a scenario, by field: a field of two objects has one rule. */
export const NUMBERS = {
  ...numberRules(SCENARIO),
  ...numberRules(WORKLOAD),
  ...numberRules(BACKLOG),
  ...numberRules(MODEL_OVERRIDE),
  ...numberRules(OWN_LIMITS),
};
/** A field that holds a number, of any object of a scenario. */
export type NumberField = keyof typeof NUMBERS;

/** The fields of a user's own price in canonical order. */
export const PRICE_FIELDS = Object.keys(OWN_PRICE.fields) as readonly (keyof OwnPrice)[];

// The default of `asOf` moves with the catalogue; all others are part of version 1 of the link and never
// change.
const { asOf: _checkedOn, ...scenarioDefaults } = absentValues(SCENARIO, "filled");

/**
 * What stands for fields that are absent. `implied`: of fields that a scenario never holds at this value.
 * Frozen.
 */
export const DEFAULTS = {
  scenario: scenarioDefaults,
  workload: absentValues(WORKLOAD, "filled"),
  backlog: absentValues(BACKLOG, "filled"),
  implied: { ...absentValues(SCENARIO, "implied"), ...absentValues(WORKLOAD, "implied") },
};
