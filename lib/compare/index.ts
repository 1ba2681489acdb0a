/** The scenario on every model on sale and in every service tier: cost, fit, headroom, in one order. */
export { alternatives, cheapestToMoveTo, rowOn } from "./alternatives";
export { scenarioOn } from "./on-model";
export { isAsEntered } from "./now";
export { compareModels } from "./rows";
export type { ComparedWorkload, CompareRow } from "./types";
