import type { ExactPrice, ServiceTierPrices, TokenPrices } from "@/lib/facts";
import { milli } from "@/lib/fields";
import { exact, type Exact } from "@/lib/money";
import { attemptsPerYear } from "@/lib/rates";
import type { ServiceTier, Workload } from "@/lib/scenario";
import { amountOf, priceUnits, USD_PER_MONTH } from "./amount";
import { isTool, requestParts } from "./request";

/** What workloads use in a year, by kind of token: attempts (millionths) × tokens (thousandths). */
interface Used {
  input: bigint;
  cached: bigint;
  /** Written to the cache for as long as the model keeps it. */
  written: bigint;
  /** Written to be kept for 12 hours. */
  keptTwelveHours: bigint;
  output: bigint;
  /** Calls of tools: attempts × their amount, the same on every model. */
  tools: bigint;
}

const nothing = (): Used => ({ input: 0n, cached: 0n, written: 0n, keptTwelveHours: 0n, output: 0n, tools: 0n });

/** What workloads use in a year: of each the length of its input, by which its prices go, and what it uses. */
export type UsageTotals = readonly { readonly inputTokens: number; readonly used: Used }[];

/** What the workloads use, for `monthlyCost` of the same workloads at many prices; workloads of one length together. */
export function usageTotals(workloads: readonly Workload[]): UsageTotals {
  const byLength = new Map<number, Used>();
  for (const workload of workloads) {
    const used = byLength.get(workload.inputTokens) ?? nothing();
    byLength.set(workload.inputTokens, used);
    const attempts = attemptsPerYear(workload);
    const times = (tokens: number) => attempts * BigInt(milli(tokens));
    const written = times(workload.cacheWriteTokens ?? 0);
    used.input += times(workload.inputTokens);
    used.cached += times(workload.cachedInputTokens);
    if (workload.cacheLifetime === "12h") used.keptTwelveHours += written;
    else used.written += written;
    used.output += times(workload.visibleOutputTokens) + times(workload.reasoningTokens);
    for (const part of requestParts(workload, null))
      if (isTool(part)) used.tools += attempts * amountOf(part, part.price);
  }
  return [...byLength].map(([inputTokens, used]) => ({ inputTokens, used }));
}

function addTo(sum: Used, used: Used): void {
  sum.input += used.input;
  sum.cached += used.cached;
  sum.written += used.written;
  sum.keptTwelveHours += used.keptTwelveHours;
  sum.output += used.output;
  sum.tools += used.tools;
}

/** The same in two: what is billed at plain prices, and what at those of long requests. */
export interface SplitTotals {
  readonly plain: Used | null;
  readonly long: Used | null;
}

/** The totals apart by the length from which requests are long; `null`: none is. */
export function splitTotals(totals: UsageTotals, longFrom: number | null): SplitTotals {
  let plain: Used | null = null;
  let long: Used | null = null;
  for (const { inputTokens, used } of totals) {
    if (longFrom !== null && inputTokens >= longFrom) addTo((long ??= nothing()), used);
    else addTo((plain ??= nothing()), used);
  }
  return { plain, long };
}

/** Whether everything that such a request uses has a price, so that it has a cost. */
export function isPayable(prices: TokenPrices | null, hasOutput: boolean): boolean {
  return prices !== null && (prices.output !== null || !hasOutput);
}

/** Amounts a year in units of the price scale; `null` where something used has no price. */
function amountPerYear(used: Used, prices: TokenPrices | null): bigint | null {
  if (!prices || !isPayable(prices, used.output > 0n)) return null;
  const input = priceUnits(prices.input);
  const units = (price: Exact | null) => (price ? priceUnits(price) : input);
  const cached = units(prices.cachedInput);
  const written = units(prices.cacheWrite);
  const kept = units(prices.cacheWrite12Hours ?? prices.cacheWrite);
  return (
    used.input * input +
    used.cached * (cached - input) +
    used.written * (written - input) +
    used.keptTwelveHours * (kept - input) +
    (prices.output ? used.output * priceUnits(prices.output) : 0n) +
    used.tools
  );
}

/**
 * USD a month of what is used at these prices in one service tier, exactly what `cost` adds up to for the same
 * workloads; `null` where something has no price.
 */
export function monthlyCost({ plain, long }: SplitTotals, price: ExactPrice | null, tier: ServiceTier): Exact | null {
  const at = (used: Used | null, prices: ServiceTierPrices | null | undefined) =>
    used ? amountPerYear(used, prices?.[tier] ?? null) : 0n;
  const [one, other] = [at(plain, price?.prices), at(long, price?.long?.prices)];
  return one === null || other === null ? null : exact(one + other, USD_PER_MONTH);
}
