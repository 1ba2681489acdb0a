import { poolName } from "@/lib/view/names";
import type { PoolRun, WaitBar } from "@/lib/simulation";
import { linearSteps, ticks, type Axis, type Tick, type ChartText, type Reading, type Undrawn } from "@/lib/view/chart";
import { formatNumber, formatPercent } from "@/lib/view/text";
import { openReason } from "../open";
import { onPool, poolRun } from "../time";
import { formatWait, waitWords, type SimulatedTraffic } from "../words";

/**
 * The waits of a pool’s admitted requests, on a log scale; those that started at once are said, not drawn.
 */
export interface WaitsChart extends ChartText {
  readonly drawn: true;
  readonly run: PoolRun;
}

const EYEBROW = "How long requests wait";

/**
 * `7.6 % start at once; half within 3 hours, 95 % within 5.8 hours`: of all admitted, those that did not wait
 * among them.
 */
function finding({ waits: { p50, p95, max }, admitted, delayed }: PoolRun, on: string): string {
  const at = admitted - delayed;
  const started = at === 0 ? `No request${on} starts at once` : `${formatPercent(at / admitted)}${on} start at once`;
  const within = (share: string, wait: number | null) => `${share} within ${waitWords(wait)}`;
  const parts = [
    ...(p50! > 0 ? [within("half", p50)] : []),
    ...(p95! > 0 ? [within("95\u202f%", p95)] : []),
    ...(p50! > 0 && p95! > 0 ? [] : [within("all", max)]),
  ];
  return `${started}; ${parts.join(", ")}`;
}

/** How the waits of a pool’s admitted requests are spread. */
export function waitsChart({ input, main }: SimulatedTraffic, pool: string | null): WaitsChart | Undrawn {
  const run = poolRun(main, pool);
  const on = onPool(main, run);
  if (run.admitted === 0)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: `No request is admitted${on}, so none has a wait`,
      remedy: run.offered === 0 ? "No request came." : "What stands in the way is said above.",
    };
  const open = openReason(input, run.pool);
  if (open) return { drawn: false, eyebrow: EYEBROW, ...open };
  if (run.delayed === 0)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: `All ${formatNumber(run.admitted)} admitted requests${on} start at once`,
      remedy: "More traffic, or a lower usage tier, shows where waits begin.",
    };
  const { p50, p90, p95, p99, max } = run.waits;
  return {
    drawn: true,
    run,
    eyebrow: EYEBROW,
    finding: finding(run, on),
    units: "Share of admitted requests by wait, log scale; those that start at once are not drawn",
    source: "Headroom’s simulation; quantiles by nearest rank",
    title: `Waits of the admitted requests, ${poolName(run.pool)}`,
    description: `p50 ${formatWait(p50)}, p90 ${formatWait(p90)}, p95 ${formatWait(p95)}, p99 ${formatWait(p99)}, longest ${formatWait(max)}.`,
    table: table(run),
  };
}

/**
 * Waits by doubling: how many are at most this long and longer than the row before, and the share up to it.
 */
function table({ waitBars, admitted, delayed, waits }: PoolRun): ChartText["table"] {
  const octaves = new Map<number, number>();
  for (const { toMs, count } of waitBars) {
    const to = 2 ** Math.ceil(Math.log2(toMs) - 1e-9);
    octaves.set(to, (octaves.get(to) ?? 0) + count);
  }
  let below = admitted - delayed;
  const share = () => formatPercent(below / admitted);
  const rows = [["none", formatNumber(below), share()]];
  for (const [to, count] of octaves) {
    if (count === 0) continue;
    below += count;
    rows.push([`up to ${formatWait(to)}`, formatNumber(count), share()]);
  }
  const marks = (["p50", "p90", "p95", "p99", "max"] as const).map((name) => [
    name === "max" ? `longest: ${formatWait(waits.max)}` : `${name}: ${formatWait(waits[name])}`,
    "",
    name === "max" ? formatPercent(1) : `${name.slice(1)}\u202f%`,
  ]);
  return { head: ["Wait", "Requests", "Waits up to it"], rows: [...rows, ...marks] };
}

