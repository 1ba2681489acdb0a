import { fromData } from "./from-data";
import usageTiers from "./data/usage-tiers.json" with { type: "json" };
import type { UsageTier, UsageTierId } from "./types";

/** The usage tiers, lowest first. */
export const USAGE_TIERS = fromData<readonly UsageTier[]>(usageTiers);

/** The row of a usage tier. */
export function usageTier(id: UsageTierId): UsageTier {
  return USAGE_TIERS[id === "free" ? 0 : id]!;
}
