import { attemptsPerMinute } from "./pools";
import { queuedByMinute, type Minutes } from "./run";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";

/** The longest queue of a run and how long it took to clear. */
export interface Recovery {
  /** The minute at whose end most requests waited, and how many. */
  readonly minute: number;
  readonly queued: number;
  /** Minutes until nothing waited any more; `null` where the run ended before. */
  readonly minutes: number | null;
}

/**
 * How long a run took to recover from its longest queue; `null` where nothing ever waited past a minute’s
 * end.
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
 * How long a request of a workload is in flight once it was admitted, milliseconds, on the mean: first token,
 * then output at its speed. `null`: not said.
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

/** Requests in flight at once on the pool of a model. */
export interface InFlight {
  readonly mean: number;
  /** In the minute in which most were admitted. */
  readonly peak: number;
}

/**
 * Little’s law: admitted a millisecond × milliseconds in flight, by minutes; `null` where a workload of the
 * pool says no latency.
 */
export function inFlight(scenario: Scenario, pool: string, { admitted }: Minutes): InFlight | null {
  let rate = 0;
  let busy = 0;
  for (const workload of scenario.workloads) {
    if (workload.serviceTier === "batch" || poolOf(workload.model) !== pool) continue;
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
