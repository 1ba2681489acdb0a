/** What Forecast shows of a scenario month by month. */
export { emptyForecast, emptyTitle, type EmptyView } from "./empty";
export { type EventView, eventView, eventViews } from "./events";
export { fitsText, fitsView } from "./fits";
export { forecastAnnouncement, forecastContext, forecastKeys, forecastTitle } from "./head";
export { growthHint, lastText, paidText, rangeTexts, workloadSummaries } from "./inputs";
export { allowedIn, type MonthRow, monthsView, rateText, requestsAMinuteNow, requestsOfMonth } from "./months";
export { forecastSources } from "./sources";
export { forecastVerdict } from "./verdict";
export { growthText, wholeUsdText } from "./words";
