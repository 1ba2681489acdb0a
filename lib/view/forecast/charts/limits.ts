import { scaledEstimate, type LimitRow } from "@/lib/estimate";
import type { Forecast, ForecastMonth } from "@/lib/forecast";
import { capital, DIMENSIONS, poolName } from "@/lib/view/names";
import { checkedSource, type Axis, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatMonth, formatShortMonth } from "@/lib/view/dates";
import { formatDay, formatNumber, formatPercent, formatTier, UNKNOWN } from "@/lib/view/text";
import { limitBinds, limitName, modelPools } from "../words";
import { monthAxis } from "./axis";

/** One limit over the months: how much of it is used. */
export interface LimitPanel {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Shares of the limit of each month’s usage tier; `null`: not published. */
  readonly used: readonly (number | null)[];
  /** The same had the usage tier stayed as it is in the first month; `null` where it does. */
  readonly stayed: readonly (number | null)[] | null;
  readonly texts: {
    readonly last: string;
    /** At the place where the limit would be passed had the tier stayed. */
    readonly stayed: { readonly month: number; readonly text: string } | null;
    /** Of what leaves the plot at the top. */
    readonly off: { readonly month: number; readonly text: string } | null;
  };
}

/** Limits over the months, side by side on one scale. */
export interface ForecastLimitsChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly panels: readonly LimitPanel[];
}

const MOST_PANELS = 3;
/** The scale that all panels share, as a share of the limit. */
export const HIGHEST_SHARE = 1.25;

type Series = readonly (readonly LimitRow[])[];

const rowOf = (rows: readonly LimitRow[], { demand: { pool, dimension } }: LimitRow) =>
  rows.find(({ demand }) => demand.pool === pool && demand.dimension === dimension);

const usedBy = (series: Series, row: LimitRow) => series.map((rows) => rowOf(rows, row)?.utilisation ?? null);

const firstOver = (series: Series, row: LimitRow): number =>
  series.findIndex((rows) => rowOf(rows, row)?.over ?? false);

/** The peak of the workloads on a pool, where they share one. */
function peakText({ scenario }: Forecast, { demand }: LimitRow): string {
  const peaks = [...new Set(scenario.workloads.map(({ peakToMean }) => peakToMean))];
  if (demand.dimension !== "rpm" && demand.dimension !== "tpm") return "";
  return peaks.length === 1 && peaks[0] !== 1 ? `, at the peak of ${formatNumber(peaks[0]!)}×` : ", at the peak";
}

function panelOf(forecast: Forecast, now: Series, fixed: Series | null, row: LimitRow): LimitPanel {
  const { months } = forecast;
  const { pool, dimension } = row.demand;
  const used = usedBy(now, row);
  const stayed = fixed && usedBy(fixed, row);
  const bindsAt = fixed ? firstOver(fixed, row) : -1;
  const off = used.findIndex((share) => share !== null && share > HIGHEST_SHARE);
  const tier = formatTier(months[0]!.usageTier);
  return {
    key: `${pool} ${dimension}`,
    name: DIMENSIONS[dimension],
    about: dimension === "monthly-usage" ? "the whole account" : `${poolName(pool)}${peakText(forecast, row)}`,
    used,
    stayed,
    texts: {
      last: formatPercent(used.at(-1) ?? null),
      stayed: bindsAt > 0 ? { month: bindsAt, text: `at ${tier}: ${formatShortMonth(months[bindsAt]!.from)}` } : null,
      off:
        off < 0
          ? null
          : { month: off, text: `${formatPercent(used[off]!)} of ${formatTier(months[off]!.usageTier)}’s` },
    },
  };
}

/** The limits that are drawn: the account’s, then those that come nearest in some month. */
function chosen(rows: readonly LimitRow[], now: Series): LimitRow[] {
  const highest = (row: LimitRow) => Math.max(...usedBy(now, row).map((share) => share ?? -1));
  const rates = rows.filter(({ demand, utilisation }) => demand.dimension !== "monthly-usage" && utilisation !== null);
  const money = rows.filter(({ demand, utilisation }) => demand.dimension === "monthly-usage" && utilisation !== null);
  return [...money, ...rates.toSorted((a, b) => highest(b) - highest(a))].slice(0, MOST_PANELS);
}

