/** What Plan shows of an estimate. */
export { alternativesFinding, type AlternativeView, alternativesView, budgetView } from "./answers";
export { batchView } from "./batch";
export { type BillLine, type BillView, billView, type BillWorkload, keyFigures } from "./bill";
export { fixesView } from "./fixes/list";
export { limitsFinding, type LimitView, limitViews } from "./limits";
export { type TierHead, tiersView } from "./tiers";
export { pageTitle, peakRequests, verdictView } from "./verdict";
