import { z } from "zod";
import { CHECKED_ON, findModel } from "@/lib/catalogue";
import { compare, parseDecimal, toShortestText, ZERO } from "@/lib/money";
import { MILLI, milli } from "./milli";
import { poolOf } from "./pool";
import {
  ABSENT_DEFAULTS,
  accepts,
  BACKLOG_DEFAULTS,
  codePoints,
  describeRule,
  hasLoneSurrogate,
  isDay,
  LENGTHS,
  MODEL_ID,
  MOST_OVERRIDES,
  MOST_WORKLOADS,
  NUMBERS,
  type NumberField,
  type NumberRule,
  PRICE_PAIRS,
  SCENARIO_DEFAULTS,
  TIME_DEFAULTS,
  WORKLOAD_DEFAULTS,
} from "./fields";
import { ACCEPTED, refusal, refused } from "./refusals";
import {
  ARRIVALS,
  PERS,
  POLICIES,
  SERVICE_TIERS,
  SHAPES,
  SIZES,
  TOKEN_ACCOUNTINGS,
  USAGE_TIER_IDS,
  type Issue,
  type Scenario,
} from "./types";

// Every schema refuses in the words of the hand check. A refinement never aborts: the rules between fields, which look at all that could be read, must still run.
const refusing = (field: string, accepted: string) => ({
  error: ({ input }: { readonly input?: unknown }) => refusal(field, input, accepted),
});

/** The ends of a rule in the words of JSON Schema. */
function bounds(rule: NumberRule) {
  return {
    ...(rule.integer && { type: "integer" as const }),
    ...(rule.above === undefined ? { minimum: rule.min } : { exclusiveMinimum: rule.above }),
    maximum: rule.max,
  };
}

function number(field: NumberField, meaning: string) {
  const rule: NumberRule = NUMBERS[field];
  const refuse = refusing(field, describeRule(rule));
  return z
    .number(refuse)
    .refine((value) => accepts(rule, value), refuse)
    .overwrite((value) => value + 0)
    .meta({
      description: `${meaning} ${rule.integer ? "A whole number." : "At most three decimals."}`,
      ...bounds(rule),
    });
}

function decimal(field: string, meaning: string, aboveZero = false) {
  const refuse = refusing(field, aboveZero ? ACCEPTED.amountAboveZero : ACCEPTED.amount);
  const read = (text: string) => {
    const parsed = parseDecimal(text);
    return parsed && aboveZero && compare(parsed, ZERO) === 0 ? null : parsed;
  };
  return z
    .string(refuse)
    .refine((text) => read(text) !== null, refuse)
    .overwrite((text) => {
      const amount = read(text);
      return amount ? toShortestText(amount) : text;
    })
    .meta({ description: meaning, pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,12})?$" });
}

function text(field: keyof typeof LENGTHS, meaning: string) {
  const most = LENGTHS[field];
  const refuse = refusing(field, ACCEPTED.text(field));
  return z
    .string(refuse)
    .refine((value) => codePoints(value) <= most && !hasLoneSurrogate(value), refuse)
    .meta({ description: `${meaning} At most ${most} code points.`, maxLength: most });
}

const isModelId = (name: string) => findModel(name) !== undefined || MODEL_ID.test(name);

function modelId(meaning: string) {
  const refuse = refusing("model", ACCEPTED.model);
  return z.string(refuse).refine(isModelId, refuse).meta({ description: meaning, pattern: MODEL_ID.source });
}

function oneOf<const T extends readonly string[]>(field: string, values: T, meaning: string) {
  return z.enum(values, refusing(field, ACCEPTED.oneOf(values))).meta({ description: meaning });
}

/** A list of `least` to `most`: one of another length is refused whole, without a look at its items. */
function list<T extends z.ZodType>(field: string, item: T, least: number, most: number, meaning: string) {
  const refuse = refusing(field, ACCEPTED.list(least, most));
  const schema = z
    .array(item, refuse)
    .meta({ description: meaning, minItems: least, maxItems: most, ...(least === 0 && { default: [] }) });
  return z.preprocess((value, context) => {
    if (!Array.isArray(value) || (value.length >= least && value.length <= most)) return value;
    context.addIssue({ code: "custom", input: value, message: refuse.error({ input: value }) });
    return z.NEVER;
  }, schema);
}

