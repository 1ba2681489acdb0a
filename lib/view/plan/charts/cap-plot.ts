import { compare, divide, toNumber, type Exact } from "@/lib/money";
import type { TokenAccounting } from "@/lib/scenario";
import {
  formatTick,
  logAxis,
  logRange,
  type Axis,
  type Tick,
  requestsAMinute,
  requestsText,
  type Reading,
} from "@/lib/view/chart";
import { carried, chargeAt, tooLarge, type CapChart } from "./cap";
import { doublings, peakNumber } from "./cap-range";
import { formatNumber } from "@/lib/view/text";

/**
 * One cap; a curve that does not reach it, because one request is charged more than the whole limit, is
 * `null` there.
 */
interface CapPoint {
  readonly cap: number;
  readonly rates: Readonly<Record<TokenAccounting, number | null>>;
  /** From the peak up to what fits, and from what fits up to the peak; at most one of the two. */
  readonly room: readonly [number, number] | null;
  readonly short: readonly [number, number] | null;
}

/** A level across the plot. `beyond`: the axis ends before it. */
interface CapLevel {
  readonly at: number;
  readonly text: string;
  readonly beyond: "above" | "below" | null;
}

/** The drawing of a cap chart: both axes are log scales. */
export interface CapPlot {
  readonly x: Axis;
  readonly xLabel: string;
  readonly y: Axis;
  readonly points: readonly CapPoint[];
  readonly main: TokenAccounting;
  readonly names: Readonly<Record<TokenAccounting, string>>;
  readonly shortNames: Readonly<Record<TokenAccounting, string>>;
  readonly peak: CapLevel;
  /** `null`: the mean is the peak. */
  readonly mean: CapLevel | null;
  /** The requests a minute there are, where they are within sight. */
  readonly ceiling: CapLevel | null;
  readonly today: { readonly cap: number; readonly rate: number; readonly text: string } | null;
  readonly threshold: { readonly cap: number; readonly rate: number; readonly text: string } | null;
  /** From this cap on one request is charged more than the limit. */
  readonly never: { readonly from: number; readonly text: string; readonly shortText: string } | null;
}

const STEPS = 56;
/** How far past the curve a level may lie and still stretch the axis. */
const REACH = 12;

const crossing = (chart: CapChart, charge: Exact, rule: TokenAccounting): number => {
  const tokens = toNumber(charge);
  return rule === "prompt-plus-cap" ? tokens - chart.workload.inputTokens : tokens;
};

