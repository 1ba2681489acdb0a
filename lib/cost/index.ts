/** Usage × price: the exact bill of a scenario, line by line. */
export { cost } from "./cost";
export { isPayable, monthlyCost, splitTotals, usageTotals } from "./totals";
export type { Cost, Item, LineItem, TokenItem, ToolItem, WorkloadCost } from "./types";
