import { attemptsPerMinute } from "./pools";
import { queuedByMinute, type Minutes } from "./run";
import { limitPoolOf } from "@/lib/facts";
import type { Scenario, Workload } from "@/lib/scenario";

/** The longest queue of a run and how long it took to clear. */
export interface Recovery {
  /** The minute at whose end most requests waited, and how many. */
  readonly minute: number;
  readonly queued: number;
  /** Minutes until nothing waited any more; `null` where the run ended before. */
  readonly minutes: number | null;
}

/**
 * Finds the longest queue of a run and how long it took to clear; `null` where nothing waited at the end of
 * any minute.
 */
export function recoveryOf(minutes: Minutes): Recovery | null {
  const queued = queuedByMinute(minutes);
  let peak = 0;
  queued.forEach((count, minute) => {
    if (count > queued[peak]!) peak = minute;
  });
  if (!(queued[peak]! > 0)) return null;
  const clear = queued.findIndex((count, minute) => minute > peak && count === 0);
  return { minute: peak, queued: queued[peak]!, minutes: clear < 0 ? null : clear - peak };
}

/**
 * The mean time a request of a workload is in flight once admitted, milliseconds: time to first token, then
 * output at its speed. `null` where the workload does not tell it.
 */
export function latencyMs({
  firstTokenMs,
  tokensPerSecond,
  visibleOutputTokens,
  reasoningTokens,
}: Workload): number | null {
  return firstTokenMs === undefined || tokensPerSecond === undefined
    ? null
    : firstTokenMs + ((visibleOutputTokens + reasoningTokens) * 1000) / tokensPerSecond;
}

/** The number of requests in flight at once on a pool. */
export interface InFlight {
  readonly mean: number;
  /** In the minute in which most were admitted. */
  readonly peak: number;
}

/**
 * Requests in flight by Little’s law: those admitted a millisecond times the milliseconds in flight, by
 * minutes. `null` where a workload of the pool tells no latency.
 */
export function inFlight(scenario: Scenario, pool: string, { admitted }: Minutes): InFlight | null {
  let rate = 0;
  let busy = 0;
  for (const workload of scenario.workloads) {
    if (workload.serviceTier === "batch" || limitPoolOf(workload, scenario) !== pool) continue;
    const latency = latencyMs(workload);
    if (latency === null) return null;
    rate += attemptsPerMinute(workload);
    busy += attemptsPerMinute(workload) * latency;
  }
  const perRequest = busy / rate / 60_000;
  const total = admitted.reduce((sum, count) => sum + count, 0);
  return {
    mean: (total / admitted.length) * perRequest,
    peak: admitted.reduce((most, count) => Math.max(most, count), 0) * perRequest,
  };
}
