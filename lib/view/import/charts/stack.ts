import type { TraceRequests, UsageDay, UsageReport } from "@/lib/usage";
import { type Axis, ticks, type ChartText, type Reading, type Undrawn, timeAxis, countAxis } from "@/lib/view/chart";
import { formatCompact, formatDay, formatNumber, formatPercent, capital } from "@/lib/view/text";
import { clockOf, DAY_MS, dayOf, lastsMs, modelName, requestsText, whenText } from "../words";

/** Amounts through time: columns side by side, each made of the same parts. */
export interface StackChart extends ChartText {
  readonly drawn: true;
  /** Where each column begins, and the end of the last, on the x axis. */
  readonly edges: readonly number[];
  /** From the bottom up. */
  readonly series: readonly StackSeries[];
  readonly x: Axis;
  readonly xLabel: string;
  readonly y: Axis;
  /** What stands at the largest column. */
  readonly peakText: string;
  readonly readings: readonly Reading[];
}

export interface StackSeries {
  readonly name: string;
  /** Colour: a kind of token, or a model by its rank. */
  readonly tone: "input" | "output" | "first" | "second" | "third" | "rest";
  readonly values: readonly number[];
}

const SOURCE = "The imported log; nothing of it leaves this browser";
const MOST_COLUMNS = 120;
/** Lengths a column may have, in seconds. */
const SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 604_800, 2_419_200,
] as const;

const undrawn = (eyebrow: string, reason: string, remedy: string): Undrawn => ({
  drawn: false,
  eyebrow,
  reason,
  remedy,
});

function lengthText(seconds: number): string {
  const [count, unit] =
    seconds < 60
      ? [seconds, "second"]
      : seconds < 3600
        ? [seconds / 60, "minute"]
        : seconds < 86_400
          ? [seconds / 3600, "hour"]
          : [seconds / 86_400, "day"];
  return count === 1 ? (unit === "hour" ? "an hour" : `a ${unit}`) : `${count}\u00a0${unit}s`;
}

interface Parts {
  readonly edges: readonly number[];
  readonly series: readonly StackSeries[];
  readonly x: Axis;
  readonly xLabel: string;
  /** What a column is called. */
  readonly names: readonly string[];
  /** How long a column is. */
  readonly each: string;
}

/** `1 request`, `2 tokens`. */
const counted = (count: number, unit: string): string =>
  `${formatNumber(count)} ${count === 1 ? unit.replace(/s$/, "") : unit}`;

const totalsOf = ({ edges, series }: Pick<Parts, "edges" | "series">) =>
  edges.slice(1).map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0));

function stack(
  parts: Parts,
  text: Pick<ChartText, "eyebrow" | "finding" | "units" | "title">,
  unit: string,
  column: string,
): StackChart {
  const totals = totalsOf(parts);
  const most = Math.max(...totals);
  const at = totals.indexOf(most);
  const detail = (index: number) =>
    parts.series
      .map(({ name, values }) =>
        parts.series.length > 1 ? `${formatNumber(values[index]!)} ${name}` : counted(values[index]!, unit),
      )
      .join(", ");
  return {
    drawn: true,
    ...text,
    ...parts,
    y: countAxis(most * 1.08),
    peakText: `${formatCompact(most)}, ${parts.names[at]!}`,
    readings: totals.map((total, index) => ({
      x: (parts.edges[index]! + parts.edges[index + 1]!) / 2,
      y: total,
      text: parts.names[index]!,
      detail: detail(index),
    })),
    source: SOURCE,
    description: `${text.finding}. At most ${counted(most, unit)}, ${parts.names[at]!}.`,
    table: {
      head: [column, ...(parts.series.length > 1 ? parts.series.map(({ name }) => capital(name)) : []), capital(unit)],
      rows: totals.map((total, index) => [
        parts.names[index]!,
        ...(parts.series.length > 1 ? parts.series.map(({ values }) => formatNumber(values[index]!)) : []),
        formatNumber(total),
      ]),
    },
  };
}

