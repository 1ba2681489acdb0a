import type { UsageTierId } from "@/lib/catalogue";
import { scaledEstimate, type LimitRow } from "@/lib/estimate";
import { MILLI } from "@/lib/fields";
import type { Demand, Dimension } from "@/lib/limits";
import { compare, divide, ONE, parseDecimal, toNumber, type Exact } from "@/lib/money";
import { NUMBERS } from "@/lib/scenario";
import { monthlyFactor } from "./growth";
import type { Forecast, ForecastMonth } from "./types";

/** The growth at which one limit, or the budget, is just not passed in any month of a forecast. */
export interface JustFits {
  /** `null`: the budget. */
  readonly limit: {
    readonly pool: string;
    readonly dimension: Dimension;
    readonly usageTier: UsageTierId;
  } | null;
  /** The limit or the budget, in its unit. */
  readonly value: Exact;
  /**
   * The highest percentage a month, in the three decimals of the field; `null`: none, since the first month is over
   * already. The field's own maximum: no growth that can be entered is too much.
   */
  readonly percentPerMonth: number | null;
}

/** So many times the first month's demand there is room for in month `month`. */
interface Room {
  readonly month: number;
  readonly times: Exact;
}

/** Whether growth of so many thousandths of a percent a month stays within every room. */
function holds(rooms: readonly Room[], percentMilli: number): boolean {
  const { n, d } = monthlyFactor(percentMilli);
  return rooms.every(({ month, times }) => n ** BigInt(month) * times.d <= times.n * d ** BigInt(month));
}

/**
 * The highest growth within every room, in thousandths of a percent; `null` where none is low enough. Doubles find it
 * to within one; fractions decide.
 */
function highestGrowth(rooms: readonly Room[]): number | null {
  if (rooms.some(({ month, times }) => month === 0 && times.n < times.d)) return null;
  const { min, max } = NUMBERS.percentPerMonth;
  const within = (percentMilli: number) => Math.min(max * MILLI, Math.max(min * MILLI, percentMilli));
  const roots = rooms.map(({ month, times }) => (month === 0 ? Infinity : toNumber(times) ** (1 / month)));
  let growth = within(Math.floor((Math.min(...roots) - 1) * 100 * MILLI));
  while (growth < max * MILLI && holds(rooms, growth + 1)) growth++;
  while (!holds(rooms, growth)) if (growth-- <= min * MILLI) return null;
  return growth;
}

/** The months that decide: the first and the last of those that share prices, since growth only rises or only falls. */
function decisive(months: readonly ForecastMonth[]): ForecastMonth[] {
  return months.filter(({ base }, index) => base !== months[index - 1]?.base || base !== months[index + 1]?.base);
}

/** The growth that just fits what is asked of `value` at factor 1 in each of the months. */
function justFits(
  limit: JustFits["limit"],
  value: Exact,
  asked: readonly { readonly month: number; readonly amount: Exact }[],
): JustFits[] {
  const rooms = asked
    .filter(({ amount }) => amount.n !== 0n)
    .map(({ month, amount }) => ({ month, times: divide(value, amount) }));
  if (rooms.length === 0) return [];
  const percentMilli = highestGrowth(rooms);
  return [{ limit, value, percentPerMonth: percentMilli === null ? null : percentMilli / MILLI }];
}

/**
 * For the budget and for each limit of the usage tier at which the forecast ends: the highest growth a month at which
 * it would not be passed in any of the months, were that tier's limits in force in all of them. Lowest first; the
 * budget, then limits in their order among equals. A limit of a model counts in the months that have the model. A limit
 * that is unpublished, without demand or of unknown cost is left out.
 */
export function growthThatFits(of: Forecast): readonly JustFits[] {
  let known = found.get(of);
  if (!known) found.set(of, (known = fitting(of)));
  return known;
}

const found = new WeakMap<Forecast, readonly JustFits[]>();

const isOf = ({ pool, dimension }: Demand) => {
  return ({ demand }: LimitRow) => demand.pool === pool && demand.dimension === dimension;
};

function fitting({ scenario, months }: Forecast): JustFits[] {
  const usageTier = months.at(-1)!.usageTier;
  const now = decisive(months).map(({ month, base }) => ({ month, ...scaledEstimate(base, ONE, usageTier) }));
  const budget = scenario.monthlyBudgetUsd === undefined ? null : parseDecimal(scenario.monthlyBudgetUsd)!;
  const costs = now.flatMap(({ month, perMonth }) => (perMonth ? [{ month, amount: perMonth }] : []));
  const rows = now.flatMap(({ limits }) => limits.slice(0, -1));
  const each = rows.filter((row, index) => rows.findIndex(isOf(row.demand)) === index);
  const all = [
    ...(budget && costs.length === now.length ? justFits(null, budget, costs) : []),
    ...[...each, now[0]!.limits.at(-1)!].flatMap(({ demand, limit }) => {
      const asked = now.flatMap(({ month, limits }) => {
        const row = limits.find(isOf(demand));
        return row ? [{ month, amount: row.demand.peak }] : [];
      });
      const known = asked.flatMap(({ month, amount }) => (amount ? [{ month, amount }] : []));
      if (!limit || known.length < asked.length) return [];
      const { pool, dimension } = demand;
      return justFits({ pool, dimension, usageTier }, limit.exact, known);
    }),
  ];
  const rank = ({ percentPerMonth }: JustFits) => percentPerMonth ?? -Infinity;
  return all.toSorted((a, b) => compareNumbers(rank(a), rank(b)));
}

const compareNumbers = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** The cost of the dearest month; `null` where one is unknown. */
export function dearestMonth({ months }: Forecast): Exact | null {
  let most: Exact | null = null;
  for (const { perMonth } of months) {
    if (!perMonth) return null;
    if (!most || compare(perMonth, most) > 0) most = perMonth;
  }
  return most;
}
