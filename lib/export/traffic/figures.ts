import { recoveryOf, type Simulation } from "@/lib/simulation";
import type { RunFigureKey } from "@/lib/view/text";
import { ratio } from "../cells";
import type { Cell } from "../report";

type Figure = RunFigureKey["figure"];

/** What figures of a run are called by programs. Waits are milliseconds. */
export const RUN_NAMES: Readonly<Record<Figure, string>> = {
  offered: "offered_requests",
  admitted: "admitted_requests",
  delayed: "waited_requests",
  delayedShare: "waited_share",
  throttled: "throttled_answers",
  failed: "failed_requests",
  failedShare: "failed_share",
  neverFits: "never_fit_requests",
  queued: "still_waiting_requests",
  mean: "wait_mean_ms",
  p50: "wait_p50_ms",
  p90: "wait_p90_ms",
  p95: "wait_p95_ms",
  p99: "wait_p99_ms",
  max: "wait_longest_ms",
  first: "first_throttled_ms",
  longest: "longest_queue",
  recovery: "recovery_minutes",
  flight: "in_flight_mean",
  flightPeak: "in_flight_peak",
  taken: "taken_by_throttled",
  retries: "retries_cost",
};

/** The number behind a figure; `undefined` where it is in its words alone. */
function numberOf(figure: Figure, run: Simulation): number | null | undefined {
  const { offered, admitted, delayed, failed, neverFits, throttled, queued, waits } = run;
  const share = (part: number) => (offered > 0 ? part / offered : 0);
  switch (figure) {
    case "offered":
      return offered;
    case "admitted":
      return admitted;
    case "delayed":
      return delayed + queued;
    case "delayedShare":
      return share(delayed + queued);
    case "throttled":
      return throttled;
    case "failed":
      return failed;
    case "failedShare":
      return share(failed);
    case "neverFits":
      return neverFits;
    case "queued":
      return queued;
    case "mean":
    case "p50":
    case "p90":
    case "p95":
    case "p99":
    case "max":
      return waits[figure];
    case "first":
      return run.firstThrottledMs;
    case "recovery":
      return recoveryMinutes(run);
  }
  return undefined;
}

/** Minutes from the longest queue to none; 0 without a queue, `null` where it never ends. */
export function recoveryMinutes({ minutes }: Simulation): number | null {
  const found = recoveryOf(minutes);
  return found ? found.minutes : 0;
}

/** A figure of a run as the page shows it, and the number behind it. */
export function runCell(text: string, { figure }: RunFigureKey, run: Simulation): Cell {
  const value = numberOf(figure, run);
  return value === undefined ? { text } : ratio(value, text);
}
