import { limitsOf, type PoolRun } from "@/lib/simulation";
import { factsOf } from "@/lib/facts";
import {
  ticks,
  linearSteps,
  type Axis,
  checkedSource,
  type ChartText,
  type Reading,
  type Undrawn,
} from "@/lib/view/chart";
import { formatCompact, formatNumber, formatPercent, formatTier } from "@/lib/view/text";
import { poolName } from "@/lib/view/names";
import { columnsOf, largest, most, mostAt, rowsOf, totals } from "../columns";
import { expectedLift, expectedMinutes } from "../lift";
import { arrivalsEnd, clockAxis, loadEnd, onPool, poolRun, type ClockAxis } from "../time";
import { atMoment, momentText, portion, requestCount, type SimulatedTraffic } from "../words";

/** The load of a pool through the period, against its two limits. */
export interface LoadChart extends ChartText {
  readonly drawn: true;
  readonly traffic: SimulatedTraffic;
  readonly run: PoolRun;
  readonly limits: { readonly rpm: number | null; readonly tpm: number | null };
  /** The last minute drawn. */
  readonly end: number;
  /** What the curve says, minute by minute; `null` for a trace. */
  readonly rates: Float64Array | null;
}

const EYEBROW = "Load against limits";
const MINUTE = 60_000;
const whole = (value: number) => formatNumber(Math.round(value));

/** `2.6 times the limit of 500`, `52 % of the limit of 500`. */
function against(value: number, limit: number | null): string {
  if (limit === null) return "no limit is known";
  return value > limit
    ? `${formatCompact(value / limit)} times the limit of ${formatNumber(limit)}`
    : `${formatPercent(value / limit)} of the limit of ${formatNumber(limit)}`;
}

/**
 * The busiest minute against the limit it comes nearest to; the tokens of what came are its requests at the
 * mean charge.
 */
function finding(peak: number, { minutes, admitted }: PoolRun, { rpm, tpm }: LoadChart["limits"], on: string): string {
  const charge = portion(
    minutes.chargedTokens.reduce((sum, tokens) => sum + tokens, 0),
    admitted,
  );
  const tokens = Math.round(peak * charge);
  const came = `${requestCount(peak)} came in the busiest minute${on}`;
  if (tpm === null || (rpm !== null && peak / rpm >= tokens / tpm)) return `${came}: ${against(peak, rpm)}`;
  return `${came}; at ${whole(charge)} tokens each they are ${against(tokens, tpm)} tokens`;
}

/** How far chance lifts the counted busiest minute above the curve’s. */
function liftText(counted: number, { rates, chance }: ReturnType<typeof expectedMinutes>): string {
  const peak = most(rates);
  const curve = `The curve’s busiest minute is ${formatCompact(peak)}`;
  if (most(chance) === 0) return `${curve}; these arrivals keep to it.`;
  const expected = expectedLift(rates, chance);
  const lift = counted - peak;
  const found = lift > 0 ? `${formatPercent(lift / peak)} above it` : `${formatPercent(-lift / peak)} below it`;
  return `${curve}; Poisson chance counts ${whole(counted)}, ${found} (expected about +${formatCompact(expected)}, √(2 ln N)·√λ).`;
}

/** The load of one pool; of the first where `pool` is none of the run’s. */
export function loadChart(traffic: SimulatedTraffic, pool: string | null): LoadChart | Undrawn {
  const { input, main } = traffic;
  const run = poolRun(main, pool);
  const { minutes } = run;
  if (run.offered === 0)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: `No request came${onPool(main, run)}`,
      remedy: "More requests, a longer time or another seed bring some.",
    };
  const { rpm, tpm } = limitsOf(input.scenario, run.pool);
  const end = loadEnd(input, minutes);
  const peak = most(minutes.offered);
  const peakAt = atMoment(input, mostAt(minutes.offered) * MINUTE);
  const expected = input.trace ? null : expectedMinutes(input, run.pool);
  const mean = run.offered / arrivalsEnd(input, minutes);
  const lift = expected
    ? liftText(peak, expected)
    : `The busiest minute is ${formatCompact(peak / mean)} times the mean of ${formatCompact(mean)}.`;
  const tokens = most(minutes.chargedTokens);
  const own = factsOf(input.scenario).get(run.pool)?.override?.limits;
  const cut =
    end < minutes.offered.length && !input.trace
      ? ` Drawn up to ${momentText(input, end * MINUTE)}; the queue goes on.`
      : "";
  return {
    drawn: true,
    traffic,
    run,
    limits: { rpm, tpm },
    end,
    rates: expected?.rates ?? null,
    eyebrow: EYEBROW,
    finding: finding(peak, run, { rpm, tpm }, onPool(main, run)),
    units: `Requests and charged tokens a minute, the busiest minute of each column. ${lift}${cut}`,
    source: `${own ? "Your own limits; " : ""}${checkedSource(`limits at ${formatTier(input.scenario.usageTier)}`)}`,
    title: `Load against limits, ${poolName(run.pool)}`,
    description: `At most ${formatNumber(peak)} requests come in a minute, ${peakAt}; at most ${formatNumber(most(minutes.admitted))} start; at most ${whole(tokens)} tokens are charged, ${against(Math.round(tokens), tpm)}. ${lift}`,
    table: table(traffic, run, end),
  };
}

