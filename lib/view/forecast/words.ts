import { usageTier as tierFacts, type UsageTierId } from "@/lib/catalogue";
import type { Binding } from "@/lib/estimate";
import type { Forecast, ForecastMonth } from "@/lib/forecast";
import type { Dimension } from "@/lib/limits";
import { subtract, ZERO, type Exact } from "@/lib/money";
import type { Growth, Scenario } from "@/lib/scenario";
import { DIMENSIONS, isPlural, ofPool } from "@/lib/view/names";
import {
  formatRounded,
  formatUsd,
  figure,
  formatCount,
  formatNumber,
  formatTier,
  formatUsdText,
  type Figure,
  type FigureKey,
} from "@/lib/view/text";

const NARROW = "\u202f";

/** A figure of the forecast that opens its working. */
export const forecastFigure = (
  text: string,
  of: Extract<FigureKey, { readonly of: "forecast" }>["figure"],
  at: number,
): Figure => figure(text, { of: "forecast", figure: of, at });

/** A growth as entered: `8 %`, `−5 %`. */
export const growthText = (percent: number): string =>
  `${percent < 0 ? "−" : ""}${formatNumber(Math.abs(percent))}${NARROW}%`;

/** `24 months`. */
export const monthsText = ({ months }: Pick<Growth, "months">): string => formatCount(BigInt(months), "month");

/** An amount where cents say nothing: whole dollars from $1,000 up, below as elsewhere. */
export const wholeUsdText = (amount: Exact | null): string =>
  amount && amount.n >= 1000n * amount.d ? `$${formatRounded(amount, 0)}` : formatUsd(amount);

/** A month’s cost: `$22,951`; without a price `no price`. */
export const monthText = ({ perMonth }: Pick<ForecastMonth, "perMonth">): string =>
  perMonth ? wholeUsdText(perMonth) : "no price";

/** The cost of a month, with its working. */
export const monthFigure = (month: ForecastMonth): Figure => forecastFigure(monthText(month), "month", month.month);

/** The usage limit of a tier: `$5,000`; the user’s own at the scenario’s. */
export function usageLimitText(scenario: Scenario, tier: UsageTierId): string {
  const own = tier === scenario.usageTier ? scenario.monthlyUsageLimitUsd : undefined;
  return formatUsdText(own ?? tierFacts(tier).monthlyUsageLimitUsd);
}

/** Whose usage limit it is: `tier 4’s $5,000`, `your own $9,000`. */
export function usageLimitOf(scenario: Scenario, tier: UsageTierId): string {
  const isOwn = tier === scenario.usageTier && scenario.monthlyUsageLimitUsd !== undefined;
  return `${isOwn ? "your own" : `${formatTier(tier)}’s`} ${usageLimitText(scenario, tier)}`;
}

/** The pools of a forecast’s limits, the account’s apart. */
export const modelPools = ({ months }: Forecast): string[] =>
  [...new Set(months.flatMap(({ limits }) => limits.map(({ demand }) => demand.pool)))].filter(
    (pool) => pool !== "account",
  );

/** A limit within a sentence: `tokens a minute`; of several models `gpt-5’s tokens a minute`. */
export function limitName(forecast: Forecast, pool: string, dimension: Dimension): string {
  const name = DIMENSIONS[dimension].toLowerCase();
  if (dimension === "monthly-usage" || modelPools(forecast).length === 1) return name;
  return ofPool(pool, name);
}

/** A limit at the start of a clause with its verb: `tokens a minute are`, `the batch queue is`. */
export function limitWith(
  forecast: Forecast,
  { pool, dimension }: Binding,
  verb: readonly [one: string, many: string],
) {
  const name = limitName(forecast, pool, dimension);
  if (isPlural(dimension)) return `${name} ${verb[1]}`;
  return `${name.startsWith(DIMENSIONS[dimension].toLowerCase()) ? "the " : ""}${name} ${verb[0]}`;
}

/** `tokens a minute are over tier 2’s limit`. */
export const limitIsOver = (forecast: Forecast, limit: Binding, tier: UsageTierId): string =>
  `${limitWith(forecast, limit, ["is", "are"])} over ${formatTier(tier)}’s limit`;

/** What is left of `amount` after `paid`, at least 0. */
export function leftOf(amount: Exact, paid: Exact): Exact {
  const left = subtract(amount, paid);
  return left.n < 0n ? ZERO : left;
}
