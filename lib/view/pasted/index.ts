/** What was read of a pasted text, what can be read in two ways, and what OpenAI would refuse of it. */
export { pastedView } from "./pasted";
export { openQuestions } from "./questions";
export { refusedLines } from "./refused";
