import { usageTier as tierFacts } from "@/lib/catalogue";
import { straightFactor, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { monthlyUsageLimit } from "@/lib/limits";
import { divide, multiply, parseDecimal, toGeometry, toNumber, type Exact } from "@/lib/money";
import {
  checkedSource,
  formatGrowth,
  formatTick,
  linearSteps,
  ticks,
  type Axis,
  type ChartText,
  type Reading,
  type Undrawn,
} from "@/lib/view/chart";
import { formatMonth, formatShortMonth } from "@/lib/view/dates";
import { formatDay, formatTier, formatUsdText } from "@/lib/view/text";
import { budgetSpan } from "../asides";
import { bandText } from "../band";
import { daySpent } from "../stops";
import { growthText, monthsText, monthText, usageLimitOf, usageLimitText, wholeUsdText } from "../words";
import { monthAxis } from "./axis";

/** The months that have one usage tier: `from` and `to` are months, `to` exclusive. */
export interface TierSpan {
  readonly from: number;
  readonly to: number;
  readonly tier: string;
  /** `from 27 Dec 2026: reached after $1,000 paid in all`; shorter ones follow. */
  readonly texts: readonly string[];
  readonly usageLimit: number;
  /** Whether a month of it is over the usage limit. */
  readonly isOver: boolean;
  /** Names the stair of its usage limit. */
  readonly limitText: string;
}

/** Cost month by month against what there is for it. */
export interface ForecastCostChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly y: Axis;
  /** USD of each month. */
  readonly costs: readonly number[];
  readonly straight: readonly number[];
  readonly band: readonly { readonly p10: number; readonly p90: number }[] | null;
  readonly bandTexts: { readonly p10: string; readonly p90: string } | null;
  readonly budget: {
    readonly usd: number;
    readonly text: string;
    readonly short: string;
    /** The months between which it is passed in 8 of 10 cases; `null` without ranges. */
    readonly span: readonly [from: number, to: number] | null;
  } | null;
  readonly tiers: readonly TierSpan[];
  /** The first month over the budget. */
  readonly passed: { readonly month: number; readonly text: string; readonly short: string } | null;
  /** The month whose model ends in it, where one does. */
  readonly ends: { readonly month: number; readonly text: string } | null;
  readonly texts: { readonly first: string; readonly last: string; readonly straight: string };
  readonly readings: readonly Reading[];
}

/** The cost of a month on the straight line. */
function straightCost({ growth, months }: Forecast, month: number): Exact | null {
  const first = months[0]!.perMonth;
  return first && multiply(first, straightFactor(growth.percentPerMonth, month));
}

function findingOf(forecast: Forecast, last: ForecastMonth): string {
  const { months, growth } = forecast;
  const first = months[0]!.perMonth!;
  if (months.length === 1) return `The month costs ${monthText(last)}`;
  if (first.n === 0n) return "The bill is zero in every month";
  const times = toNumber(divide(last.perMonth!, first));
  if (growth.percentPerMonth === 0 && times === 1) return `The bill stays at ${monthText(last)} a month`;
  const straight = toNumber(straightFactor(growth.percentPerMonth, months.length - 1));
  return `The last month costs ${formatGrowth(times)} times the first; a straight line would say ${formatGrowth(straight)}`;
}

/** The months by usage tier. */
function spansOf(forecast: Forecast): TierSpan[] {
  const { months, scenario } = forecast;
  const starts = months.filter(({ usageTier, month }) => usageTier !== months[month - 1]?.usageTier);
  return starts.map((first, index): TierSpan => {
    const to = starts[index + 1]?.month ?? months.length;
    const { usageTier } = first;
    const isRisen = index > 0 || usageTier !== scenario.usageTier;
    const paid = isRisen ? formatUsdText(tierFacts(usageTier).reachedAfterUsd ?? "0") : null;
    const over = months.slice(first.month, to).find(({ limits }) => limits.at(-1)!.over);
    const limit = usageLimitOf(scenario, usageTier);
    return {
      from: first.month,
      to,
      tier: usageTier === "free" ? "Free" : String(usageTier),
      texts: paid
        ? [`from ${formatDay(first.from)}: reached after ${paid} paid in all`, `from ${formatDay(first.from)}`]
        : [`usage limit ${usageLimitText(scenario, usageTier)} a month`, usageLimitText(scenario, usageTier)],
      usageLimit: toNumber(monthlyUsageLimit(scenario, usageTier)),
      isOver: over !== undefined,
      limitText:
        over && over.month === 0
          ? `${limit}, spent on ${formatDay(daySpent(forecast, over))}`
          : `${limit.replace("’s ", "’s usage limit, ")} a month`,
    };
  });
}

/** Dollars up the plot: what is near the costs is drawn to scale, what is far above them left to the words. */
function usdAxis(forecast: Forecast, tiers: readonly TierSpan[], costs: readonly number[]): Axis {
  const { band, scenario } = forecast;
  const highest = Math.max(...costs, ...(band ?? []).map(({ p90 }) => p90)) || 1;
  const budget = scenario.monthlyBudgetUsd === undefined ? 0 : toGeometry(parseDecimal(scenario.monthlyBudgetUsd)!);
  const near = [budget, ...tiers.map(({ usageLimit }) => usageLimit)].filter((value) => value <= highest * 1.5);
  const top = Math.max(highest, ...near) * 1.04;
  const steps = linearSteps(top, 6).filter((value) => value <= top);
  return { from: 0, to: top, ticks: ticks(steps, (value) => `$${formatTick(value)}`) };
}

