import { limitPoolOf } from "@/lib/facts";
import type { Scenario, Workload } from "@/lib/scenario";
import { attemptsPerMinute, inFlight, latencyMs, type Simulation } from "@/lib/simulation";
import { formatCompact, UNKNOWN } from "@/lib/view/text";
import { listed, workloadName } from "@/lib/view/names";
import { formatWait, type SimulatedTraffic } from "../words";
import { type TrafficFigure, toFigure } from "./figure";

const missingLatency = ({ firstTokenMs, tokensPerSecond }: Workload) => [
  ...(firstTokenMs === undefined ? ["time to first token"] : []),
  ...(tokensPerSecond === undefined ? ["tokens a second"] : []),
];

/**
 * The fields still empty that requests in flight need: `Support chat: time to first token and tokens a
 * second`.
 */
export function latencyWanted(scenario: Scenario): string[] {
  return scenario.workloads.flatMap((workload, index) =>
    workload.serviceTier !== "batch" && latencyMs(workload) === null
      ? [`${workloadName(scenario, index)}: ${listed(missingLatency(workload))}`]
      : [],
  );
}

/**
 * Requests in flight at once, mean and peak: admitted a minute times the mean latency. Unknown where a
 * latency is.
 */
export function flightFigures({ input: { scenario, trace }, main }: SimulatedTraffic): TrafficFigure[] {
  const pools = main.pools.map(({ pool, minutes }) => ({ pool, minutes, found: inFlight(scenario, pool, minutes) }));
  const both = (text: (kind: "mean" | "peak") => string, formula: (kind: "mean" | "peak") => string) => [
    toFigure({
      figure: "flight",
      label: "In flight, mean",
      text: text("mean"),
      formula: formula("mean"),
      rule: "traffic-in-flight",
    }),
    toFigure({
      figure: "flightPeak",
      label: "In flight, peak",
      text: text("peak"),
      formula: formula("peak"),
      rule: "traffic-in-flight",
    }),
  ];
  if (!pools.every(({ found }) => found !== null))
    return both(
      () => UNKNOWN,
      () => `fill in ${listed(latencyWanted(scenario))}`,
    );
  const perRequest = ({ pool }: { pool: string }) => {
    const shared = scenario.workloads.filter(
      (workload) => workload.serviceTier !== "batch" && limitPoolOf(workload, scenario) === pool,
    );
    const rate = shared.reduce((total, workload) => total + attemptsPerMinute(workload), 0);
    return shared.reduce((total, workload) => total + attemptsPerMinute(workload) * latencyMs(workload)!, 0) / rate;
  };
  const admitted = (kind: "mean" | "peak", { admitted: each }: Simulation["minutes"]) =>
    kind === "peak"
      ? each.reduce((most, count) => Math.max(most, count), 0)
      : each.reduce((total, count) => total + count, 0) / each.length;
  const total = (kind: "mean" | "peak") => pools.reduce((all, { found }) => all + found![kind], 0);
  const formula = (kind: "mean" | "peak") => {
    const products = pools.map(
      (pool) => `${formatCompact(admitted(kind, pool.minutes))} a minute × ${formatWait(perRequest(pool))} ÷ 60 s`,
    );
    const together = kind === "peak" && pools.length > 1 ? ", as if their busiest minutes met" : "";
    return `${products.join(" + ")}${together}${trace ? "; the workload’s own mean latency" : ""}`;
  };
  return both((kind) => formatCompact(total(kind)), formula);
}
