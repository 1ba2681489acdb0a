import { MILLI } from "@/lib/fields";
import { queuedByMinute, type Run, type Simulation } from "@/lib/simulation";
import type { SimulationJson } from "./answer-schema";

const roundToThousandths = (value: number) => Math.round(value * MILLI) / MILLI;
const toMs = (time: number | null) => (time === null ? null : roundToThousandths(time));

function toCountsJson({ offered, admitted, delayed, neverFits, throttled, failed, queued, ...run }: Run) {
  const { mean, p50, p90, p95, p99, max } = run.waits;
  const waitMs = { mean: toMs(mean), p50: toMs(p50), p90: toMs(p90), p95: toMs(p95), p99: toMs(p99), max: toMs(max) };
  const lastAdmittedMs = toMs(run.lastAdmittedMs);
  return { offered, admitted, delayed, neverFits, throttled, failed, queued, waitMs, lastAdmittedMs };
}

function toMinutesJson({ minutes }: Simulation): SimulationJson["perMinute"] {
  const { offered, admitted, throttled, failed, chargedTokens } = minutes;
  const queued = queuedByMinute(minutes);
  return Array.from(offered, (came, minute) => ({
    minute,
    offered: came,
    admitted: admitted[minute]!,
    throttled: throttled[minute]!,
    failed: failed[minute]!,
    queued: queued[minute]!,
    chargedTokens: roundToThousandths(chargedTokens[minute]!),
  }));
}

/** A simulation as the API answers it. Times in milliseconds and tokens to three decimals. */
export function toSimulationJson(simulation: Simulation, notes: SimulationJson["notes"]): SimulationJson {
  return {
    ...toCountsJson(simulation),
    pools: simulation.pools.map((each) => ({ pool: each.pool, ...toCountsJson(each) })),
    perMinute: toMinutesJson(simulation),
    notes,
  };
}
