import type { UsageTierId } from "@/lib/catalogue";
import { scaledEstimate, type Binding, type LimitRow } from "@/lib/estimate";
import { modelOfPool } from "@/lib/facts";
import { growthFactor, monthsAfter, type Forecast, type ForecastMonth } from "@/lib/forecast";
import { toNumber } from "@/lib/money";
import { xOfDay } from "./pieces";

/** The limits at a time of a forecast. */
export interface Instant {
  readonly x: number;
  readonly month: ForecastMonth;
  /** The day from which the models in use are those of this time. */
  readonly from: string;
  readonly limits: readonly LimitRow[];
  /** By how much the traffic has grown since the month began, and by how much it grows in a month. */
  readonly grown: number;
  readonly rise: number;
  /** Whether a month begins, and whether what goes before is of other models. */
  readonly isMonth: boolean;
  readonly isNew: boolean;
}

/** A part of a limit used at a time; `null`: not published. */
export interface SharePoint {
  readonly x: number;
  readonly share: number | null;
}

/**
 * The times from which the limits of a forecast are drawn: the beginning of each month and of each of its parts, and
 * the end of a part within a month. `tier`: as if the usage tier had stayed at it.
 */
export function instantsOf(forecast: Forecast, tier: UsageTierId | null): Instant[] {
  const { months, growth, endsOn, scenario } = forecast;
  const rise = toNumber(growthFactor(growth.percentPerMonth, 1)) - 1;
  return months.flatMap((month) => {
    const until = monthsAfter(scenario.asOf, month.month + 1);
    return month.parts.flatMap(({ from, base }, index): Instant[] => {
      const limits =
        tier === null && month.parts.length === 1
          ? month.limits
          : scaledEstimate(base, month.times, tier ?? month.usageTier).limits;
      const at = (day: string) => {
        const x = day === month.from ? month.month : xOfDay(forecast, day);
        return { x, month, from, limits, rise, grown: 1 + (x - month.month) * rise };
      };
      const next = month.parts[index + 1]?.from ?? endsOn;
      const before = index > 0 ? month.parts[index - 1] : months[month.month - 1]?.parts.at(-1);
      const isNew = before !== undefined && before.base !== base;
      return [
        { ...at(from), isMonth: index === 0, isNew },
        ...(next !== null && next < until ? [{ ...at(next), isMonth: false, isNew: false }] : []),
      ];
    });
  });
}

/** The pool that a limit of the first models is of on a later day. */
function poolOn({ changes }: Forecast, pool: string, day: string): string {
  let model = modelOfPool(pool);
  const rest = pool.slice(model.length);
  for (const { model: ended, successor, goesOn, on } of changes)
    if (goesOn && ended === model && on <= day) model = successor!;
  return `${model}${rest}`;
}

/** The models a limit is of, one after the other. */
export const successivePools = (forecast: Forecast, { pool }: Binding, instants: readonly Instant[]): string[] => [
  ...new Set(instants.map(({ from }) => poolOn(forecast, pool, from))),
];

/** A limit of the first models as it is at a time, on the models of then. */
export function rowAt(forecast: Forecast, { pool, dimension }: Binding, { limits, from }: Instant): LimitRow | null {
  const now = poolOn(forecast, pool, from);
  return limits.find(({ demand }) => demand.pool === now && demand.dimension === dimension) ?? null;
}

/**
 * How much of a limit is used, in pieces: a new one where models change or the usage tier rises, up to which the one
 * before runs. What a month costs is of the whole month.
 */
export function shareSeries(forecast: Forecast, limit: Binding, instants: readonly Instant[]): SharePoint[][] {
  const isMoney = limit.dimension === "monthly-usage";
  const pieces: SharePoint[][] = [[]];
  let before: Instant | null = null;
  for (const instant of instants.filter(({ isMonth }) => isMonth || !isMoney)) {
    const { x, grown, rise, isNew, month } = instant;
    const row = isMoney && month.parts.length > 1 ? month.limits.at(-1)! : rowAt(forecast, limit, instant);
    const share = row?.utilisation ?? null;
    const last = pieces.at(-1)!.at(-1);
    if (last && before && ((isNew && !isMoney) || row?.limit?.near !== limitOf(forecast, limit, before))) {
      if (last.x < x)
        pieces.at(-1)!.push({ x, share: last.share === null ? null : last.share * (1 + rise * (x - last.x)) });
      pieces.push([]);
    }
    pieces.at(-1)!.push({ x, share: share === null ? null : share * (isMoney ? 1 : grown) });
    before = instant;
  }
  return pieces.filter((piece) => piece.length > 0);
}

const limitOf = (forecast: Forecast, limit: Binding, instant: Instant): number | undefined =>
  rowAt(forecast, limit, instant)?.limit?.near;