interface Refused {
  readonly path?: readonly PropertyKey[] | undefined;
  readonly input?: unknown;
}

const onObjects = { when: ({ value }: { readonly value: unknown }) => typeof value === "object" && value !== null };

/** An object of these fields and no other. */
function object<T extends z.core.$ZodShape>(shape: T, refuse: (issue: Refused) => string) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(", ") : refuse(issue)),
  });
}

const byField = ({ path, input }: Refused) => refusal(String(path?.at(-1)), input, ACCEPTED.object);
const byPlace = ({ path, input }: Refused) => refusal((path ?? []).join("."), input, ACCEPTED.object);

/** A user's own price. */
export const ownPriceSchema = object(
  {
    input: decimal("input", "USD per million input tokens."),
    cachedInput: decimal(
      "cachedInput",
      "USD per million cached input tokens; absent: cached tokens cost the input price.",
    ).exactOptional(),
    output: decimal("output", "USD per million output tokens, visible and reasoning."),
    batchInput: decimal(
      "batchInput",
      "USD per million input tokens in batch; both batch prices, or the model has none.",
    ).exactOptional(),
    batchOutput: decimal("batchOutput", "USD per million output tokens in batch.").exactOptional(),
    batchCachedInput: decimal(
      "batchCachedInput",
      "USD per million cached input tokens in batch; absent: they cost batchInput.",
    ).exactOptional(),
    cacheWrite: decimal(
      "cacheWrite",
      "USD per million input tokens written to the cache, standard; absent: they cost the input price.",
    ).exactOptional(),
    flexInput: decimal(
      "flexInput",
      "USD per million input tokens in flex; flexInput and flexOutput come together.",
    ).exactOptional(),
    flexCachedInput: decimal(
      "flexCachedInput",
      "USD per million cached input tokens in flex; absent: they cost flexInput.",
    ).exactOptional(),
    flexOutput: decimal("flexOutput", "USD per million output tokens in flex.").exactOptional(),
    priorityInput: decimal(
      "priorityInput",
      "USD per million input tokens in priority; priorityInput and priorityOutput come together.",
    ).exactOptional(),
    priorityCachedInput: decimal(
      "priorityCachedInput",
      "USD per million cached input tokens in priority; absent: they cost priorityInput.",
    ).exactOptional(),
    priorityOutput: decimal("priorityOutput", "USD per million output tokens in priority.").exactOptional(),
  },
  byField,
)
  .superRefine((price, context) => {
    for (const [one, other] of PRICE_PAIRS) {
      if ((price[one] === undefined) === (price[other] === undefined)) continue;
      const [missing, beside] = price[one] === undefined ? [one, other] : [other, one];
      context.addIssue({ code: "custom", path: [missing], message: refused.alone(missing, beside) });
    }
  }, onObjects)
  .meta({
    id: "OwnPrice",
    description:
      "The user’s own price, in place of the catalogue’s at every date and every length of input. Decimal strings.",
  });

/** A user's own limits. */
export const ownLimitsSchema = object(
  {
    rpm: number("rpm", "Requests a minute.").exactOptional(),
    tpm: number("tpm", "Tokens a minute.").exactOptional(),
    batchQueueTokens: number("batchQueueTokens", "Input tokens that may be enqueued in batch at once.").exactOptional(),
    rpd: number("rpd", "Requests a day.").exactOptional(),
    tpd: number("tpd", "Tokens a day.").exactOptional(),
  },
  byField,
).meta({ id: "OwnLimits", description: "The user’s own limits; what is absent stays as published." });

