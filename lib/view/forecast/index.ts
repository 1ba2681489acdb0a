/** What Forecast shows of a scenario month by month. */
export { type EventView, eventViews } from "./events";
export { type FitsRow, fitsText, fitsView } from "./fits";
export { forecastAnnouncement, forecastContext, forecastKeys, forecastTitle } from "./head";
export { allowedIn, type MonthRow, monthsView, requestsAMinuteNow } from "./months";
export { forecastVerdict } from "./verdict";
export { growthText } from "./words";
