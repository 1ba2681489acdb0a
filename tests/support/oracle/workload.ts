import type { CompleteScenario, CompleteWorkload, OverrideJson, Per, TokenAccounting } from "../make/estimate-json";
import {
  catalogueModel,
  type CatalogueModel,
  type ModelLimits,
  NOTHING_PUBLISHED,
  REGIONAL,
  type Price,
  type TierPrice,
  type UsageTier,
} from "./facts";
import { add, divide, type Fraction, fraction, fromDecimal, fromNumber, isOver, multiply, ONE } from "./fraction";

/** What holds for one model in this scenario; null is unpublished. `limitsAt` leaves the free tier aside. */
interface Model {
  readonly id: string;
  readonly price: Price | null;
  /** What every price of tokens is multiplied by. */
  readonly surcharge: Fraction;
  readonly retired: boolean;
  /** It retires within twelve months. */
  readonly ending: boolean;
  /** Null: not known. */
  readonly reasons: boolean | null;
  readonly writes: boolean;
  readonly contextWindow: Fraction | null;
  readonly maxOutputTokens: Fraction | null;
  limitsAt(usageTier: UsageTier): ModelLimits;
  readonly longRequests: CatalogueModel["longRequests"] | null;
  /** The user's own limits. */
  readonly ownLimits: OverrideJson["limits"];
}

function modelOf(name: string, scenario: CompleteScenario): Model {
  const published = catalogueModel(name);
  const id = published?.id ?? name;
  const own = scenario.modelOverrides.find((override) => (catalogueModel(override.model)?.id ?? override.model) === id);
  const publishedPrice = published?.prices.findLast(({ from }) => from <= scenario.asOf)?.price ?? null;
  return {
    id,
    price: own?.price === undefined ? publishedPrice : ownPrice(own.price),
    surcharge:
      scenario.regional === true && published !== null && published.prices[0]!.from >= REGIONAL.from
        ? REGIONAL.factor
        : ONE,
    retired: published !== null && published.retiredOn !== null && published.retiredOn <= scenario.asOf,
    ending: published !== null && published.retiredOn !== null && endsWithinYear(published.retiredOn, scenario.asOf),
    reasons: published === null ? null : published.reasons,
    writes: published !== null && published.writes,
    contextWindow:
      own?.contextWindow === undefined ? (published?.contextWindow ?? null) : fromNumber(own.contextWindow),
    longRequests: published?.longRequests ?? null,
    ownLimits: own?.limits,
    maxOutputTokens:
      own?.maxOutputTokens === undefined ? (published?.maxOutputTokens ?? null) : fromNumber(own.maxOutputTokens),
    limitsAt(usageTier) {
      const base = published === null ? NOTHING_PUBLISHED : published.limits[usageTier];
      const applies = published === null || usageTier === scenario.usageTier;
      const limits = applies ? own?.limits : undefined;
      return {
        rpm: limits?.rpm === undefined ? base.rpm : fromNumber(limits.rpm),
        tpm: limits?.tpm === undefined ? base.tpm : fromNumber(limits.tpm),
        batchQueueTokens:
          limits?.batchQueueTokens === undefined ? base.batchQueueTokens : fromNumber(limits.batchQueueTokens),
        rpd: limits?.rpd === undefined ? base.rpd : fromNumber(limits.rpd),
        tpd: limits?.tpd === undefined ? base.tpd : fromNumber(limits.tpd),
      };
    },
  };
}

/** Whether `end` lies after `day` and not after the same day of the next year. */
function endsWithinYear(end: string, day: string): boolean {
  const number = (text: string, years: number) => {
    const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
    return (year + years) * 10_000 + month * 100 + date;
  };
  return number(end, 0) > number(day, 0) && number(end, 0) <= number(day, 1);
}

/** The user's own price in place of the whole published one. */
function ownPrice(price: NonNullable<OverrideJson["price"]>): Price {
  return {
    standard: tierPrice(price.input, price.output, price.cachedInput, price.cacheWrite)!,
    batch: tierPrice(price.batchInput, price.batchOutput, price.batchCachedInput, price.batchCacheWrite),
    flex: tierPrice(price.flexInput, price.flexOutput, price.flexCachedInput, price.flexCacheWrite),
    priority: tierPrice(price.priorityInput, price.priorityOutput, price.priorityCachedInput, price.priorityCacheWrite),
    long: null,
  };
}

