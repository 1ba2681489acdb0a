/** Variants of a scenario: other scenarios as their leastChanges from it. */
export type { Variant } from "../types";
export { applyVariant, changesBetween } from "./variants";
