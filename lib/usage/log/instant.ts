import { DAY_MS } from "@/lib/rates";
import { isoOf } from "../columns/dialect";

const TEN = 48;
/** `1.76E+09`: a spreadsheet left three digits of ten, months apart. */
const LOST_DIGITS = /^\d(?:\.\d{1,4})?e\+?(?:9|09|1\d)$/i;

/**
 * What a time was read as: nothing, a time of the calendar (UTC), or a number counted from the beginning of a
 * trace.
 */
export type InstantKind = "none" | "dated" | "counted";

/** The unit of a number too small to count from 1970. */
export type CountedIn = "seconds" | "milliseconds";

/**
 * Reads a time of ASCII bytes: `2024-05-10 00:00:00.0099300+00:00`, `2024-05-10T00:00:00Z`, a day, no zone
 * being UTC; or a number. A number counts from 1970 in seconds from 1e9, milliseconds from 1e11, microseconds
 * from 1e14, nanoseconds from 1e17; below, from the beginning of a trace. What is finer than 100 ns is cut.
 * One reader is used for all rows, so that reading makes no objects.
 */
export class InstantReader {
  ms = 0;
  /** 100 ns behind the whole milliseconds, 0 to 9,999. */
  ticks = 0;
  private readonly scratch = new Uint8Array(48);
  private dayKey = -1;
  private dayMs = 0;
  /** Whether a date that begins with day or month begins with the day; `null`: such dates are not read. */
  dayFirst: boolean | null = null;

  constructor(private readonly countedIn: CountedIn = "seconds") {}

  readText(text: string): InstantKind {
    const { scratch } = this;
    if (text.length > scratch.length) return "none";
    for (let at = 0; at < text.length; at++) scratch[at] = text.charCodeAt(at) < 128 ? text.charCodeAt(at) : 0;
    return this.read(scratch, 0, text.length);
  }

  readNumber(value: number): InstantKind {
    if (value >= 1e9 && value < 1e11 && Number.isInteger(value) && this.countedIn === "seconds") {
      this.ms = value * 1000;
      this.ticks = 0;
      return "dated";
    }
    return this.readText(String(value));
  }

  /** `bytes` from `from` to before `to`; blanks and quotes around it are passed over. */
  read(bytes: Uint8Array, from: number, to: number): InstantKind {
    while (from < to && (bytes[from] === 32 || bytes[from] === 34 || bytes[from] === 9)) from++;
    while (from < to && (bytes[to - 1] === 32 || bytes[to - 1] === 34 || bytes[to - 1] === 9)) to--;
    const size = to - from;
    if (this.dayFirst !== null && size >= 8 && size < 40 && bytes[from + 4] !== 45) {
      const iso = isoOf(String.fromCharCode(...bytes.subarray(from, to)), this.dayFirst);
      if (iso !== null) return this.readText(iso);
    }
    if (size >= 10 && (bytes[from + 4] === 45 || bytes[from + 4] === 47)) return this.readDate(bytes, from, to);
    return size > 0 ? this.readCount(bytes, from, to) : "none";
  }

