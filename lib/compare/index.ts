/** The scenario on every model on sale and in every service tier: cost, fit, headroom, and what to move to. */
export { adviceOf, cheapestMove, type Move } from "./advice";
export { alternatives } from "./alternatives";
export { type Asked, askedOf, type Missed, missedOf } from "./asked";
export { scenarioOn } from "./on-model";
export { isAsEntered, isInUse } from "./now";
export { compareModels, rowOn } from "./rows";
export type { ComparedWorkload, CompareRow } from "./types";
