import type { Issue } from "@/lib/fields";
import { recordSchema } from "@/lib/fields/schema";
import { MOST } from "./bounds";
import { DEFAULTS } from "./defaults";
import { BACKLOG, GROWTH, MODEL_OVERRIDE, OWN_LIMITS, OWN_PRICE, RANGES, SCENARIO, VARIANT, WORKLOAD } from "./fields";
import type { Scenario } from "./types";
import { readVariants } from "./variants/variants";

const OWN_OR_LISTED = "A catalogue id or snapshot, or the id of a custom model in modelOverrides; kept as written.";

/** What an implied field is where it is absent, in words. */
const orElse = (meaning: string, field: keyof typeof DEFAULTS.implied) =>
  `${meaning} Absent: ${DEFAULTS.implied[field]}.`;

const ownPriceSchema = recordSchema(
  OWN_PRICE,
  {
    id: "OwnPrice",
    description:
      "The user’s own price, in place of the catalogue’s at every date and every length of input. Decimal strings.",
  },
  {
    input: "USD per million input tokens.",
    cachedInput: "USD per million cached input tokens; absent: cached tokens cost the input price.",
    output: "USD per million output tokens, visible and reasoning.",
    batchInput: "USD per million input tokens in batch; both batch prices, or the model has none.",
    batchOutput: "USD per million output tokens in batch.",
    batchCachedInput: "USD per million cached input tokens in batch; absent: they cost batchInput.",
    cacheWrite: "USD per million input tokens written to the cache, standard; absent: they cost the input price.",
    flexInput: "USD per million input tokens in flex; flexInput and flexOutput come together.",
    flexCachedInput: "USD per million cached input tokens in flex; absent: they cost flexInput.",
    flexOutput: "USD per million output tokens in flex.",
    priorityInput:
      "USD per million input tokens in priority, which pages call Fast; priorityInput and priorityOutput come together.",
    priorityCachedInput: "USD per million cached input tokens in priority; absent: they cost priorityInput.",
    priorityOutput: "USD per million output tokens in priority.",
    batchCacheWrite: "USD per million tokens written to the cache in batch; absent: they cost batchInput.",
    flexCacheWrite: "USD per million tokens written to the cache in flex; absent: they cost flexInput.",
    priorityCacheWrite: "USD per million tokens written to the cache in priority; absent: they cost priorityInput.",
  },
);

const ownLimitsSchema = recordSchema(
  OWN_LIMITS,
  { id: "OwnLimits", description: "The user’s own limits; what is absent stays as published." },
  {
    rpm: "Requests a minute.",
    tpm: "Tokens a minute.",
    batchQueueTokens: "Input tokens that may be enqueued in batch at once.",
    rpd: "Requests a day.",
    tpd: "Tokens a day.",
  },
);

const modelOverrideSchema = recordSchema(
  MODEL_OVERRIDE,
  {
    id: "ModelOverride",
    description:
      "Your own facts on one model: for a catalogue model a negotiated price and the limits of your own dashboard at your usage tier; for an id outside the catalogue the whole of a custom model, its limits the same at every tier.",
  },
  {
    model: "A catalogue id or snapshot, or an id of your own, which makes a custom model.",
    price: ownPriceSchema,
    limits: ownLimitsSchema,
    contextWindow: "Input and output tokens one request may have.",
    maxOutputTokens: "Output tokens one request may have.",
  },
);

const rangesSchema = recordSchema(
  RANGES,
  {
    id: "Ranges",
    description:
      "What is not known of a mean, by field: log-normal, the low end its p10, the high end its p90, each independent of the others. The field’s own number counts wherever no range is asked for. How requests differ from each other is another thing, the p95 over the mean.",
  },
  {
    requests: "Of `requests`, in the same `per`.",
    inputTokens: "Of `inputTokens`.",
    cachedInputTokens: "Of `cachedInputTokens`; cut at the input.",
    visibleOutputTokens: "Of `visibleOutputTokens`.",
    reasoningTokens: "Of `reasoningTokens`.",
    peakToMean: "Of `peakToMean`; cut at 1.",
  },
);

