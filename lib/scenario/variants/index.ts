/** Variants of a scenario: other scenarios as their differences from it. */
export type { Variant } from "../types";
export { followItems, withWorkloads } from "./follow";
export { applyVariant, changesBetween, valueIn, withoutRefused } from "./variants";
