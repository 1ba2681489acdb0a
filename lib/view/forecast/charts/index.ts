/** The charts of Forecast: cost a month, and how much of each limit is used. */
export { type CostPoint, type ForecastCostChart, forecastCostChart } from "./cost";
export type { TierSpan } from "./tier-spans";
export { type ForecastLimitsChart, forecastLimitsChart, type LimitPanel, HIGHEST_SHARE } from "./limits";
export type { SharePoint } from "./limit-series";
