/** Pools, what a scenario demands of them, what a usage tier allows, and what binds first. */
export { limitsFor, monthlyUsageLimit } from "./at-tier";
export { addPoolSums, demands, demandsOf, scaleDemand, sumsByPool, sumsOf, type PoolSums } from "./demands";
export { bindsFirst, headroom, isOver, utilisation } from "./headroom";
export type { Demand, Dimension, Limit, LimitAtTier } from "./types";
