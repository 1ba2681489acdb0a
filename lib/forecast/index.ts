/** A scenario month by month as its requests grow: cost, limits, the usage tier as it follows what is paid. */
export { daysAfter, daysBetween, monthsAfter, wholeMonthsBetween } from "./calendar";
export { budgetShares, rangeOfToday, totalRange } from "./band";
export { continuedForecast, forecast, forecastAndFurther } from "./forecast";
export { growthFactor, straightFactor } from "./growth";
export { dearestMonth, growthThatFits, type JustFits } from "./just-fits";
export { daySpent, hoursUntil, MONTH_HOURS, passingPart } from "./spending";
export type { Forecast, ForecastEvent, ForecastMonth, ModelChange, MonthPart } from "./types";