/** The columns of a trace: of one length, the shortest with which they are few enough. Edges in hours from its start. */
function traceColumns(report: UsageReport, trace: TraceRequests): Omit<Parts, "series"> & { readonly of: Int32Array } {
  const lasts = lastsMs(report)!;
  const seconds = SECONDS.find((length) => lasts < length * 1000 * MOST_COLUMNS) ?? SECONDS.at(-1)!;
  const count = Math.floor(lasts / (seconds * 1000)) + 1;
  const edges = Array.from({ length: count + 1 }, (_, index) => (index * seconds) / 3600);
  const x = timeAxis(edges.at(-1)!);
  const start = trace.atMs[0]!;
  const of = Int32Array.from(trace.atMs, (at) => Math.min(count - 1, Math.floor((at - start) / (seconds * 1000))));
  const names = edges
    .slice(0, -1)
    .map((hours) =>
      report.dated
        ? lasts < DAY_MS
          ? `from ${clockOf(report.firstMs! + hours * 3_600_000)}`
          : `from ${whenText(report, report.firstMs! + hours * 3_600_000)}`
        : whenText(report, report.firstMs! + hours * 3_600_000),
    );
  return { edges, x, xLabel: x.name, names, each: lengthText(seconds), of };
}

function summed(of: Int32Array, count: number, values: Float64Array | null): number[] {
  const sums = new Array<number>(count).fill(0);
  for (let i = 0; i < of.length; i++) sums[of[i]!]! += values ? values[i]! : 1;
  return sums;
}

const TONES = ["first", "second", "third"] as const;

/** The columns of a calendar: every day from the first to the last, or as many together as keep them few. A day without rows is 0. */
function dayColumns({ days, groups }: UsageReport, value: (day: UsageDay) => number): Parts {
  const first = Date.parse(days[0]!.day);
  const dayAt = ({ day }: UsageDay) => Math.round((Date.parse(day) - first) / DAY_MS);
  const all = dayAt(days.at(-1)!) + 1;
  const step = [1, 7, 28].find((length) => all / length <= MOST_COLUMNS) ?? Math.ceil(all / MOST_COLUMNS);
  const count = Math.ceil(all / step);
  const models = [...new Set(groups.map(({ model }) => model))];
  // One more than has a tone of its own is not worth a rest.
  const named = models.slice(0, models.length > TONES.length ? TONES.length - 1 : TONES.length);
  const series = [
    ...named.map(modelName),
    ...(models.length > named.length ? [`${models.length - named.length} others`] : []),
  ].map((name, rank) => ({
    name,
    tone: rank < named.length ? TONES[rank]! : ("rest" as const),
    values: new Array<number>(count).fill(0),
  }));
  for (const day of days) {
    const rank = named.indexOf(day.model);
    series[rank < 0 ? series.length - 1 : rank]!.values[Math.floor(dayAt(day) / step)]! += value(day);
  }
  const edges = Array.from({ length: count + 1 }, (_, index) => index * step);
  const dateOf = (index: number) => dayOf(first + index * DAY_MS);
  const short = (index: number) => formatDay(dateOf(index)).split("\u00a0").slice(0, 2).join("\u00a0");
  const names = edges
    .slice(0, -1)
    .map((index) => (step === 1 ? formatDay(dateOf(index)) : `from ${formatDay(dateOf(index))}`));
  const every = Math.ceil(count / 8);
  const x = {
    from: 0,
    to: count * step,
    ticks: ticks(
      edges.slice(0, -1).filter((_, index) => index % every === 0),
      short,
    ),
  };
  return { edges, series, x, xLabel: "days, UTC", names, each: lengthText(step * 86_400) };
}

const severalDays = ({ days }: UsageReport) => days.length > 0 && days[0]!.day !== days.at(-1)!.day;

