/** What was read of a pasted text before it goes into a workload, and what can be read in two ways. */
export { pastedView } from "./pasted";
export { openQuestions } from "./questions";
