/**
 * Exact amounts. Everything between a price and a displayed amount is a fraction of two bigints:
 * multiply first, divide last, round once.
 */
export type { Exact } from "./exact";
export { ZERO, ONE, add, compare, divide, exact, fromNumber, multiply, subtract, sum, toNumber } from "./exact";
export { parseDecimal, roundHalfEven, toFixedText, toShortestText } from "./decimal";
export { allocate, toUnits } from "./allocate";
export { shareOf, toGeometry } from "./geometry";
