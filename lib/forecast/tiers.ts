import { USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { compare, parseDecimal, type Exact } from "@/lib/money";

/** What must have been paid in all before each usage tier opens, lowest first; `null`: nothing. */
const THRESHOLDS = USAGE_TIERS.map(({ id, reachedAfterUsd }) => ({
  id,
  paid: reachedAfterUsd === null ? null : parseDecimal(reachedAfterUsd)!,
}));

/** The highest usage tier that a payment of `paid` in all has reached, never below `least`. */
export function tierReached(paid: Exact, least: UsageTierId): UsageTierId {
  const lowest = THRESHOLDS.findIndex(({ id }) => id === least);
  const reached = THRESHOLDS.findLastIndex((tier) => tier.paid === null || compare(tier.paid, paid) <= 0);
  return THRESHOLDS[Math.max(lowest, reached)]!.id;
}