/** Tokens through time: by day and model where the log has several days, else along the trace, input and output apart. */
export function tokensThroughTime(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Tokens through time";
  const title = "Tokens through time";
  if (severalDays(report) && (report.told.input || report.told.output)) {
    const parts = dayColumns(report, ({ inputTokens, outputTokens }) => inputTokens + outputTokens);
    const totals = totalsOf(parts);
    const most = Math.max(...totals);
    const sum = totals.reduce((a, b) => a + b, 0);
    const finding =
      sum === 0
        ? "No tokens on any day"
        : `${capital(parts.names[totals.indexOf(most)]!)} has most: ${formatCompact(most)} tokens, ${formatPercent(most / sum)} of all`;
    return stack(
      parts,
      { eyebrow, title, finding, units: `Input and output tokens, ${parts.each} a column, by model` },
      "tokens",
      "Day",
    );
  }
  const { trace } = report;
  if (!trace || lastsMs(report) === null || trace.atMs.length < 2)
    return undrawn(
      eyebrow,
      "The log does not say when its tokens were used",
      "Rows with times, or by day, draw a chart here.",
    );
  const columns = traceColumns(report, trace);
  const count = columns.edges.length - 1;
  const series = [
    { name: "input", tone: "input" as const, values: summed(columns.of, count, trace.inputTokens) },
    { name: "output", tone: "output" as const, values: summed(columns.of, count, trace.outputTokens) },
  ];
  const { inputTokens, outputTokens } = report.total;
  const finding = `${formatPercent(inputTokens / (inputTokens + outputTokens || 1))} of the tokens go in, the rest come out`;
  return stack(
    { ...columns, series },
    { eyebrow, title, finding, units: `Tokens, ${columns.each} a column` },
    "tokens",
    "Time",
  );
}

/** Requests through time: along the trace, or by day. */
export function requestsThroughTime(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Requests through time";
  const title = "Requests through time";
  const { trace, total } = report;
  if (trace && trace.atMs.length > 1) {
    const columns = traceColumns(report, trace);
    const values = summed(columns.of, columns.edges.length - 1, null);
    const peak = total.peakRequests;
    const finding = peak
      ? `The busiest minute starts ${report.dated ? `at ${clockOf(peak.fromMs)} UTC` : whenText(report, peak.fromMs)} and has ${requestsText(peak.perMinute)}`
      : requestsText(total.requests);
    return stack(
      { ...columns, series: [{ name: "requests", tone: "first", values }] },
      { eyebrow, title, finding, units: `Requests, ${columns.each} a column; the busiest minute may lie across two` },
      "requests",
      "Time",
    );
  }
  if (!severalDays(report) || total.requests === 0)
    return undrawn(
      eyebrow,
      "The log does not say when its requests came",
      "Rows with times, or by day, draw a chart here.",
    );
  const parts = dayColumns(report, ({ requests }) => requests);
  const totals = totalsOf(parts);
  const most = Math.max(...totals);
  const finding = `${capital(parts.names[totals.indexOf(most)]!)} is busiest: ${requestsText(most)}`;
  return stack(
    parts,
    { eyebrow, title, finding, units: `Requests, ${parts.each} a column, by model` },
    "requests",
    "Day",
  );
}

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Requests by hour of the day, all days together. */
export function hoursOfDay(report: UsageReport): StackChart | Undrawn {
  const eyebrow = "Hours of the day";
  const { hours } = report.total;
  const lasts = lastsMs(report);
  if (!hours || lasts === null)
    return undrawn(
      eyebrow,
      "The log does not say at what time of day requests came",
      "Rows with dates and times draw a chart here.",
    );
  if (lasts < DAY_MS / 2)
    return undrawn(
      eyebrow,
      "The log is too short to tell one hour of the day from another",
      "Half a day of rows or more draws a chart here.",
    );
  const edges = Array.from({ length: 25 }, (_, index) => index);
  const sum = hours.reduce((a, b) => a + b, 0);
  const most = Math.max(...hours);
  const busiest = hours.indexOf(most);
  const parts = {
    edges,
    series: [{ name: "requests", tone: "first" as const, values: hours }],
    x: { from: 0, to: 24, ticks: ticks([0, 6, 12, 18, 24], clock) },
    xLabel: "time of day, UTC",
    names: edges.slice(0, -1).map((hour) => `${clock(hour)}–${clock(hour + 1)}`),
    each: "an hour",
  };
  const finding =
    sum === 0
      ? "No requests at any hour"
      : `From ${clock(busiest)} to ${clock(busiest + 1)} UTC come ${formatPercent(most / sum)} of the requests`;
  return stack(
    parts,
    {
      eyebrow,
      title: "Requests by hour of the day",
      finding,
      units: "Requests in each hour of the day, all days together",
    },
    "requests",
    "Hour",
  );
}
