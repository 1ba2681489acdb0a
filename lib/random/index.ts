/** Seeded random numbers, the same in every browser and in Node, and two distributions. */
export { Random } from "./random";
export { fillExponential } from "./exponential";
export { normalQuantile, normalShare } from "./normal";