function findingOf(forecast: Forecast, now: Series, fixed: Series | null, rates: readonly LimitRow[]): string {
  const { months } = forecast;
  if (rates.length === 0) return "Only the monthly usage limit is known here";
  const stayed = (row: LimitRow) => {
    const at = fixed ? firstOver(fixed, row) : -1;
    return at > 0
      ? `at ${formatTier(months[0]!.usageTier)} ${limitBinds(forecast, row.demand.pool, row.demand.dimension).replace(/binds?$/, "would bind")} in ${formatMonth(months[at]!.from)}`
      : null;
  };
  const over = rates.map((row) => ({ row, at: firstOver(now, row) })).filter(({ at }) => at >= 0);
  const soonest = over.toSorted((a, b) => a.at - b.at)[0];
  if (soonest) {
    const { pool, dimension } = soonest.row.demand;
    const when = soonest.at === 0 ? "from the first day" : `in ${formatMonth(months[soonest.at]!.from)}`;
    return `${capital(limitBinds(forecast, pool, dimension))} ${when}, at ${formatPercent(usedBy(now, soonest.row).at(-1) ?? null)} by the end`;
  }
  const [nearest] = rates;
  const most = Math.max(...usedBy(now, nearest!).map((share) => share ?? 0));
  const later = rates.map(stayed).find((text) => text !== null);
  if (most < 0.8 && later) return `No rate limit comes near; ${later}`;
  const name = limitName(forecast, nearest!.demand.pool, nearest!.demand.dimension);
  const reach = `${name} reach ${formatPercent(most)}`
    .replace(/^batch queue/, "the batch queue")
    .replace(/batch queue reach/, "batch queue reaches");
  return most < 0.8
    ? `No rate limit comes near: ${reach}`
    : `${capital(reach)} of the limit${later ? `; ${later}` : ""}`;
}

function tableOf(forecast: Forecast, now: Series, rows: readonly LimitRow[]): ChartText["table"] {
  const several = modelPools(forecast).length > 1;
  const head = rows.map(({ demand: { pool, dimension } }) =>
    several && pool !== "account" ? `${DIMENSIONS[dimension]}, ${poolName(pool)}` : DIMENSIONS[dimension],
  );
  return {
    head: ["Month, from", "Usage tier", ...head],
    rows: forecast.months.map(({ from, usageTier }, index) => [
      formatDay(from),
      usageTier === "free" ? "Free" : String(usageTier),
      ...rows.map((row) => {
        const found = rowOf(now[index]!, row);
        return found ? formatPercent(found.utilisation) : UNKNOWN;
      }),
    ]),
  };
}

/** How much of each limit is used over the months, as the usage tier follows and had it stayed. */
export function forecastLimitsChart(forecast: Forecast): ForecastLimitsChart | Undrawn {
  const { months } = forecast;
  const first = months[0]!.usageTier;
  const now = months.map(({ limits }) => limits);
  const moves = months.some(({ usageTier }) => usageTier !== first);
  const atFirst = ({ base, times }: ForecastMonth) => scaledEstimate(base, times, first).limits;
  const fixed = moves ? months.map(atFirst) : null;
  const rows = chosen(months[0]!.limits, now);
  if (rows.length === 0)
    return {
      drawn: false,
      eyebrow: "Limits over time",
      reason: "No limit is known to compare with",
      remedy: "Enter your own limits on Plan.",
    };
  const rates = chosen(months[0]!.limits, now).filter(({ demand }) => demand.dimension !== "monthly-usage");
  const panels = rows.map((row) => panelOf(forecast, now, fixed, row));
  return {
    drawn: true,
    eyebrow: "Limits over time",
    finding: findingOf(forecast, now, fixed, rates),
    units: `Part of the limit used, per cent${fixed ? `; dashed: had ${formatTier(first)} stayed` : ""}`,
    source: `${checkedSource("limits")}; limits held as they are`,
    title: "Use of each limit over the months",
    description: panels.map(({ name, texts }) => `${name}: ${texts.last} in the last month.`).join(" "),
    table: tableOf(forecast, now, months[0]!.limits),
    x: monthAxis(forecast),
    panels,
  };
}