/** Points, axes and labels of a cap chart. */
export function capPlot(chart: CapChart): CapPlot {
  const { workload, rule, first, last, cap, largest, tpm } = chart;
  const near = (at: number, one: TokenAccounting) => {
    const room = carried(chart, chargeAt(workload, Math.round(at), one));
    return room && toNumber(room);
  };
  // Between whole caps the curve is drawn at the cap itself: charges are in thousandths of a token.
  const rateAt = (at: number, one: TokenAccounting) => {
    if (Number.isInteger(at)) return near(at, one);
    const charge =
      one === "actual"
        ? chargeAt(workload, 1, one) / 1000
        : one === "larger-of"
          ? Math.max(workload.inputTokens, at)
          : workload.inputTokens + at;
    return charge > tpm * (1 + 1e-9) || charge === 0 ? null : toNumber(chart.tokens) / charge;
  };
  const peak = toNumber(chart.peak);
  const ceiling = chart.requests && toNumber(chart.requests);
  const bends =
    rule === "actual"
      ? []
      : [
          crossing(chart, divide(chart.tokens, chart.peak), rule),
          ...(ceiling && ceiling > 0 ? [crossing(chart, divide(chart.tokens, chart.requests!), rule)] : []),
        ];
  const ends = rule === "actual" ? [] : [rule === "prompt-plus-cap" ? tpm - workload.inputTokens : tpm];
  const extra = [...bends, ...ends, ...(cap === null ? [] : [cap]), workload.inputTokens].filter(
    (at) => at > first && at < last,
  );
  const caps = [...new Set([...logRange(first, last, STEPS), ...extra])].sort((a, b) => a - b);
  const main = caps.map((at) => rateAt(at, rule));
  const known = main.filter((rate) => rate !== null);
  const actual = rateAt(first, "actual");

  const top = Math.max(
    ...known,
    ...(actual === null ? [] : [actual]),
    ceiling && ceiling < 3 * Math.max(...known) ? ceiling : 0,
  );
  const bottom = Math.min(...known);
  const stretch = [peak, toNumber(chart.mean)].filter((level) => level < top * REACH && level > bottom / REACH);
  const y = logAxis(Math.min(bottom, ...stretch.map((level) => level / 1.6)), Math.max(top, ...stretch) * 1.5);
  const level = (at: number, text: string): CapLevel => {
    const beyond = at > y.to ? "above" : at < y.from ? "below" : null;
    return { at, text: beyond ? `${text}, far ${beyond}` : text, beyond };
  };
  const clamped = Math.min(Math.max(peak, y.from), y.to);

  const points = caps.map((at, index): CapPoint => {
    const rate = main[index]!;
    const fits = rate === null ? y.from : Math.min(rate, ceiling ?? Infinity);
    return {
      cap: at,
      rates: { "prompt-plus-cap": rateAt(at, "prompt-plus-cap"), "larger-of": rateAt(at, "larger-of"), actual },
      room: rate !== null && fits >= clamped ? [clamped, fits] : null,
      short: fits <= clamped ? [Math.max(fits, y.from), clamped] : null,
    };
  });
  const steady = compare(chart.mean, chart.peak) === 0;
  const todayRate = cap === null ? rateAt(first, "actual") : near(cap, rule);
  return {
    x: { from: first, to: last, ticks: capTicks(chart) },
    xLabel: "max_completion_tokens, log scale",
    y,
    points,
    main: rule,
    names: {
      "prompt-plus-cap": "prompt plus cap",
      "larger-of": "larger of prompt and cap",
      actual: `actual use: ${rateText(chart, "actual")} whatever the cap`,
    },
    shortNames: {
      "prompt-plus-cap": "prompt + cap",
      "larger-of": "larger of both",
      actual: `actual use: ${rateText(chart, "actual")}`,
    },
    peak: level(peak, `${steady ? "mean and peak" : "peak"} ${peakNumber(chart.peak)}`),
    mean: steady ? null : level(toNumber(chart.mean), `mean ${peakNumber(chart.mean)}`),
    ceiling:
      ceiling !== null && ceiling > 0
        ? level(ceiling, `${peakNumber(chart.requests!)} requests a minute at most`)
        : null,
    today:
      cap !== null && todayRate !== null && rule !== "actual"
        ? { cap, rate: todayRate, text: `${rateText(chart, rule)} at a cap of ${formatNumber(cap)}` }
        : null,
    threshold:
      typeof largest === "number" && largest > first && !(ceiling !== null && ceiling < peak)
        ? { cap: largest, rate: tooLarge(chart, largest) ? near(largest, rule)! : peak, text: formatNumber(largest) }
        : null,
    never:
      ends[0] !== undefined && ends[0] < last
        ? { from: Math.max(ends[0], first), text: "one request is too large", shortText: "too large" }
        : null,
  };
}

function rateText(chart: CapChart, rule: TokenAccounting): string {
  const room = carried(chart, chargeAt(chart.workload, chart.cap ?? 1, rule));
  return room ? requestsText(room, chart.peak) : "none";
}

function capTicks({ first, last, cap }: CapChart): Tick[] {
  const own: Tick[] = [
    { value: first, label: formatNumber(first), rank: 1 },
    { value: last, label: formatNumber(last), rank: 1 },
    ...doublings(first, last).map((value, index) => ({ value, label: formatTick(value), rank: 2 + (index % 2) })),
  ].filter(({ value }) => value !== cap);
  if (cap !== null) own.push({ value: cap, label: formatTick(cap), rank: 0, strong: true });
  return own.sort((a, b) => a.value - b.value);
}

/** What a pointer reads along the curve, at whole caps: rising. */
export function capReadings(chart: CapChart): Reading[] {
  const { workload, rule, first, last, peak } = chart;
  const caps = new Set(logRange(first, last, STEPS).map((cap) => Math.min(Math.max(Math.round(cap), first), last)));
  return [...caps].flatMap((cap) => {
    const room = carried(chart, chargeAt(workload, cap, rule));
    return room
      ? [
          {
            x: cap,
            y: toNumber(room),
            text: `A cap of ${formatNumber(cap)}`,
            detail: `${requestsAMinute(room, peak)}; the peak ${compare(peak, room) > 0 ? "does not fit" : "fits"}`,
          },
        ]
      : [];
  });
}