/** The user's own facts of one model. */
export const modelOverrideSchema = object(
  {
    model: modelId("A catalogue id or snapshot, or an id of your own, which makes a custom model."),
    price: ownPriceSchema.exactOptional(),
    limits: ownLimitsSchema.exactOptional(),
    contextWindow: number("contextWindow", "Input and output tokens one request may have.").exactOptional(),
    maxOutputTokens: number("maxOutputTokens", "Output tokens one request may have.").exactOptional(),
  },
  byPlace,
)
  .overwrite((override) => {
    if (!override.limits || Object.keys(override.limits).length > 0) return override;
    const { limits: _empty, ...rest } = override;
    return rest;
  })
  .meta({
    id: "ModelOverride",
    description:
      "Your own facts on one model: for a catalogue model a negotiated price and the limits of your own dashboard at your usage tier; for an id outside the catalogue the whole of a custom model, its limits the same at every tier.",
  });

/** Cached input is part of the input. */
function cachedWithin(
  {
    cachedInputTokens: cached,
    inputTokens: input,
  }: { readonly cachedInputTokens: number; readonly inputTokens: number },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) {
  if (accepts(NUMBERS.cachedInputTokens, cached) && accepts(NUMBERS.inputTokens, input) && cached > input) {
    context.addIssue({ code: "custom", path: ["cachedInputTokens"], message: refused.cached(cached, input) });
  }
}

/** What is written to the cache is a part of the input that is not read from it. */
function writtenWithin(
  {
    cachedInputTokens: cached,
    cacheWriteTokens: written = 0,
    inputTokens: input,
  }: { readonly cachedInputTokens: number; readonly cacheWriteTokens?: number; readonly inputTokens: number },
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
) {
  if (
    !accepts(NUMBERS.cachedInputTokens, cached) ||
    !accepts(NUMBERS.cacheWriteTokens, written) ||
    !accepts(NUMBERS.inputTokens, input)
  )
    return;
  const room = milli(input) - milli(cached);
  if (room >= 0 && milli(written) > room)
    context.addIssue({
      code: "custom",
      path: ["cacheWriteTokens"],
      message: refused.cacheWrite(written, room / MILLI),
    });
}

/** Leaves out a field whose default goes without saying: the canonical scenario holds what was said and no more. */
function withoutAbsentDefaults<T extends object>(value: T): T {
  const said = Object.entries(value).filter(
    ([field, given]) => (ABSENT_DEFAULTS as Record<string, unknown>)[field] !== given,
  );
  return said.length === Object.keys(value).length ? value : (Object.fromEntries(said) as T);
}

/** What a number of time is where it is absent, in words. */
const orElse = (meaning: string, field: keyof typeof TIME_DEFAULTS) => `${meaning} Absent: ${TIME_DEFAULTS[field]}.`;

