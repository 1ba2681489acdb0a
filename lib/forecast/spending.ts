import { scaledEstimate } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import { add, compare, exact, multiply, subtract, ZERO, type Exact } from "@/lib/money";
import { daysAfter } from "./calendar";
import type { ForecastMonth, MonthPart } from "./types";

type Spending = Pick<ForecastMonth, "parts" | "times" | "perMonth">;

/** The hours of a month. */
export const MONTH_HOURS = 730;

/** What a part of a month costs, exact USD; its price is known. */
export const partCost = ({ base, hours }: MonthPart, times: Exact): Exact =>
  multiply(multiply(base.cost.perMonth!, times), exact(BigInt(hours), BigInt(MONTH_HOURS)));

/**
 * The part of a month in which what the month has cost passes `amount`, and the hours and the cost before that part;
 * `null` where the month’s cost is unknown or not above it.
 */
export function passingPart({ parts, times, perMonth }: Spending, amount: Exact) {
  if (!perMonth || compare(perMonth, amount) <= 0) return null;
  let [hours, spent] = [0, ZERO];
  for (const part of parts) {
    const next = add(spent, partCost(part, times));
    if (compare(next, amount) > 0) return { part, hours, spent };
    hours += part.hours;
    spent = next;
  }
  return null;
}

/** Hours of a month until an amount is spent; `null` where the month’s cost is unknown or not above it. */
export function hoursUntil(month: Spending, amount: Exact): Exact | null {
  const passing = passingPart(month, amount);
  if (!passing) return null;
  const { part, hours, spent } = passing;
  const left = subtract(amount, spent);
  const rate = multiply(part.base.cost.perMonth!, month.times);
  return add(exact(BigInt(hours)), exact(BigInt(MONTH_HOURS) * left.n * rate.d, left.d * rate.n));
}

/** The day of a month on which an amount is spent, which its cost is above. */
export function daySpent(month: Spending & Pick<ForecastMonth, "from">, amount: Exact): string {
  const { n, d } = hoursUntil(month, amount)!;
  return daysAfter(month.from, Number(n / (24n * d)));
}

/** The day of a month from which a limit that is not of money is passed: the first one of the part that passes it. */
export function dayPassed(
  { from, parts, times, usageTier }: Pick<ForecastMonth, "from" | "parts" | "times" | "usageTier">,
  limit: { readonly pool: string; readonly dimension: Dimension },
): string {
  if (parts.length === 1) return from;
  const isPassed = ({ base }: MonthPart) =>
    scaledEstimate(base, times, usageTier).limits.some(
      ({ over, demand: { pool, dimension } }) => over && pool === limit.pool && dimension === limit.dimension,
    );
  return parts.find(isPassed)?.from ?? from;
}