function shutdown({ months }: Forecast): ForecastCostChart["ends"] {
  for (const { month, events } of months)
    for (const event of events)
      if (event.kind === "shutdown") return { month, text: `${event.model} ends ${formatDay(event.on)}` };
  return null;
}

function tableOf(forecast: Forecast): ChartText["table"] {
  const { band, months } = forecast;
  return {
    head: ["Month, from", "A month", "Straight line", ...(band ? ["p10 to p90"] : []), "Usage tier", "Usage limit"],
    rows: months.map((month, index) => [
      formatDay(month.from),
      monthText(month),
      wholeUsdText(straightCost(forecast, index)),
      ...(band ? [bandText(band[index]!)] : []),
      month.usageTier === "free" ? "Free" : String(month.usageTier),
      usageLimitText(forecast.scenario, month.usageTier),
    ]),
  };
}

/** The budget as a line, with the months between which it is passed in 8 of 10 cases. */
function budgetOf(forecast: Forecast): ForecastCostChart["budget"] {
  const { monthlyBudgetUsd } = forecast.scenario;
  if (monthlyBudgetUsd === undefined) return null;
  const short = `budget ${formatUsdText(monthlyBudgetUsd)}`;
  const usd = toGeometry(parseDecimal(monthlyBudgetUsd)!);
  const { early, late } = budgetSpan(forecast) ?? {};
  if (!early || !late || early === late) return { usd, text: short, short, span: null };
  const months = `${formatShortMonth(early.from)} to ${formatShortMonth(late.from)}`;
  return { usd, text: `${short}, passed ${months} in 8 of 10 cases`, short, span: [early.month, late.month] };
}

/** Cost a month over the months of a forecast, with budget, usage limits, the straight line and the range. */
export function forecastCostChart(forecast: Forecast): ForecastCostChart | Undrawn {
  const { months, growth, scenario, band } = forecast;
  const last = months.at(-1)!;
  if (months.some(({ perMonth }) => perMonth === null))
    return {
      drawn: false,
      eyebrow: "Cost a month",
      reason: "There is no curve without a price",
      remedy: "A model has no price in one of the months; Plan says which, and takes your own.",
    };
  const costs = months.map(({ perMonth }) => toGeometry(perMonth));
  const tiers = spansOf(forecast);
  const over = months.find(({ isOverBudget }) => isOverBudget);
  const budget = scenario.monthlyBudgetUsd;
  const ends = shutdown(forecast);
  const straight = months.map((_, index) => straightCost(forecast, index));
  const marked = over ? [over.month] : [];
  const range = band?.at(-1);
  const events = [
    ...(over
      ? [`The ${formatUsdText(budget!)} budget is first passed in the month from ${formatDay(over.from)}.`]
      : []),
    ...tiers.filter(({ isOver }) => isOver).map(({ limitText }) => `${limitText}.`),
    ...(ends ? [`${ends.text}.`] : []),
  ];
  return {
    drawn: true,
    eyebrow: "Cost a month",
    finding: findingOf(forecast, last),
    units: `Dollars a month, all workloads${band ? "; shaded: p10 to p90 of the ranges entered" : ""}`,
    source: `${checkedSource("prices and usage tiers")}; a month is 730 hours, named by the day it begins`,
    title: `Cost a month over ${monthsText(growth)} at ${growthText(growth.percentPerMonth)}`,
    description:
      `${monthText(months[0]!)} a month from ${formatDay(months[0]!.from)} to ${monthText(last)} from ${formatDay(last.from)}. ${events.join(" ")}`.trim(),
    table: tableOf(forecast),
    x: monthAxis(forecast, marked),
    y: usdAxis(forecast, tiers, costs),
    costs,
    straight: straight.map(toGeometry),
    band,
    bandTexts: range
      ? {
          p10: `p10 $${bandText({ p10: range.p10, p90: range.p10 }).split(" ")[0]!}`,
          p90: `p90 $${bandText({ p10: range.p90, p90: range.p90 }).split(" ")[0]!}`,
        }
      : null,
    budget: budgetOf(forecast),
    tiers,
    passed: over
      ? {
          month: over.month,
          text: `${formatMonth(over.from)}: ${monthText(over)} a month`,
          short: `${formatShortMonth(over.from)}: ${monthText(over)}`,
        }
      : null,
    ends,
    texts: {
      first: `${monthText(months[0]!)} now`,
      last: monthText(last),
      straight: `${wholeUsdText(straight.at(-1)!)}, straight line`,
    },
    readings: months.map((month, index) => ({
      x: index,
      y: costs[index]!,
      text: `${formatShortMonth(month.from)}: ${monthText(month)}`,
      detail: `${formatTier(month.usageTier)}; ${wholeUsdText(month.cumulative)} in all${band ? `; p10 to p90 ${bandText(band[index]!)}` : ""}`,
    })),
  };
}
