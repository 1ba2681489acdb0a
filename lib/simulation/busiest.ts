import type { Workload } from "@/lib/scenario";
import { MINUTE_MS } from "@/lib/rates";
import { Stream } from "./arrivals";
import { trafficOf } from "./pools";

/**
 * Simulates one run and counts the requests of its busiest [t, t + 60 s) and of all of it. Time and memory
 * grow with the requests.
 */
export function countBusiest(
  workload: Workload,
  minutes: number,
  seed: number,
): { readonly busiest: number; readonly requests: number } {
  const stream = new Stream(trafficOf(workload), minutes, seed, 0);
  const times: number[] = [];
  let oldest = 0;
  let busiest = 0;
  for (let count = stream.next(); count > 0; count = stream.next()) {
    for (let i = 0; i < count; i++) {
      const at = stream.times[i]!;
      times.push(at);
      while (at - times[oldest]! >= MINUTE_MS) oldest++;
      busiest = Math.max(busiest, times.length - oldest);
    }
  }
  return { busiest, requests: times.length };
}
