import { daysBetween, growthFactor, monthsAfter, straightFactor, type Forecast } from "@/lib/forecast";
import type { Estimate } from "@/lib/estimate";
import { toNumber } from "@/lib/money";

/** A place in a piece of a curve: how many months in, and how many times today’s traffic it has there. */
interface PiecePoint {
  readonly x: number;
  readonly times: number;
  /** The same on a straight line. */
  readonly straight: number;
}

/** A run of time that has the same models and prices. */
export interface CurvePiece {
  readonly base: Estimate;
  readonly points: readonly PiecePoint[];
}

/** Where a day is on the axis: months, and of the month it is in the part that is over. */
export function xOfDay({ scenario, months }: Pick<Forecast, "scenario" | "months">, day: string): number {
  const { from, month } = months.findLast((one) => one.from <= day) ?? months[0]!;
  return month + daysBetween(from, day) / daysBetween(from, monthsAfter(scenario.asOf, month + 1));
}

/** The curve of a forecast in pieces: a new one begins where the models or their prices change. */
export function curvePieces(forecast: Forecast): CurvePiece[] {
  const { months, growth, endsOn } = forecast;
  const rise = toNumber(growthFactor(growth.percentPerMonth, 1)) - 1;
  const straightRise = toNumber(straightFactor(growth.percentPerMonth, 1)) - 1;
  /** At a place within a month the curve runs straight to the next one. */
  const at = (x: number): PiecePoint => {
    const month = months[Math.min(Math.floor(x), months.length - 1)]!;
    const times = toNumber(month.times) * (1 + (x - month.month) * rise);
    return { x, times, straight: Math.max(0, 1 + straightRise * x) };
  };
  const pieces: { base: Estimate; points: PiecePoint[] }[] = [];
  const starts = months.flatMap(({ parts, from, month }) =>
    parts.map((part) => ({ base: part.base, x: part.from === from ? month : xOfDay(forecast, part.from) })),
  );
  for (const { base, x } of starts) {
    pieces.at(-1)?.points.push(at(x));
    if (pieces.at(-1)?.base !== base) pieces.push({ base, points: [at(x)] });
  }
  const { points } = pieces.at(-1)!;
  if (endsOn) points.push(at(xOfDay(forecast, endsOn)));
  else if (points.length === 1 && months.length > 1) points.push(at(months.length));
  return pieces;
}
