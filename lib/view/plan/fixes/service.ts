import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { poolOf, type Scenario } from "@/lib/scenario";
import { formatFactor, formatTier, formatUsd } from "@/lib/view/text";
import { DIMENSIONS, listed, poolName, workloadName } from "@/lib/view/names";
import { type Fix, inUse } from "./parts";

const allBatch = (scenario: Scenario): Scenario => ({
  ...scenario,
  workloads: scenario.workloads.map((workload) => ({ ...workload, serviceTier: "batch" as const })),
});

/** All workloads in batch, and where that is not enough or cannot be told, why. */
export function batchFix(estimate: Estimate): Fix | null {
  const { scenario } = estimate;
  if (scenario.usageTier === "free" || scenario.workloads.every(({ serviceTier }) => serviceTier === "batch"))
    return null;
  const next = allBatch(scenario);
  const after = estimateOf(next);
  if (!after.cost.perMonth) return null;
  if (after.fit.fits)
    return {
      fits: true,
      text: `All in batch, ${inUse(after)}`,
      detail: `${formatUsd(after.cost.perMonth)} a month, if answers may wait up to 24 hours.`,
      label: "Try batch",
      scenario: next,
    };
  if (after.fit.fits === null) {
    const open = after.limits.find(({ limit }) => !limit)!;
    return {
      fits: null,
      text: "All in batch cannot be told",
      detail: `No batch queue is published for ${poolName(open.demand.pool)} at ${formatTier(scenario.usageTier)}.`,
      label: "",
      scenario: null,
    };
  }
  const row = after.limits.find(({ over }) => over);
  const why = row
    ? `Still ${formatFactor(row.utilisation!)} times ${formatTier(scenario.usageTier)}’s ${DIMENSIONS[row.demand.dimension].toLowerCase()} limit.`
    : "A request is as large there.";
  return { fits: false, text: "All in batch is not enough", detail: why, label: "", scenario: null };
}

/** Standard for the workloads whose service tier has no price on their model where standard has one. */
export function standardFix({ scenario, facts }: Estimate): Fix | null {
  const unpriced = scenario.workloads.filter(({ model, serviceTier }) => {
    const prices = facts.get(poolOf(model))!.price?.prices;
    return prices?.standard && !prices[serviceTier];
  });
  if (unpriced.length === 0) return null;
  const next = {
    ...scenario,
    workloads: scenario.workloads.map((workload) =>
      unpriced.includes(workload) ? { ...workload, serviceTier: "standard" as const } : workload,
    ),
  };
  const after = estimateOf(next);
  const names = listed(unpriced.map((workload) => workloadName(scenario, scenario.workloads.indexOf(workload))));
  const cost = after.cost.perMonth ? `${formatUsd(after.cost.perMonth)} a month` : "Another price is still missing";
  const { fits } = after.fit;
  const verdict =
    fits === null ? "; whether it fits cannot be told" : `; ${formatTier(scenario.usageTier)} is not enough`;
  return {
    fits,
    text: `${names} in standard${fits ? `, ${inUse(after)}` : ""}`,
    detail: `${cost}${fits ? "" : verdict}.`,
    label: "Try standard",
    scenario: next,
  };
}
