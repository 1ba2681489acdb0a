/** Seeded randomness: one seed and stream, one sequence, in every engine. */
export { Random } from "./random";
export { fillExponential } from "./exponential";
