import type { Estimate } from "@/lib/estimate";
import { formatRounded } from "@/lib/view/text";

/** Requests of one workload in a minute at its peak, as shown beside the field. */
export function peakRequests(estimate: Estimate, index: number): string {
  const { requests, per, peakToMean } = estimate.scenario.workloads[index]!;
  const perMinute = { second: [60n, 1n], minute: [1n, 1n], hour: [1n, 60n], day: [1n, 1440n], month: [1n, 43_800n] }[
    per
  ] as [bigint, bigint];
  const n = BigInt(Math.round(requests * 1000)) * BigInt(Math.round(peakToMean * 1000)) * perMinute[0];
  return formatRounded(
    { n, d: 1_000_000n * perMinute[1] },
    n > 100_000_000n * perMinute[1] ? 0 : n >= 1_000_000n * perMinute[1] ? 1 : 3,
  ).replace(/\.?0+$/, (end) => (end.startsWith(".") ? "" : end));
}
