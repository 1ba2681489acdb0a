import { USAGE_TIERS } from "@/lib/catalogue";
import { scaledEstimate, type Estimate } from "@/lib/estimate";
import { type Demand } from "@/lib/limits";
import { compare, ONE, sum, toNumber } from "@/lib/money";
import { MONTH_HOURS, partCost } from "./spending";
import type { MonthPart } from "./types";

/** The demands of all parts, those of one pool together: of one that several parts have the larger peak. */
function demandsOf(parts: readonly MonthPart[]): Demand[] {
  const pools = new Map<string, Map<string, Demand>>();
  for (const { base } of parts)
    for (const row of base.demands.slice(0, -1)) {
      const rows = pools.get(row.pool) ?? new Map<string, Demand>();
      const known = rows.get(row.dimension);
      if (!known || (row.peak && known.peak && compare(row.peak, known.peak) > 0)) rows.set(row.dimension, row);
      pools.set(row.pool, rows);
    }
  return [...pools.values()].flatMap((rows) => [...rows.values()]);
}

/**
 * What the parts of a month come to as one estimate: cost by their hours, the demands of all their pools, each as high
 * as in its own part. Its workloads are those of every part, each for a whole month.
 */
export function mixedEstimate(parts: readonly MonthPart[]): Estimate {
  const [first] = parts;
  if (parts.length === 1 && first!.hours === MONTH_HOURS) return first!.base;
  const { base } = parts.at(-1)!;
  const costs = parts.map((part) => (part.base.cost.perMonth ? partCost(part, ONE) : null));
  const known = costs.filter((cost) => cost !== null);
  const perMonth = known.length === costs.length ? sum(known) : null;
  const usage: Demand = {
    pool: "account",
    dimension: "monthly-usage",
    mean: perMonth,
    peak: perMonth,
    nearPeak: perMonth ? toNumber(perMonth) : 0,
  };
  const whole: Estimate = {
    ...base,
    scenario: { ...base.scenario, workloads: parts.flatMap((part) => part.base.scenario.workloads) },
    facts: new Map(parts.flatMap((part) => [...part.base.facts])),
    cost: { ...base.cost, perMonth, workloads: parts.flatMap((part) => part.base.cost.workloads) },
    demands: [...demandsOf(parts), usage],
  };
  const tiers = USAGE_TIERS.map(({ id }) => scaledEstimate(whole, ONE, id).verdict);
  const { limits, verdict } = scaledEstimate(whole, ONE, whole.scenario.usageTier);
  return { ...whole, limits, fit: { ...base.fit, ...verdict, tiers } };
}
