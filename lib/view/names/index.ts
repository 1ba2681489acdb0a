/** What things are called on screen: limits, tiers, dimensions, items, choices, workloads; and lists of names. */
export { ACCOUNTING_NAMES, ITEMS, SHORT_DIMENSIONS } from "./rows";
export { PER_LABELS, SERVICE_TIER_NAMES } from "./tables";
export { ARRIVAL_NAMES, POLICY_NAMES, SHAPE_NAMES, SIZE_NAMES } from "./traffic";
export { DIMENSIONS, forLong, isPlural, isUnsold, mostOutput, onFree, ofPool, ofTier, poolName } from "./limits";
export { capital, inTier, listed, modelIn, pricedTiers, tierWord, workloadName } from "./words";
export { MEANINGS, termOf, type TermId } from "./terms";
export { inCases, shareText } from "./shares";
