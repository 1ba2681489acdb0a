import { rangeOfToday, straightFactor, type Forecast } from "@/lib/forecast";
import { multiply, parseDecimal, toGeometry } from "@/lib/money";
import {
  checkedSource,
  formatTick,
  linearSteps,
  ticks,
  type Axis,
  type ChartText,
  type Reading,
  type Undrawn,
} from "@/lib/view/chart";
import { formatShortMonth } from "@/lib/view/dates";
import { formatDay, formatTier, formatUsdText } from "@/lib/view/text";
import { budgetSpan } from "../asides";
import { bandText } from "../band";
import { daysOfChange, endText, partsText, successorsIn } from "../changes";
import { growthText, monthsText, monthText, usageLimitText, wholeUsdText } from "../words";
import { monthAxis } from "./axis";
import { costFinding, endRate, startRate, straightCost } from "./finding";
import { curvePieces, xOfDay, type CurvePiece } from "./pieces";
import { tierSpans, type TierSpan } from "./tier-spans";

/** A place of the curve in USD a month: as entered, on a straight line, and within the ranges entered. */
export interface CostPoint {
  readonly x: number;
  readonly usd: number;
  readonly straight: number;
  readonly p10: number | null;
  readonly p90: number | null;
}

/** Something that happens on a day, at its place on the axis. */
interface Mark {
  readonly x: number;
  readonly text: string;
  readonly short: string;
}

/** Cost month by month against what there is for it. */
export interface ForecastCostChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly y: Axis;
  /** What a month costs at the traffic and on the models of a time; a new piece where these change. */
  readonly pieces: readonly (readonly CostPoint[])[];
  readonly bandTexts: { readonly p10: string; readonly p90: string } | null;
  readonly budget: {
    readonly usd: number;
    readonly text: string;
    readonly short: string;
    /** The days between which it is passed in 8 of 10 cases; `null` without ranges. */
    readonly span: readonly [from: number, to: number] | null;
  } | null;
  readonly tiers: readonly TierSpan[];
  /** The day on which the budget is first passed, on the curve. */
  readonly passed: (Mark & { readonly usd: number }) | null;
  /** The days on which models end. */
  readonly ends: readonly Mark[];
  readonly texts: { readonly first: string; readonly last: string; readonly straight: string };
  readonly readings: readonly Reading[];
}

/** A piece of the curve in USD. */
function toPoints(forecast: Forecast, { base, points }: CurvePiece): CostPoint[] {
  const today = toGeometry(base.cost.perMonth);
  const range = forecast.band && rangeOfToday(base);
  return points.map(({ x, times, straight }) => ({
    x,
    usd: today * times,
    straight: today * straight,
    p10: range ? range.p10 * times : null,
    p90: range ? range.p90 * times : null,
  }));
}

/** The curve at a place: between two points it runs straight, beyond its end it is as at the end. */
function curveAt(pieces: readonly (readonly CostPoint[])[], x: number): { readonly x: number; readonly usd: number } {
  const piece = pieces.findLast(([start]) => start!.x <= x) ?? pieces[0]!;
  const after = piece.findIndex((point) => point.x >= x);
  if (after < 0) return piece.at(-1)!;
  if (after === 0) return { x, usd: piece[0]!.usd };
  const [a, b] = [piece[after - 1]!, piece[after]!];
  return { x, usd: a.usd + ((b.usd - a.usd) * (x - a.x)) / (b.x - a.x) };
}

/** Dollars up the plot: what is near the costs is drawn to scale, what is far above them left to the words. */
function usdAxis({ scenario }: Forecast, tiers: readonly TierSpan[], points: readonly CostPoint[]): Axis {
  const highest = Math.max(...points.map(({ usd, p90 }) => Math.max(usd, p90 ?? 0))) || 1;
  const budget = scenario.monthlyBudgetUsd === undefined ? 0 : toGeometry(parseDecimal(scenario.monthlyBudgetUsd)!);
  const near = [budget, ...tiers.map(({ usageLimit }) => usageLimit)].filter((value) => value <= highest * 1.5);
  const top = Math.max(highest, ...near) * 1.04;
  const steps = linearSteps(top, 6).filter((value) => value <= top);
  return { from: 0, to: top, ticks: ticks(steps, (value) => `$${formatTick(value)}`) };
}

/** The days on which models end, and what goes on. */
function endMarks(forecast: Forecast): Mark[] {
  return daysOfChange(forecast).map(({ on, changes }) => {
    const next = on === forecast.endsOn ? "nothing is named" : `then ${successorsIn(changes)}`;
    return {
      x: xOfDay(forecast, on),
      text: `${endText(changes)} ${formatDay(on)}, ${next}`,
      short: `${formatDay(on)}: ${next.replace(/^then /, "")}`,
    };
  });
}

