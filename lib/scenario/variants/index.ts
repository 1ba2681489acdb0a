/** Variants of a scenario: other scenarios as their leastChanges from it. */
export type { Variant } from "../types";
export { followItems, withWorkloads } from "./follow";
export { applyVariant, changesBetween, withoutRefused } from "./variants";
