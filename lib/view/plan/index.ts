/** What Plan shows of an estimate. */
export { alternativesFinding, type AlternativeView, alternativesView, budgetView } from "./answers";
export { batchView } from "./batch";
export { type BillLine, type BillView, billView, type BillWorkload } from "./bill";
export { lineLabel } from "./bill-line";
export { fixesView } from "./fixes/list";
export { keyFigures } from "./key-figures";
export { limitsFinding, type LimitView, limitViews } from "./limits";
export { peakRequests } from "./peak-requests";
export { type TierHead, tiersView } from "./tiers";
export { pageTitle, tabTitle, verdictView } from "./verdict";
