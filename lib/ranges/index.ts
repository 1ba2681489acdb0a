/** Fields whose mean is not known: what follows from their ranges, and which of them matter. */
export { drawnCosts, quantilesOf, rangeOf, shareWithin, workloadCostRanges } from "./range";
export type { Driver, Quantiles, RangeResult } from "./types";