/** The day on which the budget is first passed. */
function passedMark(forecast: Forecast, pieces: readonly (readonly CostPoint[])[]): ForecastCostChart["passed"] {
  for (const month of forecast.months)
    for (const event of month.events)
      if (event.kind === "budget") {
        const day = formatDay(event.day);
        const text = `${day}: budget passed, ${monthText(month)} that month`;
        return { ...curveAt(pieces, xOfDay(forecast, event.day)), text, short: `${day}: budget passed` };
      }
  return null;
}

function tableOf(forecast: Forecast): ChartText["table"] {
  const { band, months } = forecast;
  return {
    head: ["Month, from", "A month", "Straight line", ...(band ? ["p10 to p90"] : []), "Usage tier", "Usage limit"],
    rows: months.map((month, index) => [
      formatDay(month.from),
      monthText(month),
      wholeUsdText(straightCost(forecast, month)),
      ...(band ? [bandText(band[index]!)] : []),
      month.usageTier === "free" ? "Free" : String(month.usageTier),
      usageLimitText(forecast.scenario, month.usageTier),
    ]),
  };
}

/** The budget as a line, with the days between which it is passed in 8 of 10 cases. */
function budgetOf(forecast: Forecast): ForecastCostChart["budget"] {
  const { monthlyBudgetUsd } = forecast.scenario;
  if (monthlyBudgetUsd === undefined) return null;
  const short = `budget ${formatUsdText(monthlyBudgetUsd)}`;
  const usd = toGeometry(parseDecimal(monthlyBudgetUsd)!);
  const { early, late } = budgetSpan(forecast) ?? {};
  if (!early || !late || early.day === late.day) return { usd, text: short, short, span: null };
  const [from, to] = [formatShortMonth(early.day), formatShortMonth(late.day)];
  const when = from === to ? `in ${from}` : `${from} to ${to}`;
  return {
    usd,
    text: `${short}, passed ${when} in 8 of 10 cases`,
    short,
    span: [xOfDay(forecast, early.day), xOfDay(forecast, late.day)],
  };
}

/** Cost a month over the months of a forecast, with budget, usage limits, the straight line and the range. */
export function forecastCostChart(forecast: Forecast): ForecastCostChart | Undrawn {
  const { months, growth, scenario, band } = forecast;
  const [start, last] = [months[0]!, months.at(-1)!];
  if (months.some(({ perMonth }) => perMonth === null))
    return {
      drawn: false,
      eyebrow: "Cost a month",
      reason: "There is no curve without a price",
      remedy: "A model has no price in one of the months; Plan says which, and takes your own.",
    };
  const pieces = curvePieces(forecast).map((piece) => toPoints(forecast, piece));
  const tiers = tierSpans(forecast);
  const ends = endMarks(forecast);
  const passed = passedMark(forecast, pieces);
  const range = pieces.at(-1)!.at(-1)!;
  const isMixed = ends.length > 0;
  const events = [
    ...(passed ? [`The ${formatUsdText(scenario.monthlyBudgetUsd!)} budget: ${passed.text}.`] : []),
    ...tiers.filter(({ over }) => over.length > 0).map(({ limitText }) => `${limitText}.`),
    ...ends.map(({ text }) => `${text}.`),
  ];
  const one = (usd: number) => bandText({ p10: usd, p90: usd }).split(" ")[0]!;
  const lastText = wholeUsdText(endRate(last));
  return {
    drawn: true,
    eyebrow: "Cost a month",
    finding: costFinding(forecast),
    units: `Dollars a month, all workloads${isMixed ? ", at the traffic and on the models of the day" : ""}${band ? "; shaded: p10 to p90 of the ranges entered" : ""}`,
    source: `${checkedSource("prices and usage tiers")}; a month is 730 hours, named by the day it begins`,
    title: `Cost a month over ${monthsText({ months: months.length })} at ${growthText(growth.percentPerMonth)}`,
    description:
      `${monthText(start)} in the month from ${formatDay(start.from)}, ${monthText(last)} in that from ${formatDay(last.from)}. ${events.join(" ")}`.trim(),
    table: tableOf(forecast),
    x: monthAxis(forecast),
    y: usdAxis(forecast, tiers, pieces.flat()),
    pieces,
    bandTexts: range.p10 !== null ? { p10: `p10 $${one(range.p10)}`, p90: `p90 $${one(range.p90!)}` } : null,
    budget: budgetOf(forecast),
    tiers,
    passed,
    ends,
    texts: {
      first: `${wholeUsdText(startRate(start))}${isMixed ? " a month" : ""} now`,
      last: lastText,
      straight: `${wholeUsdText(multiply(last.parts.at(-1)!.base.cost.perMonth!, straightFactor(growth.percentPerMonth, last.month)))}, straight line`,
    },
    readings: months.map((month, index): Reading => {
      const mixed = partsText(forecast, month);
      return {
        x: index,
        y: curveAt(pieces, index).usd,
        text: `${formatShortMonth(month.from)}: ${monthText(month)}`,
        detail: `${mixed ? `${mixed}; ` : ""}${formatTier(month.usageTier)}; ${wholeUsdText(month.cumulative)} in all${band ? `; p10 to p90 ${bandText(band[index]!)}` : ""}`,
      };
    }),
  };
}
