import { MILLI, milli } from "./milli";
import { poolOf } from "./pool";
import { CHECKED_ON, findModel } from "@/lib/catalogue";
import { compare, parseDecimal, toShortestText, ZERO } from "@/lib/money";
import {
  ABSENT_DEFAULTS,
  accepts,
  codePoints,
  describeRule,
  hasLoneSurrogate,
  isDay,
  LENGTHS,
  MODEL_ID,
  MOST_OVERRIDES,
  MOST_WORKLOADS,
  NUMBERS,
  BACKLOG_DEFAULTS,
  type NumberField,
  PRICE_FIELDS,
  PRICE_PAIRS,
  SCENARIO_DEFAULTS,
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
  type Backlog,
  type Issue,
  type ModelOverride,
  type OwnLimits,
  type OwnPrice,
  type Scenario,
  type Workload,
} from "./types";

export type Checked = { readonly scenario: Scenario } | { readonly issues: readonly Issue[] };

/** One object of the input being read: each `take` reads a field once; `done` names the fields nobody took. */
class Reader {
  private readonly taken = new Set<string>();
  constructor(
    private readonly object: Record<string, unknown>,
    private readonly path: string,
    readonly issues: Issue[],
  ) {}

  at(field: string): string {
    return this.path ? `${this.path}.${field}` : field;
  }

  refuse(field: string, value: unknown, accepted: string): undefined {
    this.issues.push({ path: this.at(field), message: refusal(field, value, accepted) });
    return undefined;
  }

  gives(field: string): boolean {
    return this.object[field] !== undefined;
  }

  alone(field: string, beside: string): Issue {
    return { path: this.at(field), message: refused.alone(field, beside) };
  }

  private take(field: string): unknown {
    this.taken.add(field);
    return this.object[field];
  }

  number(field: NumberField, required = false): number | undefined {
    const value = this.take(field);
    if (value === undefined && !required) return undefined;
    if (typeof value === "number" && accepts(NUMBERS[field], value)) return value + 0;
    return this.refuse(field, value, describeRule(NUMBERS[field]));
  }

  decimal(field: string, { required = false, aboveZero = false } = {}): string | undefined {
    const value = this.take(field);
    if (value === undefined && !required) return undefined;
    const parsed = typeof value === "string" ? parseDecimal(value) : null;
    if (parsed && !(aboveZero && compare(parsed, ZERO) === 0)) return toShortestText(parsed);
    return this.refuse(field, value, aboveZero ? ACCEPTED.amountAboveZero : ACCEPTED.amount);
  }

  oneOf<T extends string | number>(field: string, values: readonly T[], required = false): T | undefined {
    const value = this.take(field);
    if (value === undefined && !required) return undefined;
    if ((values as readonly unknown[]).includes(value)) return value as T;
    return this.refuse(field, value, ACCEPTED.oneOf(values));
  }