function table({ input }: SimulatedTraffic, { minutes }: PoolRun, end: number): ChartText["table"] {
  const rows = rowsOf(end);
  const [came, offered, admitted, tokens] = [
    totals(minutes.offered, rows),
    largest(minutes.offered, rows),
    largest(minutes.admitted, rows),
    largest(minutes.chargedTokens, rows),
  ];
  return {
    head: [
      input.trace ? "From" : "Time",
      "Offered",
      "Offered in the busiest minute",
      "Admitted in the busiest minute",
      "Tokens in the busiest minute",
    ],
    rows: rows.starts.map((start, index) => [
      momentText(input, start * MINUTE),
      formatNumber(came[index]!),
      formatNumber(offered[index]!),
      formatNumber(admitted[index]!),
      whole(tokens[index]!),
    ]),
  };
}

/** A limit across a panel; `beyond`: the axis ends below it. */
interface LoadLimit {
  readonly at: number;
  readonly text: string;
  readonly beyond: boolean;
  readonly exceeded: boolean;
}

/** One series of a load chart, as a value for each column. */
export interface LoadPanel {
  readonly name: string;
  readonly y: Axis;
  readonly limit: LoadLimit | null;
  /** Behind: what came. `null` where only one series is drawn. */
  readonly offered: readonly number[] | null;
  readonly admitted: readonly number[];
  readonly curve: readonly number[] | null;
  readonly labels: { readonly offered: string; readonly admitted: string; readonly curve: string };
}

/** A load chart ready to draw. */
export interface LoadPlot {
  readonly x: ClockAxis;
  /** Where each column begins, and the end of the last. */
  readonly edges: readonly number[];
  readonly panels: readonly [LoadPanel, LoadPanel];
}

/** How many times the load a limit may be and still stretch its axis. */
const REACH = 4;

function panelAxis(load: number, limit: number | null): Axis {
  const top = Math.max(load, limit !== null && limit <= load * REACH ? limit : 0, 1);
  return {
    from: 0,
    to: top * 1.12,
    ticks: ticks(linearSteps(top, 4).filter((value) => value <= top * 1.12 && Number.isInteger(value))),
  };
}

function limitOf(limit: number | null, { to }: Axis, load: number, unit: string): LoadLimit | null {
  if (limit === null) return null;
  const beyond = limit > to;
  return {
    at: limit,
    text: `limit ${formatNumber(limit)} ${unit}${beyond ? ", far above" : ""}`,
    beyond,
    exceeded: load > limit,
  };
}

/** Lays both panels out for a width in pixels; each column has the largest value of its minutes. */
export function loadPlot({ traffic, run, limits, end, rates }: LoadChart, width: number): LoadPlot {
  const columns = columnsOf(end, width);
  const [offered, admitted, tokens] = [run.minutes.offered, run.minutes.admitted, run.minutes.chargedTokens].map(
    (series) => largest(series, columns),
  ) as [number[], number[], number[]];
  const same = offered.every((count, index) => count === admitted[index]);
  const load = Math.max(most(offered), most(admitted));
  const requests = panelAxis(load, limits.rpm);
  const charged = panelAxis(most(tokens), limits.tpm);
  return {
    x: clockAxis(traffic.input, end),
    edges: [...columns.starts, end],
    panels: [
      {
        name: same ? "requests a minute, all admitted" : "requests a minute",
        y: requests,
        limit: limitOf(limits.rpm, requests, load, "requests"),
        offered: same ? null : offered,
        admitted,
        curve: rates && largest(rates, columns),
        labels: { offered: "offered", admitted: same ? "" : "admitted", curve: "curve" },
      },
      {
        name: "tokens a minute",
        y: charged,
        limit: limitOf(limits.tpm, charged, most(tokens), "tokens"),
        offered: null,
        admitted: tokens,
        curve: null,
        labels: { offered: "", admitted: "charged", curve: "" },
      },
    ],
  };
}

/** What a pointer reads: the busiest minutes of each column, `y` as a share of the first panel’s height. */
export function loadReadings(
  { traffic: { input }, run, end }: LoadChart,
  { edges, panels: [{ admitted, y }] }: LoadPlot,
  height: number,
): Reading[] {
  const columns = { starts: edges.slice(0, -1), end };
  const [offered, tokens] = [largest(run.minutes.offered, columns), largest(run.minutes.chargedTokens, columns)];
  return admitted.map((count, index) => ({
    x: (edges[index]! + edges[index + 1]!) / 2,
    y: 1 - height + (height * count) / y.to,
    text: momentText(input, edges[index]! * MINUTE),
    detail: `${formatNumber(offered[index]!)} offered, ${formatNumber(count)} admitted, ${whole(tokens[index]!)} tokens${edges[index + 1]! - edges[index]! > 1 ? ", in the busiest minutes" : " in the minute"}`,
  }));
}
