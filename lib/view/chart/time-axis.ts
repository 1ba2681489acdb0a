import { linearSteps, logSteps, ticks, type Axis } from "./axis";

const UNITS = [
  { hours: 8760, name: "years", steps: [] },
  { hours: 24, name: "days", steps: [1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 180] },
  { hours: 1, name: "hours", steps: [1, 2, 3, 6, 12] },
  { hours: 1 / 60, name: "minutes", steps: [1, 2, 5, 10, 15, 30] },
  { hours: 1 / 3600, name: "seconds", steps: [] },
] as const;
const MOST = 7;

/**
 * An axis of time from 0 (`linear`) or from `from` (`log`), in hours, with ticks at round values of the unit
 * it is named after.
 */
export interface TimeAxis extends Axis {
  readonly scale: "linear" | "log";
  /** `days from the start`. */
  readonly name: string;
}

const unitOf = (hours: number) => UNITS.find((unit) => hours >= 2 * unit.hours) ?? UNITS.at(-1)!;

/** Time from the start up to `to` hours. */
export function timeAxis(to: number): TimeAxis {
  const { hours, name, steps } = unitOf(to);
  const end = to / hours;
  const step = steps.find((size) => end / size <= MOST);
  const values =
    step === undefined
      ? linearSteps(end, MOST).filter((value) => value <= end * 1.0001)
      : Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
  return {
    from: 0,
    to,
    ticks: ticks(values).map((tick) => ({ ...tick, value: tick.value * hours })),
    scale: "linear",
    name: `${name} from the start`,
  };
}

/** A log axis of time between two spans of hours, for spans too far apart for a linear one. */
export function logTimeAxis(from: number, to: number): TimeAxis {
  const { hours, name } = unitOf(from * 10);
  return {
    from,
    to,
    ticks: ticks(logSteps(from / hours, to / hours, MOST)).map((tick) => ({ ...tick, value: tick.value * hours })),
    scale: "log",
    name: `${name} from the start, log scale`,
  };
}
