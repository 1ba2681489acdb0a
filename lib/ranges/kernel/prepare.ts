import { CHARGES, USAGE_TIERS } from "@/lib/catalogue";
import {
  factsOf,
  hasDailyLimit,
  limitPoolOf,
  keepsTwelveHours,
  pricesAt,
  type ModelFacts,
  type TokenPrices,
} from "@/lib/facts";
import { limitsFor, type Dimension, type LimitAtTier } from "@/lib/limits";
import { parseDecimal, toNumber, type Exact } from "@/lib/money";
import { PER_YEAR } from "@/lib/rates";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";

/** USD per token; NaN where it cannot be bought. */
interface Tariff {
  readonly input: number;
  readonly cached: number;
  readonly written: number;
  readonly output: number;
}

/** What is the same of a workload in every case; a request is long from `…From` input tokens on. */
export interface WorkloadPlan {
  readonly workload: Workload;
  readonly batch: boolean;
  /** Attempts a month for each wanted request a period. */
  readonly attempts: number;
  readonly tariff: Tariff;
  readonly longTariff: Tariff;
  readonly longTariffFrom: number;
  /** Index of its pool. */
  readonly pool: number;
  readonly longPool: number;
  readonly longPoolFrom: number;
  /** Calls of tools in one request, USD. */
  readonly tools: number;
  readonly most: { readonly context: number; readonly input: number; readonly output: number };
}

/** A limit of a pool, or of the account. */
export interface LimitOfCases {
  /** Index of the pool; −1: the account. */
  readonly pool: number;
  readonly name: string;
  readonly dimension: Dimension;
  /** At each usage tier, Free first. */
  readonly limits: readonly LimitAtTier[];
}

/** A scenario made ready for many cases. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly workloads: readonly WorkloadPlan[];
  readonly pools: readonly string[];
  readonly rows: readonly LimitOfCases[];
  /** Index of the scenario’s own usage tier. */
  readonly ownTier: number;
}

const [WEB_SEARCH, FILE_SEARCH] = [CHARGES.webSearch, CHARGES.fileSearch].map(({ perThousandCallsUsd }) =>
  toNumber(parseDecimal(perThousandCallsUsd)!),
) as [number, number];

const toFloat = (price: Exact | null, other = NaN): number => (price ? toNumber(price) / 1e6 : other);

function toTariff(workload: Workload, prices: TokenPrices | null): Tariff {
  if (!prices) return { input: NaN, cached: NaN, written: NaN, output: NaN };
  const input = toFloat(prices.input);
  const written = keepsTwelveHours(workload, prices) ? prices.cacheWrite12Hours : prices.cacheWrite;
  return {
    input,
    cached: toFloat(prices.cachedInput, input),
    written: toFloat(written, input),
    output: toFloat(prices.output),
  };
}

/** USD of the calls of tools in one request. */
const toolsOf = ({ webSearchCalls = 0, fileSearchCalls = 0 }: Workload): number =>
  (webSearchCalls * WEB_SEARCH + fileSearchCalls * FILE_SEARCH) / 1000;

function planOf(scenario: Scenario, facts: ReadonlyMap<string, ModelFacts>, pools: string[]) {
  const indexOf = (pool: string) => (pools.includes(pool) ? pools.indexOf(pool) : pools.push(pool) - 1);
  return (workload: Workload): WorkloadPlan => {
    const own = facts.get(poolOf(workload.model))!;
    const { serviceTier, per, retryShare } = workload;
    const longFrom = own.price?.long?.fromInputTokens ?? Infinity;
    const tariffAt = (tokens: number) => toTariff(workload, own.price && pricesAt(own.price, tokens)[serviceTier]);
    const longPoolFrom = own.model?.ownLimitsFrom ?? Infinity;
    const poolAt = (inputTokens: number) => indexOf(limitPoolOf({ ...workload, inputTokens }, scenario));
    return {
      workload,
      batch: serviceTier === "batch",
      attempts: (PER_YEAR[per] / 12) * (1 + retryShare),
      tariff: tariffAt(0),
      longTariff: tariffAt(longFrom),
      longTariffFrom: longFrom,
      pool: poolAt(0),
      longPool: poolAt(longPoolFrom),
      longPoolFrom,
      tools: toolsOf(workload),
      most: {
        context: own.contextWindow ?? Infinity,
        input: own.maxInputTokens ?? Infinity,
        output: own.maxOutputTokens ?? Infinity,
      },
    };
  };
}

/** The kinds of limits of a pool, in the order of an estimate’s demands. */
function dimensionsOf(scenario: Scenario, facts: ReadonlyMap<string, ModelFacts>, plans: readonly WorkloadPlan[]) {
  return (name: string, pool: number): Dimension[] => {
    const on = plans.filter((plan) => plan.pool === pool || plan.longPool === pool);
    const daily = (["rpd", "tpd"] as const).filter((one) => hasDailyLimit(facts, name, one, scenario.usageTier));
    const live: Dimension[] = on.some(({ batch }) => !batch) ? ["rpm", "tpm", ...daily] : [];
    return on.some(({ batch }) => batch) ? [...live, "batch-queue"] : live;
  };
}

/** A complete scenario, made ready for many cases: prices and limits looked up once. */
export function prepare(scenario: Scenario): Prepared {
  const facts = factsOf(scenario);
  const pools: string[] = [];
  const workloads = scenario.workloads.map(planOf(scenario, facts, pools));
  const kinds = dimensionsOf(scenario, facts, workloads);
  const named = [
    ...pools.flatMap((name, pool) => kinds(name, pool).map((dimension) => ({ pool, name, dimension }))),
    { pool: -1, name: "account", dimension: "monthly-usage" as const },
  ];
  const demanded = named.map(({ name, dimension }) => ({ pool: name, dimension }));
  const byTier = USAGE_TIERS.map(({ id }) => limitsFor(scenario, facts, demanded, id));
  const rows = named.map((row, n) => ({ ...row, limits: byTier.map((limits) => limits[n]) }));
  return { scenario, workloads, pools, rows, ownTier: USAGE_TIERS.findIndex(({ id }) => id === scenario.usageTier) };
}
