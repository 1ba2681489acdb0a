const two = (n: number) => String(n).padStart(2, "0");

/** The days of a month of the calendar, 1 for January. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/**
 * The day that is `months` calendar months after `day` (`YYYY-MM-DD`). A day that its month does not have is the
 * last one it has: a month after 31 January is 28 February, two months after it 31 March.
 */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${String(toYear).padStart(4, "0")}-${two(toMonth)}-${two(Math.min(date, daysIn(toYear, toMonth)))}`;
}

/** The day that is `days` whole days after `day`. */
export function daysAfter(day: string, days: number): string {
  let [year, month, date] = day.split("-").map(Number) as [number, number, number];
  date += days;
  while (date > daysIn(year, month)) {
    date -= daysIn(year, month);
    month = (month % 12) + 1;
    if (month === 1) year += 1;
  }
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/** The whole days from `day` to the later day `until`. */
export function daysBetween(day: string, until: string): number {
  const [year, month] = day.split("-").map(Number) as [number, number, number];
  const [toYear, toMonth] = until.split("-").map(Number) as [number, number, number];
  let days = Number(until.slice(-2)) - Number(day.slice(-2));
  for (let at = year * 12 + month - 1; at < toYear * 12 + toMonth - 1; at++)
    days += daysIn(Math.floor(at / 12), (at % 12) + 1);
  return days;
}

/** The whole calendar months from `day` to the later day `until`. */
export function wholeMonthsBetween(day: string, until: string): number {
  let months = 0;
  while (monthsAfter(day, months + 1) <= until) months++;
  return months;
}
