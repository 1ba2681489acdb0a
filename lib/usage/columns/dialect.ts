import { DAY_MS } from "@/lib/rates";
import { plainName, type Field, type FieldPlaces } from "./fields";
import type { Layout } from "./layout";

/**
 * What a person says of a table that can be read in two ways: which part of `05/10/2025` is the day, what
 * `5.000` is.
 */
export interface Readings {
  readonly dates?: "day-first" | "month-first";
  readonly numbers?: "decimal-point" | "decimal-comma";
}

/** A question that a table leaves open, with the cell that may be read in two ways. */
export interface OpenReading {
  readonly about: keyof Readings;
  readonly sample: string;
}

/** How the cells of a table are written. */
export interface Dialect {
  /** `59.200,00` is 59,200. */
  readonly decimalComma: boolean;
  /** The order of dates that begin with day or month; `null` where there are none, or it is open. */
  readonly dayFirst: boolean | null;
  readonly layout: Layout;
  readonly open: readonly OpenReading[];
  readonly remarks: readonly string[];
}

const COUNTS: readonly Field[] = [
  "requests",
  "input",
  "plain",
  "cached",
  "written",
  "output",
  "visible",
  "reasoning",
  "total",
];
/** As a spreadsheet writes 1760000000 in a narrow column. */
const SPOILED = /^\d[.,]?\d{0,4}E\+?\d{1,2}$/i;
/** A date that begins with day or month. */
export const LOCAL_DATE = /^(\d{1,2})([./-])(\d{1,2})\2\d{4}\b/;
const ISO_DATE = /^\d{4}[-/]\d\d[-/]\d\d/;
const COMMA_DECIMALS = /^-?(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+,\d+|\d+,\d{1,2}|0,\d+|\d{1,3}(?:\.\d{3}){2,})$/;
const POINT_DECIMALS = /^-?(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2}|0\.\d+|\d+\.\d{4,}|\d{1,3}(?:,\d{3}){2,})$/;
const IN_THREES = /^\d{1,3}\.\d{3}$/;

/** How a table is written, by its first rows; what they leave open is as `readings` say, or remains so. */
export function dialectOf(
  {
    names,
    rows,
    layout,
  }: { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly layout: Layout },
  readings: Readings,
): Dialect {
  const cellsAt = (place: number) =>
    place < 0 ? [] : rows.flatMap((row) => (row[place]?.trim() ? [row[place].trim()] : []));
  const times = timesOf(names, layout, cellsAt);
  const dates = cellsAt(times.layout.at.time).filter((cell) => LOCAL_DATE.test(cell));
  const numbers = numbersOf(layout.at, cellsAt, readings.numbers);
  const order = dateOrder(dates, cellsAt(times.layout.at.until), readings.dates);
  const isAsked = dates.length > 0 && order.dayFirst === null;
  const { layout: timed } = times;
  return {
    decimalComma: numbers.decimalComma,
    dayFirst: order.dayFirst,
    layout: isAsked ? { ...timed, at: { ...timed.at, time: -1, until: -1 } } : timed,
    open: [...order.open, ...numbers.open],
    remarks: isAsked ? [askedRemark(dates[0]!)] : times.remarks,
  };
}

/** What is said of a log while it is open how its dates are to be read. */
export const askedRemark = (date: string): string =>
  `Dates such as ${date} may begin with the day or the month; until that is said, sums stand without days.`;

