/** The charts of Import: their points, axes, tables and readings. */
export { sizesChart, type SizesChart, type SizesRow } from "./sizes";
export type { StackChart, StackSeries } from "./stack";
export { hoursOfDay } from "./hours";
export { requestsThroughTime } from "./requests";
export { tokensThroughTime } from "./tokens";
