/** Every figure’s own formula with its numbers, its rule, its source and the day it was checked. */
export { workingOf, type Working, type WorkingStep } from "./working";
