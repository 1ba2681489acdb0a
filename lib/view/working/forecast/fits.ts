import { usageTier as tierFacts } from "@/lib/catalogue";
import { growthFactor, growthThatFits, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { MILLI, milli } from "@/lib/fields";
import { compare, multiply, toGeometry, type Exact } from "@/lib/money";
import { fitsText, growthText } from "@/lib/view/forecast";
import { DIMENSIONS, poolName } from "@/lib/view/names";
import { formatPercent, formatTier } from "@/lib/view/text";
import { limitTerm } from "../limit/source";
import { step, working, type Working, type WorkingStep } from "../compose";
import { amountText, money, type Term } from "../term";
import { usdTerm } from "./terms";

/** The growth that just fits a limit or the budget, and that the next one does not. */
export function fitsWorking(forecast: Forecast, index: number): Working | null {
  const row = growthThatFits(forecast)[index];
  if (!row) return null;
  const { limit, value, percentPerMonth } = row;
  const askedIn = ({ base }: ForecastMonth): Exact | null => {
    if (!limit) return base.cost.perMonth;
    const found = base.demands.find(({ pool, dimension }) => pool === limit.pool && dimension === limit.dimension);
    return found?.peak ?? null;
  };
  const next = (milli(percentPerMonth ?? 0) + 1) / MILLI;
  const isOverAt = (month: ForecastMonth, percent: number) => {
    const needed = askedIn(month);
    return needed !== null && compare(multiply(needed, growthFactor(percent, month.month)), value) > 0;
  };
  // Growth that does not fit is over in the month that decides: the last one, unless models change.
  const withIt = forecast.months.filter((month) => askedIn(month));
  const deciding =
    percentPerMonth === null ? withIt[0]! : (withIt.findLast((month) => isOverAt(month, next)) ?? withIt.at(-1)!);
  const { base, month: last } = deciding;
  const name = last === forecast.months.length - 1 ? "Last month" : `Month ${last + 1}`;
  const at = limit
    ? base.demands.findIndex(({ pool, dimension }) => pool === limit.pool && dimension === limit.dimension)
    : -1;
  const isMoney = !limit || limit.dimension === "monthly-usage";
  const asked = askedIn(deciding)!;
  const today: Term = isMoney ? usdTerm(asked) : { text: amountText(asked), value: asked, level: 0 };
  const of = limit ? limitTerm(base, at, limit.usageTier) : null;
  const title = limit
    ? `Growth that just fits ${DIMENSIONS[limit.dimension].toLowerCase()}${isMoney ? "" : `, ${poolName(limit.pool)}`}, ${formatTier(limit.usageTier)}`
    : "Growth that just fits the budget";
  const allowed: WorkingStep = {
    label: limit ? "Limit" : "Budget",
    expression: of?.source ?? "your own",
    value: isMoney ? money(value).text : amountText(value),
  };
  const first = step(isMoney ? "A month of today’s traffic" : "Demand today, at peak", today, today.text);
  const facts = limit ? [of?.fact, isMoney ? tierFacts(limit.usageTier) : null] : [];
  if (percentPerMonth === null)
    return working({
      title,
      steps: [first],
      result: { label: "First month", expression: `${today.text} > ${allowed.value}`, value: "none" },
      rule: "forecast-fits",
      facts,
    });
  const share = (percent: number) => {
    const { n, d } = growthFactor(percent, last);
    return formatPercent(toGeometry({ n: n * asked.n * value.d, d: d * asked.d * value.n }));
  };
  return working({
    title,
    steps: [
      first,
      allowed,
      { label: `${name} at ${growthText(percentPerMonth)}`, expression: "of it", value: share(percentPerMonth) },
      ...(last > 0 ? [{ label: `${name} at ${growthText(next)}`, expression: "of it", value: share(next) }] : []),
    ],
    result: {
      label: "A month",
      expression: last > 0 ? `(${allowed.value} ÷ ${today.text})^(1 ÷ ${last}) − 1` : "only one month",
      value: fitsText(row),
    },
    rule: "forecast-fits",
    facts,
  });
}
