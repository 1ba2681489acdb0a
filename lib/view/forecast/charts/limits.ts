import type { Binding, LimitRow } from "@/lib/estimate";
import type { Forecast } from "@/lib/forecast";
import { capital, DIMENSIONS, poolName } from "@/lib/view/names";
import { checkedSource, type Axis, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatDate, formatShortMonth } from "@/lib/view/dates";
import { formatDay, formatNumber, formatPercent, formatTier, UNKNOWN } from "@/lib/view/text";
import { limitIsOver, limitName, limitWith, modelPools } from "../words";
import { monthAxis } from "./axis";
import { instantsOf, successivePools, rowAt, shareSeries, type Instant, type SharePoint } from "./limit-series";

/** One limit over the months: how much of it is used. */
export interface LimitPanel {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Shares of the limit of each month’s usage tier; a new piece where models change. */
  readonly used: readonly (readonly SharePoint[])[];
  /** The same had the usage tier stayed as it is in the first month; `null` where it does. */
  readonly stayed: readonly (readonly SharePoint[])[] | null;
  readonly texts: {
    readonly last: string;
    /** At the place where the limit would be passed had the tier stayed. */
    readonly stayed: { readonly x: number; readonly text: string } | null;
    /** Of what leaves the plot at the top. */
    readonly off: { readonly x: number; readonly text: string } | null;
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

/** What is drawn: the times of the forecast, and the same had the usage tier stayed, where it does not. */
interface Drawn {
  readonly forecast: Forecast;
  readonly now: readonly Instant[];
  readonly fixed: readonly Instant[] | null;
}

/** How much of a limit is used at a time; of what a month costs in the whole month. */
function shareAt({ forecast }: Drawn, limit: Binding, instant: Instant): number | null {
  const { limits } = instant.month;
  const row = limit.dimension === "monthly-usage" ? limits.at(-1)! : rowAt(forecast, limit, instant);
  return row?.utilisation ?? null;
}

/** The times at which months begin and models change. */
const starts = (instants: readonly Instant[]): Instant[] => instants.filter(({ isMonth, isNew }) => isMonth || isNew);

const sharesOf = (drawn: Drawn, limit: Binding): number[] =>
  starts(drawn.now).flatMap((instant) => shareAt(drawn, limit, instant) ?? []);

const firstOver = ({ forecast }: Drawn, instants: readonly Instant[] | null, limit: Binding): Instant | null =>
  instants?.find((instant) => rowAt(forecast, limit, instant)?.over) ?? null;

/** The peak of the workloads on a pool, where they share one. */
function peakText({ scenario }: Forecast, { dimension }: Binding): string {
  const peaks = [...new Set(scenario.workloads.map(({ peakToMean }) => peakToMean))];
  if (dimension !== "rpm" && dimension !== "tpm") return "";
  return peaks.length === 1 && peaks[0] !== 1 ? `, at the peak of ${formatNumber(peaks[0]!)}×` : ", at the peak";
}

/** What leaves the plot at the top: as the forecast begins, or how far it gets until it comes back. */
function offText(drawn: Drawn, limit: Binding) {
  const isOff = (instant: Instant) => (shareAt(drawn, limit, instant) ?? 0) > HIGHEST_SHARE;
  const all = starts(drawn.now);
  const at = all.findIndex(isOff);
  const first = all[at];
  if (!first) return null;
  const share = shareAt(drawn, limit, first)!;
  if (at === 0) return { x: 0, text: `${formatPercent(share)} of ${formatTier(first.month.usageTier)}’s` };
  const back = all.findIndex((instant, index) => index > at && !isOff(instant));
  const away = all.slice(at, back < 0 ? undefined : back);
  const most = away.reduce((one, other) => (shareAt(drawn, limit, other)! > shareAt(drawn, limit, one)! ? other : one));
  const when = formatShortMonth(most.month.from);
  return { x: first.x, text: `${formatPercent(shareAt(drawn, limit, most)!)} by ${when}` };
}

function panelOf(drawn: Drawn, { demand: limit }: LimitRow): LimitPanel {
  const { forecast, now, fixed } = drawn;
  const used = shareSeries(forecast, limit, now);
  const stays = firstOver(drawn, fixed, limit);
  const tier = formatTier(forecast.months[0]!.usageTier);
  const pools = successivePools(forecast, limit, now).map(poolName);
  const peak = pools.length === 1 ? peakText(forecast, limit) : "";
  const end = shareAt(drawn, limit, starts(now).at(-1)!);
  const remark = end === null ? " (not published)" : peak;
  return {
    key: `${limit.pool} ${limit.dimension}`,
    name: DIMENSIONS[limit.dimension],
    about: limit.dimension === "monthly-usage" ? "the whole account" : `${pools.join(", then ")}${remark}`,
    used,
    stayed: fixed && shareSeries(forecast, limit, fixed),
    texts: {
      last: formatPercent(end),
      stayed: stays && stays.x > 0 ? { x: stays.x, text: `at ${tier}: ${formatShortMonth(stays.month.from)}` } : null,
      off: offText(drawn, limit),
    },
  };
}

/** The limits that are drawn: the account’s, then those that come nearest; of several that end as one, the nearest. */
function chosen(drawn: Drawn): LimitRow[] {
  const { forecast, now } = drawn;
  const known = now[0]!.limits.filter(({ demand }) => sharesOf(drawn, demand).length > 0);
  const highest = ({ demand }: LimitRow) => Math.max(...sharesOf(drawn, demand));
  const endOf = ({ demand }: LimitRow) => `${successivePools(forecast, demand, now).at(-1)} ${demand.dimension}`;
  const money = known.filter(({ demand }) => demand.dimension === "monthly-usage");
  const rates = known
    .filter(({ demand }) => demand.dimension !== "monthly-usage")
    .toSorted((a, b) => highest(b) - highest(a));
  const each = rates.filter((row, index) => rates.findIndex((one) => endOf(one) === endOf(row)) === index);
  return [...money, ...each].slice(0, MOST_PANELS);
}

/** Which rate limit is over, and from when; else how near they come, and when one would be over had the tier stayed. */
function findingOf(drawn: Drawn, rates: readonly LimitRow[]): string {
  const { forecast, now, fixed } = drawn;
  const { scenario, months } = forecast;
  if (rates.length === 0) return "Only the monthly usage limit is known here";
  const dateOf = ({ from, month }: Instant) => formatDate(from > month.from ? from : month.from, scenario.asOf);
  const over = rates.flatMap((row) => {
    const at = firstOver(drawn, now, row.demand);
    return at ? [{ row, at }] : [];
  });
  const [soonest] = over.toSorted((a, b) => a.at.x - b.at.x);
  if (soonest) {
    const { at, row } = soonest;
    const { pool, dimension } = rowAt(forecast, row.demand, at)!.demand;
    const when = at.x === 0 ? "from the first day" : `from ${dateOf(at)} on`;
    const share = formatPercent(sharesOf(drawn, row.demand).at(-1) ?? null);
    return `${capital(limitIsOver(forecast, { pool, dimension }, at.month.usageTier))} ${when}, at ${share} by the end`;
  }
  const later = rates
    .map(({ demand }) => ({ demand, at: firstOver(drawn, fixed, demand) }))
    .flatMap(({ demand, at }) =>
      at && at.x > 0
        ? `at ${formatTier(months[0]!.usageTier)} ${limitName(forecast, demand.pool, demand.dimension)} would be over from ${dateOf(at)} on`
        : [],
    )[0];
  const [nearest] = rates;
  const most = Math.max(...sharesOf(drawn, nearest!.demand));
  if (most < 0.8 && later) return `No rate limit comes near; ${later}`;
  const highest = starts(now).find((instant) => shareAt(drawn, nearest!.demand, instant) === most)!;
  const then = rowAt(forecast, nearest!.demand, highest)!.demand;
  const reach = `${limitWith(forecast, then, ["reaches", "reach"])} ${formatPercent(most)}`;
  return most < 0.8
    ? `No rate limit comes near: ${reach}`
    : `${capital(reach)} of the limit${later ? `; ${later}` : ""}`;
}

function tableOf(forecast: Forecast): ChartText["table"] {
  const { months } = forecast;
  const several = modelPools(forecast).length > 1;
  const keyOf = ({ demand }: LimitRow) => `${demand.pool} ${demand.dimension}`;
  const rows = new Map(months.flatMap(({ limits }) => limits.slice(0, -1).map((row) => [keyOf(row), row])));
  const all = [...rows.values(), months[0]!.limits.at(-1)!];
  const head = all.map(({ demand: { pool, dimension } }) =>
    several && pool !== "account" ? `${DIMENSIONS[dimension]}, ${poolName(pool)}` : DIMENSIONS[dimension],
  );
  return {
    head: ["Month, from", "Usage tier", ...head],
    rows: months.map(({ from, usageTier, limits }) => [
      formatDay(from),
      usageTier === "free" ? "Free" : String(usageTier),
      ...all.map((row) => {
        const found = limits.find((one) => keyOf(one) === keyOf(row));
        return found ? formatPercent(found.utilisation) : UNKNOWN;
      }),
    ]),
  };
}

/** How much of each limit is used over the months, as the usage tier follows and had it stayed. */
export function forecastLimitsChart(forecast: Forecast): ForecastLimitsChart | Undrawn {
  const { months } = forecast;
  const first = months[0]!.usageTier;
  const moves = months.some(({ usageTier }) => usageTier !== first);
  const drawn: Drawn = { forecast, now: instantsOf(forecast, null), fixed: moves ? instantsOf(forecast, first) : null };
  const rows = chosen(drawn);
  if (rows.length === 0)
    return {
      drawn: false,
      eyebrow: "Limits over time",
      reason: "No limit is known to compare with",
      remedy: "Enter your own limits on Plan.",
    };
  const rates = rows.filter(({ demand }) => demand.dimension !== "monthly-usage");
  const panels = rows.map((row) => panelOf(drawn, row));
  return {
    drawn: true,
    eyebrow: "Limits over time",
    finding: findingOf(drawn, rates),
    units: `Part of the limit used, per cent${moves ? `; dashed: had ${formatTier(first)} stayed` : ""}`,
    source: `${checkedSource("limits")}; limits held as they are`,
    title: "Use of each limit over the months",
    description: panels.map(({ name, texts }) => `${name}: ${texts.last} in the last month.`).join(" "),
    table: tableOf(forecast),
    x: monthAxis(forecast),
    panels,
  };
}