function tierPrice(
  input: string | undefined,
  output: string | undefined,
  cachedInput: string | undefined,
  cacheWrite: string | undefined,
): TierPrice | null {
  const optional = (amount: string | undefined) => (amount === undefined ? null : fromDecimal(amount));
  if (input === undefined || output === undefined) return null;
  return {
    input: fromDecimal(input),
    cachedInput: optional(cachedInput),
    cacheWrite: optional(cacheWrite),
    cacheWrite12Hours: null,
    output: fromDecimal(output),
  };
}

/** One workload in exact numbers. `wanted` leaves retries out, `attempts` has them in. */
export interface Workload {
  readonly json: CompleteWorkload;
  readonly model: Model;
  /** What its requests count against: the model's limits, or those of its long requests. */
  readonly pool: string;
  limitsAt(usageTier: UsageTier): ModelLimits;
  readonly wantedPerMonth: Fraction;
  readonly attemptsPerMonth: Fraction;
  readonly attemptsPerDay: Fraction;
  readonly attemptsPerHour: Fraction;
  readonly attemptsPerMinute: Fraction;
  readonly peakToMean: Fraction;
  readonly input: Fraction;
  readonly cached: Fraction;
  readonly written: Fraction;
  readonly visible: Fraction;
  readonly reasoning: Fraction;
  readonly webSearches: Fraction;
  readonly fileSearches: Fraction;
  readonly output: Fraction;
  readonly cap: Fraction | null;
  readonly charge: Fraction;
}

export const HOURS_PER_MONTH = fraction(730n);
export const HOURS_PER_YEAR = fraction(8_760n);
export const HOURS_PER_DAY = fraction(24n);
const MINUTES_PER_HOUR = fraction(60n);
const TIMES_AN_HOUR: Readonly<Record<Per, Fraction>> = {
  second: fraction(3_600n),
  minute: fraction(60n),
  hour: ONE,
  day: fraction(1n, 24n),
  month: fraction(1n, 730n),
};

/** Reads a workload of a complete scenario. */
export function understand(json: CompleteWorkload, scenario: CompleteScenario): Workload {
  const wantedPerHour = multiply(fromNumber(json.requests), TIMES_AN_HOUR[json.per]);
  const attemptsPerHour = multiply(wantedPerHour, add(ONE, fromNumber(json.retryShare)));
  const input = fromNumber(json.inputTokens);
  const visible = fromNumber(json.visibleOutputTokens);
  const reasoning = fromNumber(json.reasoningTokens);
  const output = add(visible, reasoning);
  const cap = json.maxCompletionTokens === undefined ? null : fromNumber(json.maxCompletionTokens);
  const model = modelOf(json.model, scenario);
  const long = longLimitsOf(model, json);
  return {
    json,
    model,
    pool: long ? `${model.id}:long` : model.id,
    limitsAt: (usageTier) => long?.[usageTier] ?? model.limitsAt(usageTier),
    wantedPerMonth: multiply(wantedPerHour, HOURS_PER_MONTH),
    attemptsPerMonth: multiply(attemptsPerHour, HOURS_PER_MONTH),
    attemptsPerDay: multiply(attemptsPerHour, HOURS_PER_DAY),
    attemptsPerHour,
    attemptsPerMinute: divide(attemptsPerHour, MINUTES_PER_HOUR),
    peakToMean: fromNumber(json.peakToMean),
    input,
    cached: fromNumber(json.cachedInputTokens),
    written: fromNumber(json.cacheWriteTokens ?? 0),
    visible,
    reasoning,
    webSearches: fromNumber(json.webSearchCalls ?? 0),
    fileSearches: fromNumber(json.fileSearchCalls ?? 0),
    output,
    cap,
    charge: chargeOf(scenario.tokenAccounting, input, output, cap),
  };
}

/**
 * The limits of long requests where a workload's are long; null where they are not, or where the user has
 * entered a limit of the same kind, which then is that of all requests on the model.
 */
function longLimitsOf({ longRequests, ownLimits }: Model, { inputTokens, serviceTier }: CompleteWorkload) {
  // A mean of whole tokens: above 128,000 begins at 128,001.
  if (!longRequests || isOver(add(longRequests.above, ONE), fromNumber(inputTokens))) return null;
  const { batchQueueTokens, ...live } = ownLimits ?? {};
  const entered = serviceTier === "batch" ? batchQueueTokens !== undefined : Object.keys(live).length > 0;
  return entered ? null : longRequests.limits;
}

/** What one request is charged against tokens a minute. */
function chargeOf(rule: TokenAccounting, input: Fraction, output: Fraction, cap: Fraction | null): Fraction {
  if (cap === null || rule === "actual") return add(input, output);
  if (rule === "larger-of") return isOver(cap, input) ? cap : input;
  return add(input, cap);
}
