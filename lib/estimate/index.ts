/** Scenario in, estimate out; with what compares estimates, solves them for a figure, and costs a log. */
export { estimate } from "./estimate";
export { NOTE_SEVERITY } from "./types";
export type { Binding, Estimate, LimitRow, Note, NoteCode, Verdict } from "./types";
export type { Differences } from "./differences";
export { movedTo, namedNext } from "./moved";
export { scaledEstimate } from "./scaled";
export { successors, type SuccessorStep } from "./succession";
export { largestCap, requestsForBudget, scaleRequests, tierAnswers } from "./solve";
export { usageCost, type UsageBill } from "./usage-cost";
export { usageFit, type PeakAgainst, type UsageFit, type UsagePool } from "./usage-fit";
export { checkWorkload } from "./checks";
export { variantEstimates } from "./variants";
export { judgeScenario } from "./judge";
export { isTooLarge } from "./too-large";
