/** estimate → sentences, rows and labels. The only place with number formats, and the only one where money becomes a float. */
export { alternativesFinding, alternativesView, budgetView, type AlternativeView, type BudgetView } from "./answers";
export {
  MODEL_ORDER_NAMES,
  MODEL_ORDERS,
  modelList,
  searchModels,
  sortModels,
  type ModelOrder,
  type ModelRow,
} from "./model-list";
export { successorsView, type ChangeView, type SuccessionView, type SuccessorView } from "./successors";
export { billView, keyFigures, type BillLine, type BillView } from "./bill";
export { figure, plainText, type Figure, type Sentence } from "./figure";
export { batchView, fixesView, type Fix } from "./fixes";
export { pinnedView } from "./pinned";
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
  formatUsd,
  formatUsdText,
  shareOf,
  UNKNOWN,
} from "./format";
export { limitsFinding, limitViews, type LimitState, type LimitView } from "./limits";
export {
  ACCOUNTING_NAMES,
  capital,
  DIMENSIONS,
  inTier,
  ITEMS,
  listed,
  PER_LABELS,
  pricedTiers,
  SERVICE_TIER_NAMES,
  workloadName,
} from "./names";
export { notesFinding, noteText, noteViews, type NoteAction, type NoteText, type NoteView } from "./notes";
export { refusalView, type RefusalsView } from "./refusal";
export type { RefusalView } from "./refusal-parts";
export { sourcesView, type SourceView } from "./sources";
export { tiersView, type TierHead } from "./tiers";
export { pageTitle, peakRequests, verdictView, type Tone, type VerdictView } from "./verdict";
export { accountingView, type AccountingView } from "./accounting";
export { formatTick, linearSteps, logAxis, logSteps, type Axis, type Tick } from "./chart-axis";
export { billChart, type BillBar, type BillChart } from "./chart-bill";
export { capChart, capWorkload, type CapChart } from "./chart-cap";
export { capPlot, capReadings, type CapLevel, type CapPlot } from "./chart-cap-plot";
export { priceChart, type PriceChart, type PriceKind } from "./chart-price";
export { type ChartTable, type ChartText, type Reading, type Undrawn } from "./chart-text";
export { tokensChart, type TokensChart } from "./chart-tokens";
export { tokensPlot, type TokensPlot } from "./chart-tokens-plot";
export { volumeChart, type VolumeChart } from "./chart-volume";
export { volumePlot, volumeReadings, type VolumePlot } from "./chart-volume-plot";
export { backlogAnnouncement, backlogContext, backlogKeys, backlogTitle, shownSplit } from "./backlog";
export { backlogVerdict, type BacklogVerdict } from "./backlog-verdict";
export { backlogAccounting } from "./backlog-accounting";
export { backlogPinned } from "./backlog-pinned";
export { backlogNotes, backlogSources, type BacklogNote } from "./backlog-notes";
export {
  backlogRows,
  backlogRowsFinding,
  backlogTiers,
  backlogTiersFinding,
  type BacklogCell,
  type BacklogRow,
  type BacklogTierRow,
} from "./backlog-rows";
export { type AskKey } from "./backlog-words";
export { frontierChart, type FrontierChart } from "./chart-frontier";
export { frontierPlot, type FrontierPlot } from "./chart-frontier-plot";
export { type TimeAxis } from "./chart-time";
export { wavesChart, type WaveBar, type WavesChart } from "./chart-waves";
export { formatCount, formatSpan } from "./span";
export {
  trafficAnnouncement,
  trafficContext,
  trafficFinding,
  trafficTitle,
  trafficVerdict,
  type TrafficVerdict,
} from "./traffic";
export { breakingView, type BreakMark, type BreakingView } from "./traffic-breaking";
export {
  latencyWanted,
  trafficFigure,
  trafficFigures,
  trafficKeys,
  type TrafficFigure,
  type TrafficGroup,
} from "./traffic-figures";
export { flowPlot, flowReadings, queueChart, throttledChart, type FlowChart, type FlowPlot } from "./traffic-flow";
export { loadChart, loadPlot, loadReadings, type LoadChart, type LoadPanel, type LoadPlot } from "./traffic-load";
export { policySides, tierSides, windowSides, type TrafficSide, type TrafficSides } from "./traffic-sides";
export { throttleViews, type ThrottleView } from "./traffic-throttle";
export { busiestPool } from "./traffic-time";
export { waitsChart, waitsPlot, waitsReadings, type WaitsChart, type WaitsPlot } from "./traffic-waits";
export { formatClock, formatWait, waitWords, type SimulatedTraffic } from "./traffic-words";
export {
  comparedModel,
  importCostFinding,
  importCosts,
  pickableModels,
  type ImportBills,
  type ImportCost,
} from "./import-cost";
export {
  importFlowFinding,
  importHead,
  importKeys,
  importPeaks,
  type ImportFigure,
  type ImportHead,
} from "./import-head";
export { sizesChart, type SizesChart, type SizesRow } from "./import-sizes";
export { hoursOfDay, requestsThroughTime, tokensThroughTime, type StackChart, type StackSeries } from "./import-stack";
export {
  costDays,
  costDaysFinding,
  MODELS_HEAD,
  modelRows,
  modelsFinding,
  readFinding,
  saidCost,
  SIZES_HEAD,
  sizeRows,
  sizesFinding,
  skippedRows,
  type ImportRow,
} from "./import-tables";
export { importTiers, type ImportTierCell, type ImportTierRow, type ImportTiers } from "./import-tiers";
export { nothingRead } from "./import-words";
export { COLUMN_USES, columnsFinding, formatBytes } from "./import-columns";
export { importScenario, replayRefusal, WORKLOADS_HEAD, workloadRows, workloadsFinding } from "./import-workloads";
export { promptView, type PromptView } from "./import-prompt";
