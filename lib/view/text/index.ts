/** Formats and figures: how numbers, days and spans are put into words, and which working a figure has. */
export { formatDuration } from "./duration";
export {
  decodeBacklogKey,
  decodeCompareKey,
  decodeForecastKey,
  decodePlanKey,
  decodeRunKey,
} from "./decode-figure-key";
export { figure, type Figure, plainText, type Sentence } from "./figure";
export { type BacklogFigureKey, encodeFigureKey, type FigureKey, type RunFigureKey } from "./figure-key";
export { formatExact, formatUnits } from "./columns";
export { formatCompact, formatTimes } from "./compact";
export {
  formatDay,
  formatFactor,
  formatNumber,
  formatPercent,
  formatRounded,
  formatTier,
  formatUsd,
  formatUsdText,
  UNKNOWN,
  usdPlaces,
} from "./format";
export { formatCount, formatSpan } from "./span";