  private readDate(bytes: Uint8Array, from: number, to: number): InstantKind {
    const two = (at: number) => {
      const tens = bytes[at]! - TEN;
      const ones = bytes[at + 1]! - TEN;
      return at + 1 < to && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    };
    const century = two(from);
    const year = two(from + 2);
    const month = two(from + 5);
    const day = two(from + 8);
    if (century < 0 || year < 0 || day < 1 || bytes[from + 7] !== bytes[from + 4]) return "none";
    const key = ((century * 100 + year) * 100 + month) * 100 + day;
    if (key !== this.dayKey) {
      if (month < 1 || month > 12 || day > daysIn(century * 100 + year, month)) return "none";
      this.dayKey = key;
      this.dayMs = (daysTo(century * 100 + year, month) + day - 1 - TO_1970) * DAY_MS;
    }
    let at = from + 10;
    this.ms = this.dayMs;
    this.ticks = 0;
    if (at === to) return "dated";
    if (bytes[at] !== 32 && bytes[at] !== 84 && bytes[at] !== 116) return "none";
    const hour = two(at + 1);
    const minute = two(at + 4);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || bytes[at + 3] !== 58) return "none";
    let second = 0;
    at += 6;
    if (bytes[at] === 58 && at < to) {
      second = two(at + 1);
      if (second < 0 || second > 60) return "none";
      at += 3;
      if ((bytes[at] === 46 || bytes[at] === 44) && at < to) at = this.readFraction(bytes, at + 1, to);
    }
    this.ms += ((hour * 60 + minute) * 60 + second) * 1000;
    return at === to || this.readZone(bytes, at, to) ? "dated" : "none";
  }

  /** Digits behind a second, to their end. */
  private readFraction(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    let value = 0;
    let digit = 0;
    for (; at < to && (digit = bytes[at]! - TEN) >= 0 && digit <= 9; at++)
      if (at - from < 7) value = value * 10 + digit;
    for (let more = at - from; more < 7; more++) value *= 10;
    const ms = Math.floor(value / 10_000);
    this.ms += ms;
    this.ticks = value - ms * 10_000;
    return at;
  }

  private readZone(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    while (at < to && bytes[at] === 32) at++;
    const rest = to - at;
    if (rest === 1) return bytes[at] === 90 || bytes[at] === 122;
    if (rest === 3 && bytes[at] === 85 && bytes[at + 1] === 84 && bytes[at + 2] === 67) return true;
    const sign = bytes[at] === 43 ? 1 : bytes[at] === 45 ? -1 : 0;
    const digits: number[] = [];
    for (let next = at + 1; next < to; next++) if (bytes[next] !== 58) digits.push(bytes[next]! - TEN);
    if (sign === 0 || (digits.length !== 2 && digits.length !== 4) || digits.some((digit) => digit < 0 || digit > 9))
      return false;
    const [a, b, c = 0, d = 0] = digits as [number, number, number?, number?];
    this.ms -= sign * ((a * 10 + b) * 60 + c * 10 + d) * 60_000;
    return true;
  }

  private readCount(bytes: Uint8Array, from: number, to: number): InstantKind {
    let whole = 0;
    while (from + whole < to && isDigit(bytes[from + whole]!)) whole++;
    let behind = 0;
    const point = bytes[from + whole] === 46 && from + whole < to ? 1 : 0;
    while (from + whole + point + behind < to && isDigit(bytes[from + whole + point + behind]!)) behind++;
    if (whole === 0 || from + whole + point + behind !== to) return this.readPowers(bytes, from, to);
    while (whole > 1 && bytes[from] === TEN) {
      from++;
      whole--;
    }
    const seconds = this.countedIn === "seconds" ? whole <= 11 : false;
    const finer = whole <= 17 ? -3 : -6;
    const ahead = whole + (seconds ? 3 : whole <= 14 ? 0 : finer);
    // Of the digits without the point, those ahead of the millisecond’s end, then four more.
    let ms = 0;
    let ticks = 0;
    const digits = whole + behind;
    for (let place = 0; place < ahead + 4; place++) {
      const digit = place < digits ? bytes[from + place + (place >= whole ? point : 0)]! - TEN : 0;
      if (place < ahead) ms = ms * 10 + digit;
      else ticks = ticks * 10 + digit;
    }
    this.ms = ms;
    this.ticks = ticks;
    return (this.countedIn === "seconds" ? whole >= 10 : whole >= 12) ? "dated" : "counted";
  }

  /** `1.7e9`, as spreadsheets write it; what is no number at all is no time. */
  private readPowers(bytes: Uint8Array, from: number, to: number): InstantKind {
    let text = "";
    for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
    const value = /^\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) && !LOST_DIGITS.test(text) ? Number(text) : NaN;
    if (!(value >= 0 && value < 1e20)) return "none";
    const plain = String(Math.round(value * 1e6) / 1e6);
    return plain.includes("e") ? "none" : this.readText(plain);
  }
}

const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days from the beginning of year 0 to the first of a month; `Date.UTC` takes years below 100 for others. */
function daysTo(year: number, month: number): number {
  let days = year * 365 + Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);
  for (let before = 1; before < month; before++) days += daysIn(year, before);
  return days;
}
const TO_1970 = daysTo(1970, 1);
