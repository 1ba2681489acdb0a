/** What things are called on screen: limits, tiers, dimensions, items, choices, workloads; and lists of names. */
export { ACCOUNTING_NAMES, DIMENSIONS, ITEMS, PER_LABELS, SERVICE_TIER_NAMES, SHORT_DIMENSIONS } from "./tables";
export { capital, inTier, isPlural, listed, ofTier, pricedTiers, workloadName } from "./words";
