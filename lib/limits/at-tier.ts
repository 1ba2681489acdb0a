import { usageTier, type UsageTierId } from "@/lib/catalogue";
import { poolLimits, type ModelFacts } from "@/lib/facts";
import { fromNumber, parseDecimal, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { toNear, type Demand, type Limit, type LimitAtTier } from "./types";

const toLimit = (value: number | null): Limit | null =>
  value === null ? null : { exact: fromNumber(value), near: value };

/** The month's usage limit at `tier`, USD: the user's own at the scenario's tier, else the tier's. */
export function monthlyUsageLimit(scenario: Scenario, tier: UsageTierId): Exact {
  const own = tier === scenario.usageTier ? scenario.monthlyUsageLimitUsd : undefined;
  return parseDecimal(own ?? usageTier(tier).monthlyUsageLimitUsd)!;
}

/** What stands against each demand at `tier`, in the order of `demanded`. */
export function limitsFor(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  demanded: readonly Pick<Demand, "pool" | "dimension">[],
  tier: UsageTierId,
): LimitAtTier[] {
  // The demands of one pool stand together.
  let pool = "";
  let current: ReturnType<typeof poolLimits>;
  return demanded.map((row) => {
    if (row.dimension === "monthly-usage") {
      const usd = monthlyUsageLimit(scenario, tier);
      return { exact: usd, near: toNear(usd) };
    }
    if (row.pool !== pool) current = poolLimits(facts, (pool = row.pool), tier, scenario.usageTier);
    if (row.dimension === "rpd" || row.dimension === "tpd") return toLimit(current[row.dimension]) ?? undefined;
    return toLimit(row.dimension === "batch-queue" ? current.batchQueueTokens : current[row.dimension]);
  });
}
