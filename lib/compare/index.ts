/** The scenario on every model on sale and in every service tier: cost, fit, headroom, in one order. */
export { alternatives, cheapestToMoveTo, rowOn } from "./alternatives";
export { scenarioOn, type ModelChoice } from "./on-model";
export { isAsEntered } from "./now";
export { compareModels } from "./rows";
export type { CompareCode, ComparedWorkload, CompareRow } from "./types";
