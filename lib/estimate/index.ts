/** Scenario in, estimate out; what compares, answers backwards and scales builds on it. */
export { estimate } from "./estimate";
export { NOTE_SEVERITY } from "./types";
export type { Binding, Estimate, Fit, LimitRow, Note, NoteCode, TierVerdict, Verdict } from "./types";
export { compareModels, type Alternative } from "./compare";
export { largestCap, requestsForBudget, scaleRequests, tierAnswers, type TierAnswer } from "./solve";