const workloadSchema = recordSchema(
  WORKLOAD,
  {
    id: "Workload",
    description: "One kind of request at one mean rate on one model. Token counts are means per request.",
  },
  {
    name: "What you call it.",
    model: OWN_OR_LISTED,
    serviceTier: "How the requests are sent; pages call priority Fast, and `fast` is read as `priority`.",
    requests: "Wanted requests per `per`, without retries.",
    per: "The period of `requests`. A month is 730 hours, a day 24.",
    peakToMean: "Busiest 60 seconds over the mean.",
    inputTokens: "Mean input tokens of a request, cached ones included.",
    cachedInputTokens: "The part of inputTokens that is read from cache, at most all of it.",
    cacheWriteTokens: "The part of inputTokens that is written to the cache, beside what is read from it; absent: 0.",
    visibleOutputTokens: "Mean output tokens of a request that the answer shows.",
    reasoningTokens: "Mean reasoning tokens of a request: output = visible + reasoning.",
    maxCompletionTokens: "The cap, max_completion_tokens; absent: none.",
    retryShare: "Billed extra attempts per wanted request: they cost and load like requests.",
    shape: orElse("How the rate moves through the day or the week.", "shape"),
    arrivals: orElse(
      "How requests come at that rate: each by itself, evenly spaced, or as measured: by chance within a minute, no 60 seconds above the peak.",
      "arrivals",
    ),
    sizes: orElse("How sizes differ from request to request: not, or as in real data; the means stay.", "sizes"),
    inputP95ToMean: orElse("95th percentile of the input over its mean, log-normal.", "inputP95ToMean"),
    visibleOutputP95ToMean: orElse("The same of the visible output.", "visibleOutputP95ToMean"),
    reasoningP95ToMean: orElse("The same of reasoning over visible output.", "reasoningP95ToMean"),
    firstTokenMs: "Milliseconds to the first token, without waiting for a limit; absent: unknown.",
    tokensPerSecond: "Output tokens a second once the first one came; absent: unknown.",
    cacheLifetime: orElse(
      "How long what is written to the cache stays there; 12h costs 2.5 times input on models that offer it, and the ordinary price of writes on others.",
      "cacheLifetime",
    ),
    webSearchCalls: orElse(
      "Calls of OpenAI’s web search in one request, $10.00 per 1,000, whatever the service tier. What it finds is input: enter it in inputTokens.",
      "webSearchCalls",
    ),
    fileSearchCalls: orElse(
      "Calls of OpenAI’s file search in one request, $2.50 per 1,000, whatever the service tier.",
      "fileSearchCalls",
    ),
    ranges: rangesSchema,
  },
);

const backlogSchema = recordSchema(
  BACKLOG,
  { id: "Backlog", description: "A pile of work: so many requests of one kind, by a deadline." },
  {
    model: OWN_OR_LISTED,
    total: "Requests in all.",
    inputTokens: "Mean input tokens of a request, cached ones included.",
    cachedInputTokens: "The part of inputTokens that is read from cache.",
    visibleOutputTokens: "Mean visible output tokens of a request.",
    reasoningTokens: "Mean reasoning tokens of a request.",
    maxCompletionTokens: "The cap; absent: none.",
    deadlineHours: "Hours until all must be done.",
    liveShare: "The share of the standard limits that is left to live traffic.",
    budgetUsd: "USD the whole may cost; absent: none.",
    enqueuedRequests: orElse(
      "The most requests taken to be enqueued in batch at once, an assumption: no text of OpenAI’s has such a limit.",
      "enqueuedRequests",
    ),
  },
);

const growthSchema = recordSchema(
  GROWTH,
  { id: "Growth", description: "How requests grow month by month, for a forecast." },
  {
    percentPerMonth: "Per cent that requests grow by from one month to the next.",
    months: "Months that are forecast.",
    paidUsd: "USD paid to OpenAI before the first month; absent: unknown.",
    tierFollows: orElse("Whether the usage tier rises with what has been paid.", "tierFollows"),
  },
);

const variantSchema = recordSchema(
  VARIANT,
  {
    id: "Variant",
    description: "Another scenario as its differences from the one that holds it; what is not named follows that one.",
  },
  {
    name: "What you call it.",
    changes:
      "Values by path, such as usageTier or workloads.0.model, each a value as in a scenario. null takes out: an optional field, backlog, or workloads.1. workloads.+ puts a workload in behind the others, workloads.+2 another.",
  },
);

/** The faults in changes of variants, once all else has none. */
function eachVariantApplies(read: object): readonly Issue[] {
  const scenario = read as Scenario;
  const variants = scenario.variants && readVariants(scenario, scenario.variants);
  return variants && "issues" in variants ? variants.issues : [];
}

/**
 * The schema of a scenario, made from the table of fields: what OpenAPI says of it. `checkScenario` reads and
 * refuses.
 */
export const scenarioSchema = recordSchema(
  { ...SCENARIO, rules: [...SCENARIO.rules, eachVariantApplies] },
  { id: "Scenario", description: "Everything a user can ask; what a link holds." },
  {
    title: "What you call the scenario.",
    asOf: "The day whose prices are in force, YYYY-MM-DD.",
    usageTier: "OpenAI’s usage tier of the account: it sets the limits.",
    tokenAccounting:
      "What one request is charged against tokens a minute: input plus cap, the larger of input and cap, or input plus output. Without a cap all three are input plus output.",
    rpmWindowSeconds: "How many seconds of the requests-a-minute limit the request bucket holds.",
    batchTurnaroundHours: "Hours until a batch frees its place in the queue, assumed.",
    modelOverrides: {
      items: modelOverrideSchema,
      meaning: `Your own facts, each model once. At most ${MOST.modelOverrides}.`,
    },
    monthlyUsageLimitUsd:
      "USD above 0: replaces the usage tier’s monthly limit, at usageTier only; absent: the tier’s.",
    monthlyBudgetUsd: "USD: only raises a note, never a limit; absent: none.",
    regional: orElse(
      "Processing in one region (data residency): every token price of models released on or after 2026-03-05 times 1.1, your own prices of such a model too.",
      "regional",
    ),
    workloads: { items: workloadSchema, meaning: `What is to run. 1 to ${MOST.workloads}.` },
    policy: orElse("What clients do at a limit.", "policy"),
    seed: orElse("One seed, one simulated day.", "seed"),
    horizonMinutes: orElse("Minutes that are simulated.", "horizonMinutes"),
    backlog: backlogSchema,
    growth: growthSchema,
    variants: {
      items: variantSchema,
      meaning: `B, C … beside this scenario. At most ${MOST.variants}.`,
    },
  },
);
