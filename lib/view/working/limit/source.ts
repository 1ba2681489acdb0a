import { usageTier, type Fact, type UsageTierId } from "@/lib/catalogue";
import { type Estimate } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { poolLimits } from "@/lib/facts";
import { poolName } from "@/lib/view/names";
import { formatTier, formatUsdText } from "@/lib/view/text";
import { number, shown, type Term } from "../term";

/**
 * A limit at a usage tier as a term, with the row it is from; `null` where none is published. `fact: null` is
 * one of the user’s own.
 */
export function limitTerm(
  estimate: Estimate,
  row: number,
  tier: UsageTierId,
): { readonly term: Term; readonly fact: Fact | null; readonly source: string } | null {
  const { demands, fit, facts, scenario } = estimate;
  const demand = demands[row]!;
  const limit = fit.tiers.find(({ usageTier: one }) => one === tier)!.limits[row];
  if (!limit) return null;
  const where = `${demand.dimension === "monthly-usage" ? "account" : poolName(demand.pool)}, ${formatTier(tier)}`;
  if (demand.dimension === "monthly-usage") {
    const own = tier === scenario.usageTier && scenario.monthlyUsageLimitUsd !== undefined;
    return {
      term: shown(
        formatUsdText(own ? scenario.monthlyUsageLimitUsd : usageTier(tier).monthlyUsageLimitUsd),
        monthlyUsageLimit(scenario, tier),
      ),
      fact: own ? null : usageTier(tier),
      source: own ? "your own" : where,
    };
  }
  const { row: published } = poolLimits(facts, demand.pool, tier, scenario.usageTier);
  const field = demand.dimension === "batch-queue" ? "batchQueueTokens" : demand.dimension;
  const own = published?.[field] !== limit.near;
  return { term: number(limit.near), fact: own ? null : published, source: own ? "your own" : where };
}
