/** Variants of a scenario: other scenarios as their differences from it. */
export type { Variant } from "../types";
export { followItems, withModelRenamed } from "./follow";
export { applyVariant, changesBetween, valueIn, withoutRefused } from "./variants";
