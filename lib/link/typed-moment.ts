import { isDay } from "@/lib/fields";
import { NUMBERS } from "@/lib/scenario";
import { parseHours } from "./typed-span";
import type { Typed } from "./typed-unit";

/** A moment on a wall clock; `month` 1–12. */
interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** The clock of whoever types: the moment it shows now, and the milliseconds since 1970 at a moment on it. */
export interface WallClock {
  readonly now: WallTime;
  readonly toMs: (time: WallTime) => number;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const CLOCK = String.raw`(?:\s*,\s*|\s+|t)(\d{1,2}):(\d{2})$`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${CLOCK}`, "i");
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?${CLOCK}`, "i");
const MONTH_FIRST = new RegExp(String.raw`^([a-z]{3,9})\.?\s*(\d{1,2})(?:\s*,?\s+(\d{4}))?${CLOCK}`, "i");

/** The number of a month named by its first three letters or more; 0 for none. */
const monthNamed = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

/** Whether a wall clock can show it; `24:00` is no time, 29 February only in a leap year. */
function isMoment({ year, month, day, hour, minute }: WallTime): boolean {
  const two = (part: number) => String(part).padStart(2, "0");
  return isDay(`${year}-${two(month)}-${two(day)}`) && hour < 24 && minute < 60;
}

/** A day and an hour as typed; a year that is left out is 0. `null`: it is none. */
function readMoment(text: string): WallTime | null {
  const iso = ISO.exec(text);
  if (iso) {
    const [year, month, day, hour, minute] = iso.slice(1).map(Number) as [number, number, number, number, number];
    return { year, month, day, hour, minute };
  }
  const dayFirst = DAY_FIRST.exec(text);
  const parts = dayFirst ?? MONTH_FIRST.exec(text);
  if (!parts) return null;
  const [day, name] = dayFirst ? [parts[1]!, parts[2]!] : [parts[2]!, parts[1]!];
  const month = monthNamed(name);
  const [year, hour, minute] = [parts[3] ?? 0, parts[4]!, parts[5]!].map(Number) as [number, number, number];
  return month ? { year, month, day: Number(day), hour, minute } : null;
}

/**
 * Typed hours until a deadline: a span as `parseHours` takes it, or a day and an hour of the clock, `2026-12-01 18:00`
 * or `1 Dec 18:00`, which without a year is the next one. Hours are cut after three decimals, so that the deadline
 * is never passed.
 */
export function parseDeadline(text: string, { now, toMs }: WallClock): Typed<number> {
  const said = text.trim();
  const typed = readMoment(said);
  if (!typed) return parseHours(text);
  const nowMs = toMs(now);
  const inYear = (year: number) => ({ ...typed, year });
  const years = typed.year ? [typed.year] : Array.from({ length: 9 }, (_, n) => now.year + n);
  const real = years.map(inYear).filter(isMoment);
  if (real.length === 0) return { error: `${said} is no day and hour; give one such as 2026-12-01 18:00` };
  const next = real.find((moment) => toMs(moment) > nowMs);
  if (!next) return { error: `${said} has passed` };
  const value = Math.floor((toMs(next) - nowMs) / 3600) / 1000;
  if (value > NUMBERS.deadlineHours.max) return { error: `${said} is more than ten years away` };
  return value > 0 ? { value } : { error: `${said} has passed` };
}
