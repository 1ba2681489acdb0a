/** Variants of a scenario: other scenarios as their differences from it. */
export type { Variant } from "../types";
export { applyVariant, changesBetween } from "./variants";
