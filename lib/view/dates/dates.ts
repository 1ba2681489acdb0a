const NBSP = "\u00a0";
const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The month a day is in: `July 2027`. */
export function formatMonth(day: string): string {
  const [year, month] = day.split("-");
  return `${LONG_MONTHS[Number(month) - 1]}${NBSP}${year}`;
}

/** The month a day is in, for an axis: `Jul 2027`. */
export function formatShortMonth(day: string): string {
  const [year, month] = day.split("-");
  return `${LONG_MONTHS[Number(month) - 1]!.slice(0, 3)}${NBSP}${year}`;
}

/** A day in a sentence: `3 December`, with the year where it is not that of `beside`. */
export function formatDate(day: string, beside: string): string {
  const [year, month, date] = day.split("-");
  const near = year === beside.split("-")[0];
  return `${Number(date)}${NBSP}${LONG_MONTHS[Number(month) - 1]}${near ? "" : `${NBSP}${year}`}`;
}
