import { formatRounded, formatUsd } from "@/lib/view/text";
import type { Exact } from "@/lib/money";
import { growthFactor, MONTH_HOURS, type Forecast, type ForecastMonth, type MonthPart } from "@/lib/forecast";
import { amountText, minus, money, number, over, plus, times, type Term } from "../term";

/** An amount of USD; where it has no more than cents, as it is shown elsewhere. */
export function usdTerm(value: Exact): Term {
  const inCents = (value.n * 100n) % value.d === 0n;
  return inCents ? { text: formatUsd(value), value, level: 0 } : money(value);
}

/** A factor to nine decimals. */
export const factorText = (value: Exact): string => formatRounded(value, 9).replace(/\.?0+$/, "");

/** 1 + percent ÷ 100 as one number: `1.08`. */
function factorTerm({ growth }: Pick<Forecast, "growth">): Term {
  const value = growthFactor(growth.percentPerMonth, 1);
  return { text: amountText(value), value, level: 0 };
}

/** The growth up to a month: `1.08^8`. */
export function growthTerm(forecast: Pick<Forecast, "growth">, { month, times: value }: ForecastMonth): Term {
  return { text: `${factorTerm(forecast).text}^${month}`, value, level: 0 };
}

/** An amount of today as it is in a month: `$22,951.20 × 1.08^8`; in the first month the amount itself. */
export const powered = (today: Term, forecast: Pick<Forecast, "growth">, month: ForecastMonth): Term =>
  month.month === 0 ? today : times(today, growthTerm(forecast, month));

/** Whether a month is of the same models and prices throughout. */
export const isWhole = ({ parts: [first, ...others] }: ForecastMonth): boolean =>
  others.length === 0 && first!.hours === MONTH_HOURS;

/** A whole month of the models and prices of a part, as it has grown. */
export const partTerm = (forecast: Pick<Forecast, "growth">, month: ForecastMonth, { base }: MonthPart): Term =>
  powered(usdTerm(base.cost.perMonth!), forecast, month);

/** The cost of a month whose prices are known; of several parts each by its hours. */
export function monthTerm(forecast: Pick<Forecast, "growth">, month: ForecastMonth): Term {
  const { parts } = month;
  if (isWhole(month)) return partTerm(forecast, month, parts[0]!);
  return plus(
    ...parts.map((part) => over(times(partTerm(forecast, month, part), number(part.hours)), number(MONTH_HOURS))),
  );
}

/**
 * The cost of the first `count` months in all: as one product where all of them have the same prices and grow, else as
 * the sum of the months.
 */
export function totalTerm(forecast: Forecast, count: number): Term {
  const months = forecast.months.slice(0, count);
  const [first] = months;
  const samePrices = months.every((month) => isWhole(month) && month.base === first!.base);
  const { percentPerMonth } = forecast.growth;
  if (!samePrices || count === 1) return plus(...months.map((one) => monthTerm(forecast, one)));
  const month = usdTerm(first!.base.cost.perMonth!);
  if (percentPerMonth === 0) return times(month, number(count));
  const factor = factorTerm(forecast);
  const end: Term = { text: `${factor.text}^${count}`, value: growthFactor(percentPerMonth, count), level: 0 };
  const one = number(1);
  const sum =
    percentPerMonth > 0 ? over(minus(end, one), minus(factor, one)) : over(minus(one, end), minus(one, factor));
  return times(month, sum);
}