/** A column of times that a spreadsheet spoiled gives way to another that has them. */
function timesOf(names: readonly string[], layout: Layout, cellsAt: (place: number) => readonly string[]) {
  const { at } = layout;
  const spoiled = cellsAt(at.time);
  if (spoiled.length === 0 || !spoiled.every((cell) => SPOILED.test(cell))) return { layout, remarks: [] };
  const isTime = (place: number) => {
    const cells = cellsAt(place);
    return cells.length > 0 && cells.every((cell) => ISO_DATE.test(cell) || LOCAL_DATE.test(cell));
  };
  const others = names.flatMap((name, place) =>
    isTime(place) ? [{ place, isEnd: plainName(name).includes("end") }] : [],
  );
  const time = others.find(({ isEnd }) => !isEnd)?.place ?? -1;
  const until = at.until < 0 ? -1 : (others.find(({ isEnd }) => isEnd)?.place ?? -1);
  const lost = `The times in ${names[at.time]} lost their digits in a spreadsheet (${spoiled[0]})`;
  return {
    layout: { ...layout, at: { ...at, time, until } },
    remarks: [time < 0 ? `${lost}; the sums stand without days.` : `${lost}; those in ${names[time]} are read.`],
  };
}

/** Which of day and month such dates begin with, by themselves, the times they end at, or what was chosen. */
export function dateOrder(
  dates: readonly string[],
  ends: readonly string[],
  chosen: Readings["dates"],
): { dayFirst: boolean | null; open: readonly OpenReading[] } {
  if (dates.length === 0) return { dayFirst: null, open: [] };
  const parts = dates.map((cell) => LOCAL_DATE.exec(cell)!);
  if (parts.some(([, first, sign]) => Number(first) > 12 || sign === ".")) return { dayFirst: true, open: [] };
  if (parts.some(([, , , second]) => Number(second) > 12)) return { dayFirst: false, open: [] };
  const inDays = [true, false].filter((dayFirst) => isDaily(dates, ends, dayFirst));
  if (inDays.length === 1) return { dayFirst: inDays[0]!, open: [] };
  // Every day of such a table may be a month: it is asked, and both readings are shown.
  if (chosen) return { dayFirst: chosen === "day-first", open: [{ about: "dates", sample: dates[0]! }] };
  const isOne = parts.every(([, first, , second]) => first === second);
  return isOne ? { dayFirst: true, open: [] } : { dayFirst: null, open: [{ about: "dates", sample: dates[0]! }] };
}

/** Whether each time ends a day after it begins, in one order of day and month. */
function isDaily(dates: readonly string[], ends: readonly string[], dayFirst: boolean): boolean {
  const dayOf = (cell: string) => Date.parse(`${isoOf(cell, dayFirst)}Z`) / DAY_MS;
  return ends.length >= dates.length && dates.every((cell, at) => dayOf(ends[at]!) - dayOf(cell) === 1);
}

function numbersOf(
  at: FieldPlaces,
  cellsAt: (place: number) => readonly string[],
  chosen: Readings["numbers"],
): { decimalComma: boolean; open: readonly OpenReading[] } {
  const counts = COUNTS.flatMap((field) => cellsAt(at[field]));
  const all = [...counts, ...cellsAt(at.cost)];
  if (all.some((cell) => COMMA_DECIMALS.test(cell))) return { decimalComma: true, open: [] };
  if (all.some((cell) => POINT_DECIMALS.test(cell))) return { decimalComma: false, open: [] };
  const threes = counts.filter((cell) => IN_THREES.test(cell));
  // A part of a token is no count, so that the point stands between thousands.
  if (threes.some((cell) => !cell.endsWith("000"))) return { decimalComma: true, open: [] };
  if (threes.length === 0) return { decimalComma: false, open: [] };
  return { decimalComma: chosen === "decimal-comma", open: [{ about: "numbers", sample: threes[0]! }] };
}

/** A number with a comma before its decimals as one with a point. */
export const withPoint = (text: string): string => text.replace(/[.\u00a0\u202f ]/g, "").replace(",", ".");

const LOCAL_TIME =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]m)?)?$/i;

/** `05.10.2025 00:00` as `2025-10-05T00:00:00`; `null` for anything else. */
export function isoOf(text: string, dayFirst: boolean): string | null {
  const match = LOCAL_TIME.exec(text.trim());
  if (!match) return null;
  const [, first, second, year, hour = "0", minute = "00", seconds = "00", half] = match;
  const [day, month] = dayFirst ? [first!, second!] : [second!, first!];
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  const two = (value: string | number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${seconds}`;
}
