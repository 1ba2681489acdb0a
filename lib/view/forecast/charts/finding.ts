import { straightFactor, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { divide, multiply, toNumber, type Exact } from "@/lib/money";
import { formatGrowth } from "@/lib/view/chart";
import { formatDay, formatFactor } from "@/lib/view/text";
import { daysOfChange, endText } from "../changes";
import { requestsTimes } from "../inputs";
import { monthText } from "../words";

/** The cost of a month on the straight line. */
export function straightCost({ growth }: Forecast, { base, month }: ForecastMonth): Exact | null {
  return base.cost.perMonth && multiply(base.cost.perMonth, straightFactor(growth.percentPerMonth, month));
}

/** What a whole month costs at the beginning of a month, and at its end: not the same where models change in it. */
export const startRate = ({ parts, times }: ForecastMonth): Exact => multiply(parts[0]!.base.cost.perMonth!, times);
export const endRate = ({ parts, times }: ForecastMonth): Exact => multiply(parts.at(-1)!.base.cost.perMonth!, times);

/** Where models change: how much of it is growth, and how much the models. */
function changedFinding(forecast: Forecast, [first, last]: readonly [ForecastMonth, ForecastMonth]): string {
  const { growth } = forecast;
  const days = daysOfChange(forecast);
  const all = formatGrowth(toNumber(divide(endRate(last), startRate(first))));
  const models = formatFactor(
    toNumber(divide(last.parts.at(-1)!.base.cost.perMonth!, first.parts[0]!.base.cost.perMonth!)),
  );
  const [change, ...others] = days.flatMap(({ changes }) => changes);
  const dearer =
    change && others.length === 0 && first.parts[0]!.base.facts.size === 1
      ? `${change.successor} costs ${models} times ${change.model}`
      : `the models that follow cost ${models} times those of today`;
  return `By month ${last.month + 1} a month costs ${all} times as much as now: requests ${requestsTimes(growth.percentPerMonth, last.month + 1)} times, and ${dearer}`;
}

export function costFinding(forecast: Forecast): string {
  const { months, growth, endsOn } = forecast;
  const [first, last] = [months[0]!, months.at(-1)!];
  if (endsOn) {
    const [end] = daysOfChange(forecast).filter(({ on }) => on === endsOn);
    const lost = end!.changes.filter(({ goesOn }) => !goesOn);
    return `${endText(lost)} on ${formatDay(endsOn)}, and nothing is named to go on with`;
  }
  if (months.length === 1) return `The month costs ${monthText(last)}`;
  const start = startRate(first);
  if (start.n === 0n) return "The bill is zero in every month";
  if (daysOfChange(forecast).length > 0) return changedFinding(forecast, [first, last]);
  const times = toNumber(divide(last.perMonth!, start));
  if (growth.percentPerMonth === 0 && times === 1) return `The bill stays at ${monthText(last)} a month`;
  const straight = toNumber(divide(straightCost(forecast, last)!, start));
  return `Month ${months.length} costs ${formatGrowth(times)} times month 1; a straight line would say ${formatGrowth(straight)}`;
}
