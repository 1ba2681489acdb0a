/** A scenario month by month as its requests grow: cost, limits, the usage tier as it follows what is paid. */
export { daysAfter, monthsAfter } from "./calendar";
export { forecast } from "./forecast";
export { growthFactor, straightFactor } from "./growth";
export { dearestMonth, growthThatFits, type JustFits } from "./just-fits";
export type { Forecast, ForecastEvent, ForecastMonth } from "./types";
