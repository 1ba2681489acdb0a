import { poolName } from "@/lib/view/names";
import { queuedByMinute, recoveryOf } from "@/lib/simulation";
import { type Axis, type ChartText, type Reading, type Undrawn, countAxis } from "@/lib/view/chart";
import { formatNumber } from "@/lib/view/text";
import { columnsOf, largest, most, mostAt, rowsOf, totals } from "../columns";
import { openReason } from "../open";
import { clockAxis, loadEnd, onPool, poolRun, runEnd, type ClockAxis } from "../time";
import {
  atMoment,
  formatWait,
  minutesWords,
  momentText,
  policyOf,
  requestCount,
  type SimulatedTraffic,
} from "../words";

/** One count through the period: the queue, or the 429s and the failures. */
export interface FlowChart extends ChartText {
  readonly drawn: true;
  readonly traffic: SimulatedTraffic;
  /** The last minute drawn. */
  readonly end: number;
  readonly main: Float64Array;
  readonly mainName: string;
  /** A second count in front, part of the first. */
  readonly part: Float64Array | null;
  readonly partName: string;
  /** Where the largest value stands, in words. */
  readonly peakText: string;
  /** The minute in which nothing waits any more. */
  readonly clear: number | null;
  readonly tone: "plain" | "over";
}

const MINUTE = 60_000;
const SEEDED = "Headroom’s simulation; the same seed gives the same day";
const QUEUE = "The queue through the day";
const REFUSED = "429s through the day";

const undrawn = (eyebrow: string, reason: string, remedy: string): Undrawn => ({
  drawn: false,
  eyebrow,
  reason,
  remedy,
});

/** Requests waiting at the end of every minute. */
export function queueChart(traffic: SimulatedTraffic, pool: string | null): FlowChart | Undrawn {
  const { input, main: whole } = traffic;
  const run = poolRun(whole, pool);
  const policy = policyOf(input.scenario);
  if (policy === "drop")
    return undrawn(
      QUEUE,
      "Nothing waits: a request is dropped at its first 429",
      "A client that paces itself, or retries, has a queue.",
    );
  const open = openReason(input, run.pool);
  if (open) return undrawn(QUEUE, open.reason, open.remedy);
  const recovery = recoveryOf(run.minutes);
  if (!recovery) {
    const atOnce = run.admitted > 0 ? "Every admitted request starts as it comes." : "No request is admitted.";
    const longest = run.waits.max ? `The longest wait is ${formatWait(run.waits.max)}.` : atOnce;
    return undrawn(QUEUE, `No minute ends with a request waiting${onPool(whole, run)}`, longest);
  }
  const queued = queuedByMinute(run.minutes);
  const end = Math.min(runEnd(input, run.minutes), queued.length);
  const peakAt = (recovery.minute + 1) * MINUTE;
  const waiting = policy === "queue" ? "wait" : "wait to be sent again";
  const finding = `${requestCount(recovery.queued)} ${recovery.queued === 1 ? waiting.replace(/^wait/, "waits") : waiting}${onPool(whole, run)} ${atMoment(input, peakAt)}; ${recovery.minutes === null ? "the queue never clears" : `the queue clears ${minutesWords(recovery.minutes)} later`}`;
  const rows = rowsOf(end);
  const [longest, came, started] = [
    largest(queued, rows),
    totals(run.minutes.offered, rows),
    totals(run.minutes.admitted, rows),
  ];
  return {
    drawn: true,
    traffic,
    end,
    main: queued,
    mainName: "waiting",
    part: null,
    partName: "",
    peakText: `${formatNumber(recovery.queued)} ${atMoment(input, peakAt)}`,
    clear: recovery.minutes === null ? null : recovery.minute + 1 + recovery.minutes,
    tone: "plain",
    eyebrow: QUEUE,
    finding,
    units: "Requests waiting at the end of a minute, the largest of each column",
    source: SEEDED,
    title: `Requests waiting, ${poolName(run.pool)}`,
    description: `${finding}.`,
    table: {
      head: [input.trace ? "From" : "Time", "Longest queue", "Offered", "Admitted"],
      rows: rows.starts.map((start, index) => [
        momentText(input, start * MINUTE),
        formatNumber(longest[index]!),
        formatNumber(came[index]!),
        formatNumber(started[index]!),
      ]),
    },
  };
}

