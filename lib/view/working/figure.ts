import type { UsageTierId } from "@/lib/catalogue";
import type { Item } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import type { Working } from "./compose";
import {
  alternativeWorking,
  budgetWorking,
  keyWorking,
  lineWorking,
  monthWorking,
  savingWorking,
  serviceWorking,
  workloadWorking,
} from "./cost";
import { capWorking, chargeWorking, hoursWorking, limitWorking, tierWorking } from "./limit";

/** The working of the figure with this key, or `null` where the estimate has no such figure (any more). */
export function workingOf(key: string, estimate: Estimate): Working | null {
  const [what, first, second] = key.split(".");
  const index = Number(first);
  const tier = (text: string | undefined): UsageTierId =>
    text === undefined ? estimate.scenario.usageTier : text === "free" ? text : (Number(text) as 1);
  switch (what) {
    case "month":
      return monthWorking(estimate);
    case "year":
    case "day":
    case "thousand":
    case "request":
      return keyWorking(estimate, what);
    case "standard":
    case "batch":
      return serviceWorking(estimate, what);
    case "saving":
      return savingWorking(estimate);
    case "hours":
      return estimate.fit.hoursToUsageLimit === null ? null : hoursWorking(estimate);
    case "w":
      if (!estimate.cost.workloads[index]) return null;
      if (second === "month") return workloadWorking(estimate, index);
      return estimate.cost.workloads[index].lineItems.some(({ item }) => item === second)
        ? lineWorking(estimate, index, second as Item)
        : null;
    case "charge":
      return estimate.scenario.workloads[index] ? chargeWorking(estimate, index) : null;
    case "u":
      return estimate.demands[index] ? limitWorking(estimate, index, tier(second), "utilisation") : null;
    case "h":
    case "scale":
      return tierWorking(estimate, tier(first));
    case "hr":
      return estimate.demands[index] ? limitWorking(estimate, index, tier(undefined), "headroom") : null;
    case "rates":
      return tierWorking(estimate, tier(first), true);
    case "cap":
      return estimate.scenario.workloads[index] ? capWorking(estimate, index, tier(second)) : null;
    case "budget":
    case "buys":
      return estimate.scenario.monthlyBudgetUsd === undefined ? null : budgetWorking(estimate, what);
    case "alt":
      return alternativeWorking(estimate, key.slice(4, key.lastIndexOf(".")), key.slice(key.lastIndexOf(".") + 1));
    default:
      return null;
  }
}
