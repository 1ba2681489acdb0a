/** What things are called on screen: limits, tiers, dimensions, items, choices, workloads; and lists of names. */
export { ACCOUNTING_NAMES, ITEMS, SHORT_DIMENSIONS } from "./rows";
export {
  ARRIVAL_NAMES,
  DIMENSIONS,
  PER_LABELS,
  POLICY_NAMES,
  SERVICE_TIER_NAMES,
  SHAPE_NAMES,
  SIZE_NAMES,
} from "./tables";
export {
  capital,
  forLong,
  inTier,
  isPlural,
  isUnsold,
  listed,
  mostOutput,
  ofPool,
  ofTier,
  poolName,
  pricedTiers,
  tierWord,
  workloadName,
} from "./words";
