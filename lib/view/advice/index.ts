/** What to move to, in one sentence for every page, with a press for each model it names. */
export { type AdviceMove, type AdviceView, adviceView, cheapestAdvice, moveTo, namedAdvice } from "./advice";
export { holdsText } from "./holds";
