/** Months and days as a sentence or an axis says them. */
export { formatDate, formatMonth, formatShortMonth } from "./dates";
