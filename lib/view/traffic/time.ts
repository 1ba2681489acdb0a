import { conditionsOf, type Minutes, type PoolRun, type Simulation, type RunInput } from "@/lib/simulation";
import { ticks, type Axis } from "@/lib/view/chart";
import { poolName } from "@/lib/view/names";
import { formatClock } from "./words";

const DAY = 1440;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, DAY, 2 * DAY, 5 * DAY, 7 * DAY, 10 * DAY] as const;
const MOST_TICKS = 9;
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** An axis across of minutes from the start. */
export interface ClockAxis extends Axis {
  /** `time of day`. */
  readonly name: string;
}

/** The unit of a trace’s axis, by the minutes from which on it is used. */
const TRACE_UNITS = [
  { from: 3 * DAY, size: DAY, name: "days" },
  { from: 180, size: 60, name: "hours" },
  { from: -Infinity, size: 1, name: "minutes" },
] as const;

/**
 * Of a trace the minutes since its start, else the clock of the simulated day; weekdays where a shape has
 * them.
 */
export function clockAxis({ scenario, trace }: RunInput, to: number): ClockAxis {
  const step = STEPS.find((minutes) => to / minutes <= MOST_TICKS) ?? 10 * DAY;
  const values = Array.from({ length: Math.floor(to / step) + 1 }, (_, index) => index * step);
  const weekly = scenario.workloads.some(
    ({ shape, serviceTier }) => shape === "office-week" && serviceTier !== "batch",
  );
  const dayName = (day: number) => (weekly ? WEEK[day % WEEK.length]! : `day\u00a0${day + 1}`);
  if (trace) {
    const { size, name } = TRACE_UNITS.find(({ from }) => to > from)!;
    const steps = STEPS.find((minutes) => minutes >= size && to / minutes <= MOST_TICKS) ?? 10 * DAY;
    return {
      from: 0,
      to,
      name: `${name} from the start of the trace`,
      ticks: ticks(
        Array.from({ length: Math.floor(to / steps) + 1 }, (_, index) => index * steps),
        (minute) => String(minute / size),
      ),
    };
  }
  const label = (minute: number) =>
    step >= DAY || (minute > 0 && minute % DAY === 0) ? dayName(minute / DAY) : formatClock(minute % DAY);
  return { from: 0, to, name: to > DAY && step >= DAY ? "days" : "time of day", ticks: ticks(values, label) };
}

/** The last minute in which requests come: the period, or the end of a trace. */
export function arrivalsEnd({ scenario, trace }: RunInput, { offered }: Minutes): number {
  if (!trace) return conditionsOf(scenario).horizonMinutes;
  let end = offered.length;
  while (end > 1 && offered[end - 1] === 0) end--;
  return end;
}

/** The end of a run in minutes; of a trace the end of the last minute in which something happened. */
export function runEnd(input: RunInput, minutes: Minutes): number {
  if (!input.trace) return minutes.offered.length;
  let end = arrivalsEnd(input, minutes);
  for (const series of [minutes.admitted, minutes.throttled])
    for (let minute = end; minute < series.length; minute++) if (series[minute]! > 0) end = minute + 1;
  return end;
}

/** How far a drawing of load goes past the last arrivals at most, in periods. */
const LONGEST = 2;

/** How many minutes a load chart shows: the whole run, unless a long tail would leave the period no room. */
export const loadEnd = (input: RunInput, minutes: Minutes): number =>
  Math.min(runEnd(input, minutes), LONGEST * arrivalsEnd(input, minutes));

/** The run of one pool by its name; of the first one where the name is of none. */
export function poolRun({ pools }: Simulation, pool: string | null): PoolRun {
  return pools.find((run) => run.pool === pool) ?? pools[0]!;
}

/** The pool in which most requests waited, failed or never fit; of equals the first. */
export function busiestPool({ pools }: Simulation): string {
  const trouble = ({ delayed, failed, neverFits, queued }: PoolRun) => delayed + failed + neverFits + queued;
  return pools.reduce((worst, run) => (trouble(run) > trouble(worst) ? run : worst)).pool;
}

/** Where something happened: ` on o1-mini`; empty where there is one pool. */
export const onPool = ({ pools }: Simulation, { pool }: PoolRun): string =>
  pools.length > 1 ? ` on ${poolName(pool)}` : "";
