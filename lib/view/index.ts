/** estimate → sentences, rows and labels. The only place with number formats, and the only one where money becomes a float. */
export { alternativesFinding, alternativesView, budgetView, type AlternativeView, type BudgetView } from "./answers";
export { billView, keyFigures, type BillLine, type BillView } from "./bill";
export { figure, plainText, type Figure, type Sentence } from "./figure";
export { batchView, fixesView, type Fix } from "./fixes";
export { pinnedView } from "./pinned";
export { formatCompact, formatDay, formatDuration, formatExact, formatFactor, formatNumber, formatPercent, formatRounded, formatTier, formatTimes, formatUsd, formatUsdText, shareOf, UNKNOWN } from "./format";
export { limitsFinding, limitViews, type LimitState, type LimitView } from "./limits";
export { ACCOUNTING_NAMES, capital, DIMENSIONS, ITEMS, listed, PER_LABELS, SERVICE_TIER_NAMES, successorOf, workloadName } from "./names";
export { notesFinding, noteText, noteViews, type NoteAction, type NoteText, type NoteView } from "./notes";
export { sourcesView, type SourceView } from "./sources";
export { tiersView, type TierHead } from "./tiers";
export { pageTitle, peakRequests, verdictView, type Tone, type VerdictView } from "./verdict";
export { accountingView } from "./accounting";
