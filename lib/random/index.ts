/** Seeded random numbers: one seed and stream give the same sequence in every browser and in Node. */
export { Random } from "./random";
export { fillExponential } from "./exponential";