/** One kind of request at one rate on one model. */
export const workloadSchema = object(
  {
    name: text("name", "What you call it.").default(WORKLOAD_DEFAULTS.name),
    model: modelId("A catalogue id or snapshot, or the id of a custom model in modelOverrides; kept as written."),
    serviceTier: oneOf("serviceTier", SERVICE_TIERS, "How the requests are sent.").default(
      WORKLOAD_DEFAULTS.serviceTier,
    ),
    requests: number("requests", "Wanted requests per `per`, without retries."),
    per: oneOf("per", PERS, "The period of `requests`. A month is 730 hours, a day 24."),
    peakToMean: number("peakToMean", "Busiest 60 seconds over the mean.").default(WORKLOAD_DEFAULTS.peakToMean),
    inputTokens: number("inputTokens", "Mean input tokens of a request, cached ones included."),
    cachedInputTokens: number(
      "cachedInputTokens",
      "The part of inputTokens that is read from cache, at most all of it.",
    ).default(WORKLOAD_DEFAULTS.cachedInputTokens),
    cacheWriteTokens: number(
      "cacheWriteTokens",
      "The part of inputTokens that is written to the cache, beside what is read from it; absent: 0.",
    ).exactOptional(),
    visibleOutputTokens: number(
      "visibleOutputTokens",
      "Mean output tokens of a request that the answer shows.",
    ).default(WORKLOAD_DEFAULTS.visibleOutputTokens),
    reasoningTokens: number(
      "reasoningTokens",
      "Mean reasoning tokens of a request: output = visible + reasoning.",
    ).default(WORKLOAD_DEFAULTS.reasoningTokens),
    maxCompletionTokens: number("maxCompletionTokens", "The cap, max_completion_tokens; absent: none.").exactOptional(),
    retryShare: number(
      "retryShare",
      "Billed extra attempts per wanted request: they cost and load like requests.",
    ).default(WORKLOAD_DEFAULTS.retryShare),
    shape: oneOf("shape", SHAPES, orElse("How the rate moves through the day or the week.", "shape")).exactOptional(),
    arrivals: oneOf(
      "arrivals",
      ARRIVALS,
      orElse("How requests come at that rate: each by itself, or evenly spaced.", "arrivals"),
    ).exactOptional(),
    sizes: oneOf(
      "sizes",
      SIZES,
      orElse("How sizes differ from request to request: not, or as in real data; the means stay.", "sizes"),
    ).exactOptional(),
    inputP95ToMean: number(
      "inputP95ToMean",
      orElse("95th percentile of the input over its mean, log-normal.", "inputP95ToMean"),
    ).exactOptional(),
    visibleOutputP95ToMean: number(
      "visibleOutputP95ToMean",
      orElse("The same of the visible output.", "visibleOutputP95ToMean"),
    ).exactOptional(),
    reasoningP95ToMean: number(
      "reasoningP95ToMean",
      orElse("The same of reasoning over visible output.", "reasoningP95ToMean"),
    ).exactOptional(),
    firstTokenMs: number(
      "firstTokenMs",
      "Milliseconds to the first token, without waiting for a limit; absent: unknown.",
    ).exactOptional(),
    tokensPerSecond: number(
      "tokensPerSecond",
      "Output tokens a second once the first one came; absent: unknown.",
    ).exactOptional(),
  },
  byPlace,
)
  .overwrite(withoutAbsentDefaults)
  .superRefine(cachedWithin, onObjects)
  .superRefine(writtenWithin, onObjects)
  .meta({
    id: "Workload",
    description: "One kind of request at one mean rate on one model. Token counts are means per request.",
  });

/** A pile of work. */
export const backlogSchema = object(
  {
    model: modelId("A catalogue id or snapshot, or the id of a custom model in modelOverrides; kept as written."),
    total: number("total", "Requests in all."),
    inputTokens: number("inputTokens", "Mean input tokens of a request, cached ones included."),
    cachedInputTokens: number("cachedInputTokens", "The part of inputTokens that is read from cache.").default(
      BACKLOG_DEFAULTS.cachedInputTokens,
    ),
    visibleOutputTokens: number("visibleOutputTokens", "Mean visible output tokens of a request.").default(
      BACKLOG_DEFAULTS.visibleOutputTokens,
    ),
    reasoningTokens: number("reasoningTokens", "Mean reasoning tokens of a request.").default(
      BACKLOG_DEFAULTS.reasoningTokens,
    ),
    maxCompletionTokens: number("maxCompletionTokens", "The cap; absent: none.").exactOptional(),
    deadlineHours: number("deadlineHours", "Hours until all must be done.").default(BACKLOG_DEFAULTS.deadlineHours),
    liveShare: number("liveShare", "The share of the standard limits that is left to live traffic.").default(
      BACKLOG_DEFAULTS.liveShare,
    ),
    budgetUsd: decimal("budgetUsd", "USD the whole may cost; absent: none.").exactOptional(),
  },
  byField,
)
  .superRefine(cachedWithin, onObjects)
  .meta({ id: "Backlog", description: "A pile of work: so many requests of one kind, by a deadline." });

const isNamed = (item: unknown): item is { readonly model: string } =>
  typeof item === "object" &&
  item !== null &&
  "model" in item &&
  typeof item.model === "string" &&
  isModelId(item.model);

