import { CHECKED_ON, findModel } from "@/lib/catalogue";
import {
  choice,
  day,
  decimal,
  ends,
  filled,
  flag,
  id,
  implied,
  list,
  numeric,
  open,
  optional,
  record,
  required,
  text,
} from "@/lib/fields";
import { cachedWithinInput, eachModelIsKnown, eachOverrideIsOnce, pricesInPairs, writtenWithinInput } from "./rules";
import { MOST, NUMBERS, type NumberField } from "./bounds";
import { DEFAULTS } from "./defaults";
import { CHOICES, RANGE_FIELDS, SERVICE_TIER_WORDS, type OwnPrice, type RangeField } from "./types";

const { scenario, workload, backlog, implied: unsaid } = DEFAULTS;

/** What a custom model may be called. */
export const MODEL_ID = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** A number of this field, within its rule. */
const number = <F extends NumberField>(field: F) => numeric(NUMBERS[field]);
const model = id({
  isId: (name) => findModel(name) !== undefined || MODEL_ID.test(name),
  pattern: MODEL_ID,
  accepted: "a model id of 1 to 40 characters a–z, 0–9, dot, dash or underscore",
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
    batchCacheWrite: optional(decimal()),
    flexCacheWrite: optional(decimal()),
    priorityCacheWrite: optional(decimal()),
  },
  [pricesInPairs],
);

/** A user's own limits: what is absent stays as published. */
export const OWN_LIMITS = record({
  rpm: optional(number("rpm")),
  tpm: optional(number("tpm")),
  batchQueueTokens: optional(number("batchQueueTokens")),
  rpd: optional(number("rpd")),
  tpd: optional(number("tpd")),
});

/** A user's own facts on one model. */
export const MODEL_OVERRIDE = record({
  model: required(model),
  price: optional(OWN_PRICE),
  limits: optional(OWN_LIMITS),
  contextWindow: optional(number("contextWindow")),
  maxOutputTokens: optional(number("maxOutputTokens")),
});

const range = (field: RangeField) => optional(ends(NUMBERS[field]));

/** Ranges of means that are not known better. */
export const RANGES = record(
  Object.fromEntries(RANGE_FIELDS.map((field) => [field, range(field)])) as Record<
    RangeField,
    ReturnType<typeof range>
  >,
);

/** One kind of request at one mean rate on one model. */
export const WORKLOAD = record(
  {
    name: filled(text(MOST.name), workload.name),
    model: required(model),
    serviceTier: filled(choice(CHOICES.serviceTier, SERVICE_TIER_WORDS), workload.serviceTier),
    requests: required(number("requests")),
    per: required(choice(CHOICES.per)),
    peakToMean: filled(number("peakToMean"), workload.peakToMean),
    inputTokens: required(number("inputTokens")),
    cachedInputTokens: filled(number("cachedInputTokens"), workload.cachedInputTokens),
    cacheWriteTokens: implied(number("cacheWriteTokens"), unsaid.cacheWriteTokens),
    visibleOutputTokens: filled(number("visibleOutputTokens"), workload.visibleOutputTokens),
    reasoningTokens: filled(number("reasoningTokens"), workload.reasoningTokens),
    maxCompletionTokens: optional(number("maxCompletionTokens")),
    retryShare: filled(number("retryShare"), workload.retryShare),
    shape: implied(choice(CHOICES.shape), unsaid.shape),
    arrivals: implied(choice(CHOICES.arrivals), unsaid.arrivals),
    sizes: implied(choice(CHOICES.sizes), unsaid.sizes),
    inputP95ToMean: implied(number("inputP95ToMean"), unsaid.inputP95ToMean),
    visibleOutputP95ToMean: implied(number("visibleOutputP95ToMean"), unsaid.visibleOutputP95ToMean),
    reasoningP95ToMean: implied(number("reasoningP95ToMean"), unsaid.reasoningP95ToMean),
    firstTokenMs: optional(number("firstTokenMs")),
    tokensPerSecond: optional(number("tokensPerSecond")),
    cacheLifetime: implied(choice(CHOICES.cacheLifetime), unsaid.cacheLifetime),
    webSearchCalls: implied(number("webSearchCalls"), unsaid.webSearchCalls),
    fileSearchCalls: implied(number("fileSearchCalls"), unsaid.fileSearchCalls),
    ranges: optional(RANGES),
  },
  [cachedWithinInput, writtenWithinInput],
);

/** A pile of work with a deadline. */
export const BACKLOG = record(
  {
    model: required(model),
    total: required(number("total")),
    inputTokens: required(number("inputTokens")),
    cachedInputTokens: filled(number("cachedInputTokens"), backlog.cachedInputTokens),
    visibleOutputTokens: filled(number("visibleOutputTokens"), backlog.visibleOutputTokens),
    reasoningTokens: filled(number("reasoningTokens"), backlog.reasoningTokens),
    maxCompletionTokens: optional(number("maxCompletionTokens")),
    deadlineHours: filled(number("deadlineHours"), backlog.deadlineHours),
    liveShare: filled(number("liveShare"), backlog.liveShare),
    budgetUsd: optional(decimal()),
    enqueuedRequests: implied(number("enqueuedRequests"), unsaid.enqueuedRequests),
  },
  [cachedWithinInput],
);

/** How requests grow month by month. */
export const GROWTH = record({
  percentPerMonth: required(number("percentPerMonth")),
  months: required(number("months")),
  paidUsd: optional(decimal()),
  tierFollows: implied(flag, unsaid.tierFollows),
});

/** Another scenario as its differences from this one. */
export const VARIANT = record({
  name: filled(text(MOST.name), workload.name),
  changes: required(open("an object of changes, each a path such as workloads.0.model and its value")),
});

/**
 * Everything a user can ask: every field, what it accepts, and what its absence means. Check, schema, link
 * and editor read this table.
 */
export const SCENARIO = record(
  {
    title: filled(text(MOST.title), scenario.title),
    asOf: filled(day, CHECKED_ON),
    usageTier: filled(choice(CHOICES.usageTier), scenario.usageTier),
    tokenAccounting: filled(choice(CHOICES.tokenAccounting), scenario.tokenAccounting),
    rpmWindowSeconds: filled(number("rpmWindowSeconds"), scenario.rpmWindowSeconds),
    batchTurnaroundHours: filled(number("batchTurnaroundHours"), scenario.batchTurnaroundHours),
    modelOverrides: filled(list(MODEL_OVERRIDE, 0, MOST.modelOverrides), scenario.modelOverrides),
    monthlyUsageLimitUsd: optional(decimal({ aboveZero: true })),
    monthlyBudgetUsd: optional(decimal()),
    regional: implied(flag, unsaid.regional),
    workloads: required(list(WORKLOAD, 1, MOST.workloads)),
    policy: implied(choice(CHOICES.policy), unsaid.policy),
    seed: implied(number("seed"), unsaid.seed),
    horizonMinutes: implied(number("horizonMinutes"), unsaid.horizonMinutes),
    backlog: optional(BACKLOG),
    growth: optional(GROWTH),
    variants: optional(list(VARIANT, 0, MOST.variants)),
  },
  [eachOverrideIsOnce, eachModelIsKnown],
);

/** The fields of a user's own price in canonical order. */
export const PRICE_FIELDS = Object.keys(OWN_PRICE.fields) as readonly (keyof OwnPrice)[];
