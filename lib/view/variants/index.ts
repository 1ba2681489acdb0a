/** Variants beside their base: what they come to, what differs, and how they are made. */
export { stripView, type VariantCell, type VariantColumn, type StripView } from "./strip";
export { changesView, changeViews, type VariantChange } from "./changes";
export { asBase, doubledTraffic, allOnModel, renamed, withoutChanges, withoutVariant, withVariant } from "./make";
