/** What the data of every chart is made of: axes, ticks, tables, readings. */
export { type Axis, formatTick, linearSteps, logAxis, logRange, logSteps, type Tick, ticks, countAxis } from "./axis";
export {
  type ChartTable,
  type ChartText,
  checkedSource,
  formatGrowth,
  formatTraffic,
  type Reading,
  requestsAMinute,
  requestsText,
  type Undrawn,
  withTable,
} from "./text";
export { logTimeAxis, timeAxis, type TimeAxis } from "./time-axis";