/** Everything a user can ask. It gives the same scenario as `checkScenario`, and refuses for the same reasons. */
export const scenarioSchema = object(
  {
    title: text("title", "What you call the scenario.").default(SCENARIO_DEFAULTS.title),
    asOf: z
      .string(refusing("asOf", ACCEPTED.day))
      .refine(isDay, refusing("asOf", ACCEPTED.day))
      .meta({ description: "The day whose prices are in force, YYYY-MM-DD.", format: "date" })
      .default(CHECKED_ON),
    usageTier: z
      .literal(USAGE_TIER_IDS, refusing("usageTier", ACCEPTED.oneOf(USAGE_TIER_IDS)))
      .meta({ description: "OpenAI’s usage tier of the account: it sets the limits." })
      .default(SCENARIO_DEFAULTS.usageTier),
    tokenAccounting: oneOf(
      "tokenAccounting",
      TOKEN_ACCOUNTINGS,
      "What one request is charged against tokens a minute: input plus cap, the larger of input and cap, or input plus output. Without a cap all three are input plus output.",
    ).default(SCENARIO_DEFAULTS.tokenAccounting),
    rpmWindowSeconds: number(
      "rpmWindowSeconds",
      "How many seconds of the requests-a-minute limit the request bucket holds.",
    ).default(SCENARIO_DEFAULTS.rpmWindowSeconds),
    batchTurnaroundHours: number(
      "batchTurnaroundHours",
      "Hours until a batch frees its place in the queue, assumed.",
    ).default(SCENARIO_DEFAULTS.batchTurnaroundHours),
    modelOverrides: list(
      "modelOverrides",
      modelOverrideSchema,
      0,
      MOST_OVERRIDES,
      `Your own facts, each model once. At most ${MOST_OVERRIDES}.`,
    ).default([]),
    monthlyUsageLimitUsd: decimal(
      "monthlyUsageLimitUsd",
      "USD above 0: replaces the usage tier’s monthly limit, at usageTier only; absent: the tier’s.",
      true,
    ).exactOptional(),
    monthlyBudgetUsd: decimal(
      "monthlyBudgetUsd",
      "USD: only raises a note, never a limit; absent: none.",
    ).exactOptional(),
    workloads: list("workloads", workloadSchema, 1, MOST_WORKLOADS, `What is to run. 1 to ${MOST_WORKLOADS}.`),
    policy: oneOf("policy", POLICIES, orElse("What clients do at a limit.", "policy")).exactOptional(),
    seed: number("seed", orElse("One seed, one simulated day.", "seed")).exactOptional(),
    horizonMinutes: number("horizonMinutes", orElse("Minutes that are simulated.", "horizonMinutes")).exactOptional(),
    backlog: backlogSchema.exactOptional(),
  },
  ({ input }) => refused.scenario(input),
)
  .overwrite(withoutAbsentDefaults)
  .superRefine(({ modelOverrides, workloads, backlog }, context) => {
    const seen = new Set<string>();
    (Array.isArray(modelOverrides) ? modelOverrides : []).forEach((override, index) => {
      if (!isNamed(override)) return;
      const pool = poolOf(override.model);
      if (seen.has(pool))
        context.addIssue({
          code: "custom",
          path: ["modelOverrides", index, "model"],
          message: refused.twice(override.model),
        });
      seen.add(pool);
    });
    (Array.isArray(workloads) ? workloads : []).forEach((workload, index) => {
      if (!isNamed(workload) || findModel(workload.model) || seen.has(workload.model)) return;
      context.addIssue({
        code: "custom",
        path: ["workloads", index, "model"],
        message: refused.nowhere(workload.model),
      });
    });
    if (isNamed(backlog) && !findModel(backlog.model) && !seen.has(backlog.model))
      context.addIssue({ code: "custom", path: ["backlog", "model"], message: refused.nowhere(backlog.model) });
  }, onObjects)
  .meta({ id: "Scenario", description: "Everything a user can ask; what a link holds." });

export type Parsed = { readonly scenario: Scenario } | { readonly issues: readonly Issue[] };

/** JSON as a complete, canonical scenario, or every fault in it: what `checkScenario` answers, by way of the schema. */
export function parseScenario(input: unknown): Parsed {
  const parsed = scenarioSchema.safeParse(input);
  if (parsed.success) return { scenario: parsed.data };
  return {
    issues: parsed.error.issues.flatMap((issue) => {
      if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
      const holder = issue.path.reduce<unknown>(
        (value, key) => (value as Record<PropertyKey, unknown>)[key],
        input,
      ) as Record<string, unknown>;
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join("."),
        message: refused.unknown(key, holder[key], issue.message),
      }));
    }),
  };
}
