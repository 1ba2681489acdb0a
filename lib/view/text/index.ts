/** Formats, names and figures: how numbers, days and ids are put into words. */
export { decodeBacklogKey, decodePlanKey, decodeRunKey } from "./decode-figure-key";
export { figure, type Figure, plainText, type Sentence } from "./figure";
export {
  type BacklogFigureKey,
  type BacklogQuestion,
  encodeFigureKey,
  type FigureKey,
  type PlanFigureKey,
  type RunFigureKey,
} from "./figure-key";
export {
  formatCompact,
  formatDay,
  formatDuration,
  formatExact,
  formatFactor,
  formatNumber,
  formatPercent,
  formatRounded,
  formatTier,
  formatTimes,
  formatUnits,
  formatUsd,
  formatUsdText,
  shareOf,
  toGeometry,
  UNKNOWN,
  usdPlaces,
} from "./format";
export {
  ACCOUNTING_NAMES,
  capital,
  DIMENSIONS,
  inTier,
  isPlural,
  ITEMS,
  listed,
  ofTier,
  PER_LABELS,
  pricedTiers,
  SERVICE_TIER_NAMES,
  SHORT_DIMENSIONS,
  workloadName,
} from "./names";
export { formatCount, formatSpan } from "./span";
