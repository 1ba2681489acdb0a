import { findModel, isInputOnly, priceOn, type Day, type Model, type PriceRow } from "@/lib/catalogue";
import { exact, type Exact } from "@/lib/money";
import { poolOf, type ServiceTier } from "@/lib/scenario";
import { toExactPrice, type TokenPrices } from "@/lib/facts";
import type { UsageDay, UsageGroup, UsageReport } from "@/lib/usage";

/** What the usage of a log comes to at given prices. USD, exact. */
export interface UsageBill {
  /** One for each group of the report, in its order; `null`: no price. */
  readonly groups: readonly (Exact | null)[];
  /** All of it; `null` where a part has no price, never 0. */
  readonly usd: Exact | null;
  /** The part that has a price; `null` where nothing has. */
  readonly known: Exact | null;
  /** What tokens written to the cache cost where they have a price of their own, in `known`; `null` for none. */
  readonly written: Exact | null;
  /**
   * Models without a price, each once, most tokens first; `null`: requests whose model the log does not name.
   */
  readonly unpriced: readonly (string | null)[];
  /** Tokens of rows without a time, which no day’s price is known for; 0 where the day is given. */
  readonly undatedTokens: number;
  /**
   * Models with higher prices for long requests of which there are some, or may be some: those prices are
   * left out.
   */
  readonly longContext: readonly string[];
}

/** Another model, or another service tier, in place of the log’s own. */
export interface UsageAlternative {
  readonly model?: string;
  readonly serviceTier?: ServiceTier;
}

type Counted = Pick<
  UsageDay,
  "model" | "serviceTier" | "inputTokens" | "cachedInputTokens" | "cacheWriteTokens" | "outputTokens"
>;

// Amounts share one denominator, so that thousands of days add up without cross-multiplying.
const PRICE_SCALE = 10n ** 12n;
const AMOUNT_D = PRICE_SCALE * 1_000_000n;

/** USD per million tokens in units of `1 / PRICE_SCALE`: prices have at most 12 decimals. */
const scaled = ({ n, d }: Exact) => (n * PRICE_SCALE) / d;

const writtenAmount = ({ cacheWriteTokens }: Counted, { input, cacheWrite }: TokenPrices): bigint =>
  BigInt(cacheWriteTokens) * scaled(cacheWrite ?? input);

/** In units of `AMOUNT_D`; `null` for output of a model that gives none. */
function amount(counted: Counted, prices: TokenPrices): bigint | null {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = counted;
  const { input, cachedInput, output } = prices;
  if (!output && outputTokens > 0) return null;
  return (
    BigInt(inputTokens - cachedInputTokens - cacheWriteTokens) * scaled(input) +
    BigInt(cachedInputTokens) * scaled(cachedInput ?? input) +
    writtenAmount(counted, prices) +
    (output ? BigInt(outputTokens) * scaled(output) : 0n)
  );
}

const tokens = ({ inputTokens, outputTokens }: Counted) => inputTokens + outputTokens;
const keyOf = ({ model, serviceTier }: Counted) => `${serviceTier} ${model ?? ""}`;

/** Only failed requests: none of their tokens are in the sums, so that there is nothing to price. */
const onlyFailed = ({ requests, failedRequests }: UsageGroup) => requests > 0 && failedRequests >= requests;

/** Whether the log tells output, or has models only that give none. */
const isOutputTold = ({ told, groups }: UsageReport) =>
  told.output ||
  groups.every(({ model }) => {
    const known = model === null ? undefined : findModel(model);
    return known !== undefined && isInputOnly(known);
  });

/** Whether some request of the group is, or may be, long enough for the model’s long-context prices. */
function mayBeLong(group: UsageGroup, price: PriceRow | undefined): boolean {
  const { input, inputTokens } = group;
  // Requests counted together may be as long as all of them.
  return (
    price?.longContext !== undefined &&
    !onlyFailed(group) &&
    (input?.max ?? inputTokens) >= price.longContext.fromInputTokens
  );
}

/**
 * What a log’s tokens cost: at the prices in force on each of its days (`dated`; `null` where it has no
 * days), or all at those of one day; `null` too where it tells no tokens. Cached input is billed at the
 * cached price of its service tier and what is written to the cache at the price of cache writes, each as
 * plain input where there is no such price; reasoning is inside output. Prices
 * of long requests are left out and named.
 */
export function usageCost(
  report: UsageReport,
  at: Day | "dated",
  alternative: UsageAlternative = {},
): UsageBill | null {
  const { groups, days, total, told } = report;
  if (!told.input || !isOutputTold(report) || (at === "dated" && days.length === 0)) return null;
  const sums = new Map<string, bigint | null>();
  const counted: readonly Counted[] = at === "dated" ? days : groups;
  const long = new Set<string>();
  const writes = new Map<string, bigint>();
  for (const [index, one] of counted.entries()) {
    const name = alternative.model ?? one.model;
    const model: Model | undefined = name === null ? undefined : findModel(name);
    const price = model && priceOn(model, at === "dated" ? days[index]!.day : at);
    const own = price && toExactPrice(price).prices[alternative.serviceTier ?? one.serviceTier];
    const key = keyOf(one);
    const sum = sums.get(key);
    const usd = own && sum !== null ? amount(one, own) : null;
    sums.set(key, usd === null ? null : (sum ?? 0n) + usd);
    if (own?.cacheWrite) writes.set(key, (writes.get(key) ?? 0n) + writtenAmount(one, own));
    const group = groups.find((each) => keyOf(each) === key);
    if (name !== null && group && mayBeLong(group, price)) long.add(poolOf(name));
  }
  const list = groups.map((group) => (onlyFailed(group) ? 0n : (sums.get(keyOf(group)) ?? null)));
  const known = list.filter((sum) => sum !== null);
  const all = exact(
    known.reduce((a, b) => a + b, 0n),
    AMOUNT_D,
  );
  const written = groups.reduce(
    (sum, group, index) => (list[index] === null ? sum : sum + (writes.get(keyOf(group)) ?? 0n)),
    0n,
  );
  const undatedTokens = at === "dated" ? tokens(total) - days.reduce((sum, day) => sum + tokens(day), 0) : 0;
  return {
    groups: list.map((sum) => (sum === null ? null : exact(sum, AMOUNT_D))),
    usd: known.length === groups.length && undatedTokens === 0 && groups.length > 0 ? all : null,
    known: known.length > 0 ? all : null,
    written: written > 0n ? exact(written, AMOUNT_D) : null,
    unpriced: [
      ...new Set(groups.flatMap((group, index) => (list[index] === null ? [alternative.model ?? group.model] : []))),
    ],
    undatedTokens,
    longContext: [...long],
  };
}
