import type { Item, ServiceTier, SlowCost, SlowWorkloadCost } from "../make/estimate-json";
import { FILE_SEARCH, type TierPrice, WEB_SEARCH } from "./facts";
import {
  divide,
  type Fraction,
  fraction,
  isOver,
  isZero,
  multiply,
  ONE,
  subtract,
  sum,
  sumIfKnown,
  toFixedDecimal,
  toShortDecimal,
  ZERO,
} from "./fraction";
import { HOURS_PER_DAY, HOURS_PER_MONTH, HOURS_PER_YEAR, type Workload } from "./workload";

interface Line {
  readonly item: Item;
  /** Null: calls, not tokens. */
  readonly tokensPerMonth: Fraction | null;
  readonly pricePerMTok: Fraction | null;
  readonly perMonth: Fraction | null;
}

/** Whether requests of the workload are billed at long-context prices: at the threshold they are. */
export function isLong({ input, model }: Workload): boolean {
  const long = model.price?.long ?? null;
  return long !== null && !isOver(long.from, input);
}

/** What a request of the workload costs by the million tokens in this service tier; null where it cannot be bought. */
export function priceOf(workload: Workload, serviceTier: ServiceTier): TierPrice | null {
  const price = workload.model.price?.[serviceTier] ?? null;
  const long = workload.model.price?.long ?? null;
  if (price === null) return null;
  const { surcharge } = workload.model;
  const onInput = long !== null && isLong(workload) ? multiply(surcharge, long.input) : surcharge;
  const onOutput = long !== null && isLong(workload) ? multiply(surcharge, long.output) : surcharge;
  return {
    input: multiply(price.input, onInput),
    cachedInput: price.cachedInput === null ? null : multiply(price.cachedInput, onInput),
    cacheWrite: price.cacheWrite === null ? null : multiply(price.cacheWrite, onInput),
    cacheWrite12Hours: price.cacheWrite12Hours === null ? null : multiply(price.cacheWrite12Hours, onInput),
    output: price.output === null ? null : multiply(price.output, onOutput),
  };
}

/** What a token costs that the workload writes to the cache; null: as much as plain input. */
function writePriceOf(workload: Workload, price: TierPrice | null): Fraction | null {
  if (price === null) return null;
  return workload.json.cacheLifetime === "12h" && price.cacheWrite12Hours !== null
    ? price.cacheWrite12Hours
    : price.cacheWrite;
}

/** The bill of one workload, were it sent in this service tier. */
function billOf(workload: Workload, serviceTier: ServiceTier): Line[] {
  const price = priceOf(workload, serviceTier);
  const outputPrice = price === null ? null : price.output;
  const cached = price === null || price.cachedInput === null ? ZERO : workload.cached;
  const writePrice = writePriceOf(workload, price);
  const written = writePrice === null ? ZERO : workload.written;
  return [
    line("input", subtract(subtract(workload.input, cached), written), price === null ? null : price.input),
    ...(isZero(cached) ? [] : [line("cached-input", cached, price!.cachedInput)]),
    ...(isZero(written) ? [] : [line("cache-write", written, writePrice)]),
    ...(isZero(workload.visible) ? [] : [line("visible-output", workload.visible, outputPrice)]),
    ...(isZero(workload.reasoning) ? [] : [line("reasoning", workload.reasoning, outputPrice)]),
    ...(isZero(workload.webSearches) ? [] : [toolLine("web-search", workload.webSearches, WEB_SEARCH)]),
    ...(isZero(workload.fileSearches) ? [] : [toolLine("file-search", workload.fileSearches, FILE_SEARCH)]),
  ];

  function toolLine(item: Item, calls: Fraction, perThousand: Fraction): Line {
    const perMonth = multiply(workload.attemptsPerMonth, calls, perThousand, fraction(1n, 1000n));
    return { item, tokensPerMonth: null, pricePerMTok: null, perMonth };
  }

  function line(item: Item, tokens: Fraction, pricePerMTok: Fraction | null): Line {
    const tokensPerMonth = multiply(workload.attemptsPerMonth, tokens);
    const perMonth = pricePerMTok === null ? null : multiply(tokensPerMonth, pricePerMTok, fraction(1n, 1_000_000n));
    return { item, tokensPerMonth, pricePerMTok, perMonth };
  }
}

function totalOf(lines: readonly Line[]): Fraction | null {
  return sumIfKnown(lines.map(({ perMonth }) => perMonth));
}

/** The month's cost in the service tier that the workload has; null where it has no price there. */
export function monthlyCost(workload: Workload): Fraction | null {
  return totalOf(billOf(workload, workload.json.serviceTier));
}

/** The whole bill; `month` is the sum of the workloads' monthly costs. */
export function costOf(workloads: readonly Workload[], month: Fraction | null): SlowCost {
  const wanted = sum(workloads.map(({ wantedPerMonth }) => wantedPerMonth));
  return {
    perRequestUsd: usd(month, 12, divide(ONE, wanted)),
    perDayUsd: usd(month, 6, divide(HOURS_PER_DAY, HOURS_PER_MONTH)),
    perMonthUsd: usd(month, 6),
    perYearUsd: usd(month, 6, divide(HOURS_PER_YEAR, HOURS_PER_MONTH)),
    workloads: workloads.map(workloadCost),
  };
}

/**
 * Each service tier's month is known where its own price is: a model without a batch price still has a
 * standard month.
 */
function workloadCost(workload: Workload): SlowWorkloadCost {
  const month = monthlyCost(workload);
  const perRequest = divide(ONE, workload.wantedPerMonth);
  return {
    name: workload.json.name,
    model: workload.json.model,
    perRequestUsd: usd(month, 12, perRequest),
    perThousandRequestsUsd: usd(month, 6, multiply(perRequest, fraction(1_000n))),
    perMonthUsd: usd(month, 6),
    standardPerMonthUsd: usd(totalOf(billOf(workload, "standard")), 6),
    batchPerMonthUsd: usd(totalOf(billOf(workload, "batch")), 6),
    lineItems: billOf(workload, workload.json.serviceTier).map(({ item, tokensPerMonth, pricePerMTok, perMonth }) => ({
      item,
      tokensPerMonth: tokensPerMonth === null ? null : toShortDecimal(tokensPerMonth),
      pricePerMTokUsd: pricePerMTok === null ? null : toShortDecimal(pricePerMTok),
      perMonthUsd: usd(perMonth, 6),
    })),
  };
}

/** An amount times a factor, rounded once; null stays null. */
function usd(amount: Fraction | null, decimals: 6 | 12, factor: Fraction = ONE): string | null {
  return amount === null ? null : toFixedDecimal(multiply(amount, factor), decimals);
}
