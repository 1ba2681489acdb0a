import { CHECKED_ON } from "./checked-on";
import type { UsageTier, UsageTierId } from "./types";

const fact = { source: "rate-limits", checkedOn: CHECKED_ON, confidence: "high" } as const;

/** The usage tiers, lowest first. */
export const USAGE_TIERS: readonly UsageTier[] = [
  {
    id: "free",
    reachedAfterUsd: null,
    formerDaysSincePayment: null,
    monthlyUsageLimitUsd: "100",
    ...fact,
    note: "Open in the countries OpenAI allows.",
  },
  { id: 1, reachedAfterUsd: "5", formerDaysSincePayment: null, monthlyUsageLimitUsd: "100", ...fact },
  { id: 2, reachedAfterUsd: "50", formerDaysSincePayment: 7, monthlyUsageLimitUsd: "500", ...fact },
  { id: 3, reachedAfterUsd: "100", formerDaysSincePayment: 7, monthlyUsageLimitUsd: "1000", ...fact },
  { id: 4, reachedAfterUsd: "250", formerDaysSincePayment: 14, monthlyUsageLimitUsd: "5000", ...fact },
  { id: 5, reachedAfterUsd: "1000", formerDaysSincePayment: 30, monthlyUsageLimitUsd: "200000", ...fact },
];

/** The row of a usage tier. */
export function usageTier(id: UsageTierId): UsageTier {
  return USAGE_TIERS[id === "free" ? 0 : id]!;
}