  text(field: keyof typeof LENGTHS): string | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (typeof value === "string" && codePoints(value) <= LENGTHS[field] && !hasLoneSurrogate(value)) return value;
    return this.refuse(field, value, ACCEPTED.text(field));
  }

  day(field: string): string | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (typeof value === "string" && isDay(value)) return value;
    return this.refuse(field, value, ACCEPTED.day);
  }

  id(field: string): string | undefined {
    const value = this.take(field);
    if (typeof value === "string" && (findModel(value) || MODEL_ID.test(value))) return value;
    return this.refuse(field, value, ACCEPTED.model);
  }

  object_(field: string): Reader | undefined {
    const value = this.take(field);
    if (value === undefined) return undefined;
    if (isObject(value)) return new Reader(value, this.at(field), this.issues);
    return this.refuse(field, value, ACCEPTED.object);
  }

  list<T>(field: string, most: number, least: number, read: (item: Reader, index: number) => T): T[] | undefined {
    const value = this.take(field);
    if (value === undefined && least === 0) return undefined;
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return this.refuse(field, value, ACCEPTED.list(least, most));
    }
    return value.map((item: unknown, index) => {
      const path = `${this.at(field)}.${index}`;
      if (!isObject(item)) this.issues.push({ path, message: refusal(path, item, ACCEPTED.object) });
      return read(new Reader(isObject(item) ? item : {}, path, isObject(item) ? this.issues : []), index);
    });
  }

  done(): void {
    for (const field of Object.keys(this.object)) {
      if (!this.taken.has(field)) {
        this.issues.push({
          path: this.at(field),
          message: refused.unknown(field, this.object[field], [...this.taken].join(", ")),
        });
      }
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object without the keys that hold `undefined`. */
function present<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** Flex and priority are priced at both ends or not at all. */
function readPrice(reader: Reader): OwnPrice {
  const price = Object.fromEntries(
    PRICE_FIELDS.map((field) => [field, reader.decimal(field, { required: field === "input" || field === "output" })]),
  );
  for (const [one, other] of PRICE_PAIRS) {
    if (reader.gives(one) !== reader.gives(other))
      reader.issues.push(reader.gives(one) ? reader.alone(other, one) : reader.alone(one, other));
  }
  reader.done();
  return present<OwnPrice>(price as { [K in keyof OwnPrice]: OwnPrice[K] | undefined });
}

function readOverride(reader: Reader): ModelOverride {
  const model = reader.id("model") ?? "";
  const price = reader.object_("price");
  const ownPrice = price && readPrice(price);
  const limits = reader.object_("limits");
  const ownLimits =
    limits &&
    present<OwnLimits>({
      rpm: limits.number("rpm"),
      tpm: limits.number("tpm"),
      batchQueueTokens: limits.number("batchQueueTokens"),
      rpd: limits.number("rpd"),
      tpd: limits.number("tpd"),
    });
  limits?.done();
  const override = present<ModelOverride>({
    model,
    price: ownPrice,
    limits: ownLimits && Object.keys(ownLimits).length ? ownLimits : undefined,
    contextWindow: reader.number("contextWindow"),
    maxOutputTokens: reader.number("maxOutputTokens"),
  });
  reader.done();
  return override;
}

/** The fields that are left out where they have their default, so that what a scenario says of them is all that it holds. */
const sparse = (reader: Reader) => {
  const said = <K extends keyof typeof ABSENT_DEFAULTS, T>(field: K, value: T | undefined) =>
    value === ABSENT_DEFAULTS[field] ? undefined : value;
  return {
    number: (field: keyof typeof ABSENT_DEFAULTS & NumberField) => said(field, reader.number(field)),
    oneOf: <K extends keyof typeof ABSENT_DEFAULTS, T extends string>(field: K, values: readonly T[]) =>
      said(field, reader.oneOf(field, values)),
  };
};

function cachedWithin(reader: Reader, { cachedInputTokens: cached, inputTokens: input }: Workload | Backlog): void {
  if (cached > input)
    reader.issues.push({ path: reader.at("cachedInputTokens"), message: refused.cached(cached, input) });
}

/** What is written to the cache is a part of the input that is not read from it. */
function writtenWithin(
  reader: Reader,
  { cachedInputTokens: cached, cacheWriteTokens: written = 0, inputTokens: input }: Workload,
): void {
  const room = milli(input) - milli(cached);
  if (room >= 0 && milli(written) > room)
    reader.issues.push({ path: reader.at("cacheWriteTokens"), message: refused.cacheWrite(written, room / MILLI) });
}

function readBacklog(reader: Reader): Backlog {
  const backlog = present<Backlog>({
    model: reader.id("model") ?? "",
    total: reader.number("total", true) ?? 1,
    inputTokens: reader.number("inputTokens", true) ?? LENIENT_INPUT,
    cachedInputTokens: reader.number("cachedInputTokens") ?? BACKLOG_DEFAULTS.cachedInputTokens,
    visibleOutputTokens: reader.number("visibleOutputTokens") ?? BACKLOG_DEFAULTS.visibleOutputTokens,
    reasoningTokens: reader.number("reasoningTokens") ?? BACKLOG_DEFAULTS.reasoningTokens,
    maxCompletionTokens: reader.number("maxCompletionTokens"),
    deadlineHours: reader.number("deadlineHours") ?? BACKLOG_DEFAULTS.deadlineHours,
    liveShare: reader.number("liveShare") ?? BACKLOG_DEFAULTS.liveShare,
    budgetUsd: reader.decimal("budgetUsd"),
  });
  reader.done();
  cachedWithin(reader, backlog);
  return backlog;
}

function readWorkload(reader: Reader): Workload {
  const time = sparse(reader);
  const workload = present<Workload>({
    name: reader.text("name") ?? WORKLOAD_DEFAULTS.name,
    model: reader.id("model") ?? "",
    serviceTier: reader.oneOf("serviceTier", SERVICE_TIERS) ?? WORKLOAD_DEFAULTS.serviceTier,
    requests: reader.number("requests", true) ?? 1,
    per: reader.oneOf("per", PERS, true) ?? "minute",
    peakToMean: reader.number("peakToMean") ?? WORKLOAD_DEFAULTS.peakToMean,
    inputTokens: reader.number("inputTokens", true) ?? LENIENT_INPUT,
    cachedInputTokens: reader.number("cachedInputTokens") ?? WORKLOAD_DEFAULTS.cachedInputTokens,
    cacheWriteTokens: time.number("cacheWriteTokens"),
    visibleOutputTokens: reader.number("visibleOutputTokens") ?? WORKLOAD_DEFAULTS.visibleOutputTokens,
    reasoningTokens: reader.number("reasoningTokens") ?? WORKLOAD_DEFAULTS.reasoningTokens,
    maxCompletionTokens: reader.number("maxCompletionTokens"),
    retryShare: reader.number("retryShare") ?? WORKLOAD_DEFAULTS.retryShare,
    shape: time.oneOf("shape", SHAPES),
    arrivals: time.oneOf("arrivals", ARRIVALS),
    sizes: time.oneOf("sizes", SIZES),
    inputP95ToMean: time.number("inputP95ToMean"),
    visibleOutputP95ToMean: time.number("visibleOutputP95ToMean"),
    reasoningP95ToMean: time.number("reasoningP95ToMean"),
    firstTokenMs: reader.number("firstTokenMs"),
    tokensPerSecond: reader.number("tokensPerSecond"),
  });
  reader.done();
  cachedWithin(reader, workload);
  writtenWithin(reader, workload);
  return workload;
}

// With its own fault already named, an unreadable input must not also fault the cached part of it.
const LENIENT_INPUT = Infinity;

/**
 * Untrusted JSON as a complete, canonical scenario, or every fault in it.
 * Refuses `null`, numeric strings, unknown fields, numbers with more than three decimals or above 1e12, models that neither the catalogue nor `modelOverrides` knows,
 * and a model overridden twice. Canonical: defaults filled in, decimal strings in shortest form, empty `limits` dropped.
 */
export function checkScenario(input: unknown): Checked {
  if (!isObject(input)) return { issues: [{ path: "", message: refused.scenario(input) }] };
  const issues: Issue[] = [];
  const reader = new Reader(input, "", issues);
  const title = reader.text("title") ?? SCENARIO_DEFAULTS.title;
  const asOf = reader.day("asOf") ?? CHECKED_ON;
  const usageTier = reader.oneOf("usageTier", USAGE_TIER_IDS) ?? SCENARIO_DEFAULTS.usageTier;
  const tokenAccounting = reader.oneOf("tokenAccounting", TOKEN_ACCOUNTINGS) ?? SCENARIO_DEFAULTS.tokenAccounting;
  const rpmWindowSeconds = reader.number("rpmWindowSeconds") ?? SCENARIO_DEFAULTS.rpmWindowSeconds;
  const batchTurnaroundHours = reader.number("batchTurnaroundHours") ?? SCENARIO_DEFAULTS.batchTurnaroundHours;
  const modelOverrides =
    reader.list("modelOverrides", MOST_OVERRIDES, 0, readOverride) ?? SCENARIO_DEFAULTS.modelOverrides;
  const monthlyUsageLimitUsd = reader.decimal("monthlyUsageLimitUsd", { aboveZero: true });
  const monthlyBudgetUsd = reader.decimal("monthlyBudgetUsd");
  const workloads = reader.list("workloads", MOST_WORKLOADS, 1, readWorkload) ?? [];
  const time = sparse(reader);
  const policy = time.oneOf("policy", POLICIES);
  const seed = time.number("seed");
  const horizonMinutes = time.number("horizonMinutes");
  const pile = reader.object_("backlog");
  const backlog = pile && readBacklog(pile);
  reader.done();

  const seen = new Set<string>();
  modelOverrides.forEach(({ model }, index) => {
    if (model && seen.has(poolOf(model)))
      issues.push({ path: `modelOverrides.${index}.model`, message: refused.twice(model) });
    seen.add(poolOf(model));
  });
  const known = (model: string, path: string) => {
    if (model && !findModel(model) && !seen.has(model)) issues.push({ path, message: refused.nowhere(model) });
  };
  workloads.forEach(({ model }, index) => known(model, `workloads.${index}.model`));
  if (backlog) known(backlog.model, "backlog.model");
  if (issues.length) return { issues };
  return {
    scenario: present<Scenario>({
      title,
      asOf,
      usageTier,
      tokenAccounting,
      rpmWindowSeconds,
      batchTurnaroundHours,
      modelOverrides,
      monthlyUsageLimitUsd,
      monthlyBudgetUsd,
      workloads,
      policy,
      seed,
      horizonMinutes,
      backlog,
    }),
  };
}
