/** What was read of a pasted usage object or sentence, before it goes into a workload. */
export { pastedView } from "./pasted";
