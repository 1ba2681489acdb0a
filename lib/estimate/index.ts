/** Scenario in, estimate out; what compares, answers backwards and scales builds on it. */
export { estimate } from "./estimate";
export { isTooLarge } from "./fit";
export { NOTE_SEVERITY } from "./types";
export type { Binding, Estimate, Fit, LimitRow, Note, NoteCode, TierVerdict, Verdict } from "./types";
export { alternativeOn, alternatives, type Alternative } from "./compare";
export type { Differences, Pair } from "./differences";
export { successors, type Succession, type SuccessorStep } from "./succession";
export { largestCap, requestsForBudget, scaleRequests, tierAnswers, type TierAnswer } from "./solve";
export { usageCost, type UsageBill, type UsageAlternative } from "./usage-cost";
export { usageFit, type PeakAgainst, type UsageFit, type UsagePool, type UsageTierFit } from "./usage-fit";