/** A percentile marked on the curve. */
interface WaitMark {
  readonly at: number;
  readonly text: string;
  readonly shortText: string;
}

/** A bar from one wait to another, both milliseconds, and its share of the admitted requests. */
interface WaitColumn {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** A chart of waits ready to draw. */
export interface WaitsPlot {
  readonly x: Axis;
  readonly y: Axis;
  readonly columns: readonly WaitColumn[];
  readonly marks: readonly WaitMark[];
}

const LEAST_BAR = 6;
/**
 * Bars before this share of the tallest one would not be seen: the axis begins where there is something to
 * see.
 */
const SEEN = 0.002;
/** No bar of a run is wider than this, an eighth of the octave it begins. */
const WIDEST = 9 / 8;
const PARTS = [8, 4, 2, 1] as const;

/** Waits at which people think, milliseconds. */
const ROUND = [
  0.01, 0.1, 1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 21_600_000, 86_400_000, 604_800_000, 2_592_000_000,
] as const;

/** Bars of equal width on the log scale: the given ones spread evenly over what they cover. */
function spread(bars: readonly WaitBar[], parts: number, admitted: number): WaitColumn[] {
  const columns = new Map<number, number>();
  let before = 0;
  for (const { toMs, count } of bars) {
    const [low, high] = [Math.log2(Math.max(before, toMs / WIDEST)) * parts, Math.log2(toMs) * parts];
    before = toMs;
    if (count === 0) continue;
    for (let column = Math.floor(low + 1e-9); column < high - 1e-9; column++) {
      const inside = Math.min(high, column + 1) - Math.max(low, column);
      columns.set(column, (columns.get(column) ?? 0) + (count * inside) / (high - low));
    }
  }
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([column, count]) => ({
      from: 2 ** (column / parts),
      to: 2 ** ((column + 1) / parts),
      share: count / admitted,
    }));
}

/** Bars no narrower than a few pixels, and a mark at each percentile above 0. */
export function waitsPlot({ run }: WaitsChart, width: number): WaitsPlot {
  const { waitBars, waits, admitted } = run;
  const tallest = Math.max(...waitBars.map(({ count }) => count));
  const bars = waitBars.slice(waitBars.findIndex(({ count }) => count >= tallest * SEEN));
  const [first, last] = [bars[0]!.toMs / WIDEST, Math.max(bars.at(-1)!.toMs, waits.max!)];
  const octaves = Math.max(1, Math.log2(last / first));
  const parts = PARTS.find((part) => width / (octaves * part) >= LEAST_BAR) ?? 1;
  const columns = spread(bars, parts, admitted);
  const [from, to] = [Math.min(columns[0]!.from, first), Math.max(columns.at(-1)!.to, last) * 1.02];
  const tops = Math.max(...columns.map(({ share }) => share));
  const inside: Tick[] = ticks(
    ROUND.filter((value) => value >= from && value <= to),
    formatWait,
  );
  const y = linearSteps(tops * 100, 4).filter((value) => value <= tops * 100 * 1.12);
  return {
    x: { from, to, ticks: inside.length > 1 ? inside : ticks([from, to], formatWait) },
    y: {
      from: 0,
      to: tops * 1.2,
      ticks: y.map((value) => ({ value: value / 100, label: `${formatNumber(value)}\u202f%`, rank: 1 })),
    },
    columns,
    marks: (["p50", "p95", "p99", "max"] as const).flatMap((name) =>
      waits[name]! >= from
        ? [
            {
              at: waits[name]!,
              text: `${name === "max" ? "longest" : name} ${formatWait(waits[name])}`,
              shortText: name === "max" ? "longest" : name,
            },
          ]
        : [],
    ),
  };
}

/** What a pointer reads at each bar. */
export function waitsReadings({ run: { admitted } }: WaitsChart, { columns }: WaitsPlot): Reading[] {
  return columns.map(({ from, to, share }) => ({
    x: Math.sqrt(from * to),
    y: share,
    text: `${formatWait(from)} to ${formatWait(to)}`,
    detail: `about ${formatNumber(Math.round(share * admitted))} requests, ${formatPercent(share)} of the admitted`,
  }));
}
