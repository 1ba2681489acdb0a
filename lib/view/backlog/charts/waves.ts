import type { BacklogPlan, Split } from "@/lib/batch";
import { compare, exact, multiply, toNumber, type Exact } from "@/lib/money";
import { shownSplit } from "../shown";
import { deadlineOf, deadlineText, timeText } from "../words";
import { checkedSource, type ChartText, timeAxis, type TimeAxis } from "@/lib/view/chart";
import { formatExact, formatCount, formatSpan } from "@/lib/view/text";

/** One bar of the plan in time. */
export interface WaveBar {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** `folded`: several waves in one bar. */
  readonly kind: "wave" | "folded" | "standard";
  /** Where each wave of a folded bar begins, while they can be told apart. */
  readonly seams: readonly number[];
}

/** The waves and the standard stream on one axis of time. */
export interface WavesChart extends ChartText {
  readonly drawn: true;
  readonly bars: readonly WaveBar[];
  readonly x: TimeAxis;
  readonly deadline: { readonly at: number; readonly text: string; readonly missed: boolean } | null;
}

const EYEBROW = "The plan in time";
const MOST_BARS = 7;
const MOST_SEAMS = 60;
/** Beside the bars: at the start and at the end. */
const [FIRST, LAST] = [4n, 1n];

interface Wave {
  readonly name: string;
  readonly first: bigint;
  readonly last: bigint;
  readonly requests: bigint;
}

/** Every wave while they are few, else the first and the last ones with the rest in one fold. */
function waves({ waves: count, batch }: Split, perWave: bigint): Wave[] {
  const of = (first: bigint, last: bigint): Wave => ({
    name:
      first === last
        ? `Wave ${formatExact(exact(first))}`
        : `Waves ${formatExact(exact(first))}–${formatExact(exact(last))}`,
    first,
    last,
    requests: last === count ? batch - (first - 1n) * perWave : (last - first + 1n) * perWave,
  });
  const all = (from: bigint, to: bigint) =>
    Array.from({ length: Number(to - from + 1n) }, (_, index) => of(from + BigInt(index), from + BigInt(index)));
  if (count <= BigInt(MOST_BARS)) return all(1n, count);
  return [...all(1n, FIRST), of(FIRST + 1n, count - LAST), ...all(count - LAST + 1n, count)];
}

function bars(plan: BacklogPlan, split: Split): { bar: WaveBar; start: Exact; end: Exact; requests: bigint }[] {
  const { turnaroundHours: hours, perWave } = plan.own.batch;
  const at = (wave: bigint) => multiply(exact(wave), hours);
  const inBatch = split.waves === 0n ? [] : waves(split, perWave!);
  const list = inBatch.map(({ name, first, last, requests }) => {
    const [start, end] = [at(first - 1n), at(last)];
    const count = last - first + 1n;
    const seams =
      count > 1n && count <= BigInt(MOST_SEAMS)
        ? Array.from({ length: Number(count) - 1 }, (_, index) => toNumber(at(first + BigInt(index))))
        : [];
    return {
      bar: {
        name,
        text: formatExact(exact(requests)),
        from: toNumber(start),
        to: toNumber(end),
        kind: count > 1n ? ("folded" as const) : ("wave" as const),
        seams,
      },
      start,
      end,
      requests,
    };
  });
  if (split.standard === 0n) return list;
  const standard = {
    name: "Standard",
    text: formatExact(exact(split.standard)),
    from: 0,
    to: toNumber(split.standardHours),
    kind: "standard" as const,
    seams: [],
  };
  return [...list, { bar: standard, start: exact(0n), end: split.standardHours, requests: split.standard }];
}

function finding({ own }: BacklogPlan, split: Split): string {
  const each = formatSpan(own.batch.turnaroundHours);
  const { perMinute, daily } = own.standard;
  const rate = perMinute && `${formatExact(exact(perMinute.n / perMinute.d))} a minute`;
  if (split.standard === 0n)
    return split.waves === 1n
      ? `One wave of ${each} holds all of it`
      : `${formatCount(split.waves, "wave")} of ${each}, one after the other`;
  if (split.waves === 0n && (split.standardBoundBy === "rpd" || split.standardBoundBy === "tpd"))
    return `Standard alone, ${formatCount(daily!.requests.n / daily!.requests.d, "request")} at once and as many a day`;
  if (split.waves === 0n)
    return perMinute!.n < perMinute!.d ? "Standard alone, less than one request a minute" : `Standard alone, ${rate}`;
  return `${formatCount(split.waves, "wave")} of ${each}, and ${formatCount(split.standard, "standard request")} beside ${split.waves === 1n ? "it" : "them"}`;
}

/** The split the page is about, wave by wave and with its standard stream; `null` where nothing runs. */
export function wavesChart(plan: BacklogPlan): WavesChart | null {
  const shown = shownSplit(plan);
  if (!shown) return null;
  const { split } = shown;
  const list = bars(plan, split);
  const deadline = deadlineOf(plan);
  const missed = compare(split.hours, deadline) > 0;
  const end = toNumber(split.hours);
  const at = toNumber(deadline);
  // A deadline far away would leave the bars no room.
  const marked = missed || at <= end * 1.6;
  const sentence = finding(plan, split);
  return {
    drawn: true,
    bars: list.map(({ bar }) => bar),
    x: timeAxis((marked ? Math.max(end, at) : end) * 1.04),
    deadline: marked ? { at, text: `deadline ${deadlineText(plan)}`, missed } : null,
    eyebrow: EYEBROW,
    finding: sentence,
    units: "Requests of each wave and of the standard stream, from start to end",
    source: `${plan.facts.override?.limits ? "Your own limits; " : ""}${checkedSource("limits")}; the turnaround is assumed`,
    title: "Waves and the standard stream over time",
    description: `${sentence}. All is done in ${timeText(plan, split)}.`,
    table: {
      head: ["Part", "Requests", "Starts after", "Done after"],
      rows: list.map(({ bar, start, end: done, requests }) => [
        bar.name,
        formatExact(exact(requests)),
        start.n === 0n ? "at once" : formatSpan(start),
        formatSpan(done),
      ]),
    },
  };
}
