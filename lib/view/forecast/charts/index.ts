/** The charts of Forecast: cost a month, and how much of each limit is used. */
export { type ForecastCostChart, forecastCostChart, type TierSpan } from "./cost";
export { type ForecastLimitsChart, forecastLimitsChart, type LimitPanel, HIGHEST_SHARE } from "./limits";
