/** Every fact a plan needs, dated and sourced: models, prices, limits by usage tier, usage tiers. */
export type {
  Confidence,
  Day,
  Fact,
  Limits,
  Model,
  PaidTier,
  PriceRow,
  Published,
  Source,
  SourceId,
  TierPrices,
  UsageTierId,
} from "./types";
export { BATCH_LIMITS } from "./batch-limits";
export { CHARGES } from "./charges";
export { CHECKED_ON } from "./checked-on";
export { LEFT_OUT_KINDS } from "./left-out";
export { fromData } from "./from-data";
export { MODELS, findModel, isEnding, isInputOnly, isRetired, limitsAt, priceOn } from "./models";
export { SOURCES } from "./sources";
export { successorsOf } from "./successors";
export { USAGE_TIERS, usageTier } from "./usage-tiers";
export { modelNamed } from "./model-name";
export { noteOf } from "./notes";