/** 429 answers in every minute, and the requests that failed. */
export function throttledChart(traffic: SimulatedTraffic, pool: string | null): FlowChart | Undrawn {
  const { input, main: whole } = traffic;
  const run = poolRun(whole, pool);
  const policy = policyOf(input.scenario);
  if (policy === "queue")
    return undrawn(
      REFUSED,
      "No 429s: the client sends only what both buckets can pay",
      "Retry and drop show what 429s a client meets that does not pace itself.",
    );
  const open = openReason(input, run.pool);
  if (open) return undrawn(REFUSED, open.reason, open.remedy);
  if (run.throttled === 0)
    return undrawn(
      REFUSED,
      `No 429s${onPool(whole, run)}: both buckets can pay for every request`,
      "More traffic, or a lower usage tier, shows where they begin.",
    );
  const { throttled, failed } = run.minutes;
  const peak = most(throttled);
  const peakAt = atMoment(input, mostAt(throttled) * MINUTE);
  const finding = `${formatNumber(run.throttled)} 429${run.throttled === 1 ? "" : "s"}${onPool(whole, run)}, the first ${atMoment(input, run.firstThrottledMs!)}; ${run.failed === 0 ? "no request fails" : `${requestCount(run.failed)} fail${run.failed === 1 ? "s" : ""}`}`;
  const end = loadEnd(input, run.minutes);
  const rows = rowsOf(end);
  const [answers, worst, lost] = [totals(throttled, rows), largest(throttled, rows), totals(failed, rows)];
  // Dropped at the first 429, both counts are one.
  const apart = policy === "retry" && run.failed > 0;
  return {
    drawn: true,
    traffic,
    end,
    main: throttled,
    mainName: policy === "drop" ? "429s, each a failed request" : "429s",
    part: apart ? failed : null,
    partName: "failed",
    peakText: `${formatNumber(peak)} ${peakAt}`,
    clear: null,
    tone: "over",
    eyebrow: REFUSED,
    finding,
    units: "429 answers and failed requests a minute, the largest of each column",
    source: SEEDED,
    title: `429 answers a minute, ${poolName(run.pool)}`,
    description: `${finding}. At most ${formatNumber(peak)} in a minute, ${peakAt}.`,
    table: {
      head: [input.trace ? "From" : "Time", "429s", "429s in the worst minute", "Failed"],
      rows: rows.starts.map((start, index) => [
        momentText(input, start * MINUTE),
        formatNumber(answers[index]!),
        formatNumber(worst[index]!),
        formatNumber(lost[index]!),
      ]),
    },
  };
}

/** A flow chart ready to draw. */
export interface FlowPlot {
  readonly x: ClockAxis;
  readonly y: Axis;
  /** Where each column begins, and the end of the last. */
  readonly edges: readonly number[];
  readonly main: readonly number[];
  readonly part: readonly number[] | null;
  /** The column with the largest value. */
  readonly peak: number;
}

/** The largest value of each column, for so many pixels across. */
export function flowPlot({ traffic, end, main, part }: FlowChart, width: number): FlowPlot {
  const columns = columnsOf(end, width);
  const values = largest(main, columns);
  return {
    x: clockAxis(traffic.input, end),
    y: countAxis(most(values) * 1.08),
    edges: [...columns.starts, end],
    main: values,
    part: part && largest(part, columns),
    peak: mostAt(values),
  };
}

/** What a pointer reads in each column. */
export function flowReadings(
  { traffic: { input }, mainName, partName }: FlowChart,
  { edges, main, part }: FlowPlot,
): Reading[] {
  return main.map((count, index) => ({
    x: (edges[index]! + edges[index + 1]!) / 2,
    y: count,
    text: momentText(input, edges[index]! * MINUTE),
    detail: `${formatNumber(count)} ${mainName}${part ? `, ${formatNumber(part[index]!)} ${partName}` : ""}`,
  }));
}
