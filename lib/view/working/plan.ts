import type { Estimate } from "@/lib/estimate";
import type { decodePlanKey } from "@/lib/view/text";
import type { Working } from "./compose";
import { alternativeWorking, budgetWorking, savingWorking, serviceWorking } from "./cost/choices";
import { lineWorking } from "./cost/line";
import { keyWorking, monthWorking, workloadWorking } from "./cost/totals";
import { capWorking } from "./limit/cap";
import { chargeWorking } from "./limit/charge";
import { usageHoursWorking } from "./limit/hours";
import { limitWorking, tierWorking } from "./limit/row";

/**
 * The working of a figure of an estimate; `null` where the estimate has no such figure, or has it no more.
 */
export function workingOf(key: NonNullable<ReturnType<typeof decodePlanKey>>, estimate: Estimate): Working | null {
  const { cost, demands, fit, scenario } = estimate;
  switch (key.of) {
    case "month":
      return monthWorking(estimate);
    case "year":
    case "day":
    case "thousand":
    case "request":
      return keyWorking(estimate, key.of);
    case "standard":
    case "batch":
      return serviceWorking(estimate, key.of);
    case "saving":
      return savingWorking(estimate);
    case "hours":
      return fit.hoursToUsageLimit === null ? null : usageHoursWorking(estimate);
    case "workload":
      return cost.workloads[key.workload] ? workloadWorking(estimate, key.workload) : null;
    case "line":
      return cost.workloads[key.workload]?.lineItems.some(({ item }) => item === key.item)
        ? lineWorking(estimate, key.workload, key.item)
        : null;
    case "charge":
      return scenario.workloads[key.workload] ? chargeWorking(estimate, key.workload) : null;
    case "utilisation":
      return demands[key.limit]
        ? limitWorking(estimate, { row: key.limit, tier: key.tier ?? scenario.usageTier, want: "utilisation" })
        : null;
    case "headroom":
      return demands[key.limit]
        ? limitWorking(estimate, { row: key.limit, tier: scenario.usageTier, want: "headroom" })
        : null;
    case "tier-headroom":
    case "scale":
      return tierWorking(estimate, key.tier);
    case "rates":
      return tierWorking(estimate, key.tier, true);
    case "cap":
      return scenario.workloads[key.workload] ? capWorking(estimate, key.workload, key.tier) : null;
    case "budget":
    case "buys":
      return scenario.monthlyBudgetUsd === undefined ? null : budgetWorking(estimate, key.of);
    case "alternative":
      return alternativeWorking(estimate, key.model, key.serviceTier);
  }
}
