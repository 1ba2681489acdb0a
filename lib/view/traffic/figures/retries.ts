import type { Cost } from "@/lib/cost";
import { estimate } from "@/lib/estimate";
import { exact, fromNumber, multiply, sum, type Exact } from "@/lib/money";
import { type Scenario } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";
import { conditionsOf } from "@/lib/simulation";
import { formatExact, formatUsd, formatNumber as n } from "@/lib/view/text";
import { type SimulatedTraffic } from "../words";
import { type TrafficFigure, toFigure } from "./figure";

/** What the retries of all workloads but batch cost over the period; `null` where a price is unknown. */
function retriesCost(scenario: Scenario, { workloads }: Cost, scale: number): Exact | null {
  const minutes = exact(BigInt(conditionsOf(scenario).horizonMinutes), 43_800n);
  const parts = scenario.workloads.map(({ serviceTier, retryShare }, index) => {
    if (serviceTier === "batch" || retryShare === 0) return exact(0n);
    const retries = BigInt(milli(retryShare));
    const { perMonth } = workloads[index]!;
    return (
      perMonth &&
      multiply(multiply(perMonth, minutes), multiply(exact(retries, BigInt(MILLI) + retries), fromNumber(scale)))
    );
  });
  return parts.every((part) => part !== null) ? sum(parts) : null;
}

/** What billed retries cost over the period; `null` of a trace, which has none. */
export function retriesFigure({ input: { scenario, scale, trace } }: SimulatedTraffic): TrafficFigure | null {
  if (trace) return null;
  const { horizonMinutes } = conditionsOf(scenario);
  const retried = scenario.workloads.flatMap((workload, index) =>
    workload.serviceTier !== "batch" && workload.retryShare > 0 ? [index] : [],
  );
  const bill = estimate(scenario).cost;
  const cost = retriesCost(scenario, bill, scale);
  const part = (index: number) => {
    const { retryShare } = scenario.workloads[index]!;
    return `${formatUsd(bill.workloads[index]!.perMonth)} × ${n(horizonMinutes)} ÷ 43,800 × ${n(retryShare)} ÷ (1 + ${n(retryShare)})`;
  };
  const times = scale === 1 ? "" : ` × ${formatExact(fromNumber(scale))}`;
  const total = retried.map(part).join(" + ");
  const product = retried.length > 1 && times ? `(${total})${times}` : `${total}${times}`;
  const formula = retried.length === 0 ? "no workload has a retry share" : product;
  return toFigure({
    figure: "retries",
    label: "Billed retries cost",
    text: cost ? formatUsd(cost) : "no price",
    formula,
    rule: "traffic-retry-cost",
  });
}
