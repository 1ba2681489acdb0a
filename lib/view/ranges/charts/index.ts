/** The charts of what ranges make of a month. */
export { monthsChart, type MonthMark, type MonthsChart } from "./months";
export { costSwings, headroomSwings, type SwingsChart } from "./swings";
