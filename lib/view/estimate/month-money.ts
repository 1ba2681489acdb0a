import { monthlyUsageLimit } from "@/lib/limits";
import { compare, divide, exact, multiply, parseDecimal, subtract, toNumber, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { formatDuration, formatTier, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";

const MONTH_HOURS = exact(730n);

/** What a month’s cost does to the money that there is for it. */
interface MonthMoney {
  /** Hours from the month’s start until the usage limit is spent; `null` where it lasts, or the cost is unknown. */
  readonly hours: number | null;
  /** USD over the budget; `null` where the cost is not over it, or either is unknown. */
  readonly overBudget: Exact | null;
  /** Both, each in a sentence. */
  readonly asides: readonly string[];
}

/** `tier 3’s $1,000 monthly usage limit`, `your own $50 monthly usage limit`. */
export function usageLimitName(scenario: Scenario): string {
  const whose = scenario.monthlyUsageLimitUsd === undefined ? `${formatTier(scenario.usageTier)}’s` : "your own";
  const limit = formatUsd(monthlyUsageLimit(scenario, scenario.usageTier)).replace(/\.00$/, "");
  return `${whose} ${limit} monthly usage limit`;
}

/** A month of this cost against the usage limit, at which requests fail, and the budget, at which nothing stops. */
export function monthMoney(scenario: Scenario, perMonth: Exact | null): MonthMoney {
  const limit = monthlyUsageLimit(scenario, scenario.usageTier);
  const hours =
    perMonth && compare(perMonth, limit) > 0 ? toNumber(divide(multiply(limit, MONTH_HOURS), perMonth)) : null;
  const { monthlyBudgetUsd: budget } = scenario;
  const over = perMonth && budget !== undefined ? subtract(perMonth, parseDecimal(budget)!) : null;
  const overBudget = over && over.n > 0n ? over : null;
  return {
    hours,
    overBudget,
    asides: [
      ...(hours === null
        ? []
        : [
            `${capital(usageLimitName(scenario))} is spent after ${formatDuration(hours)}; every request fails from then on until the next month.`,
          ]),
      ...(overBudget
        ? [`The month costs ${formatUsd(overBudget)} more than the budget of ${formatUsdText(budget!)}.`]
        : []),
    ],
  };
}
