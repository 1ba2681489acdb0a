import { isFailure, serviceTierNamed } from "../tally/row-draft";
import { modelNamed } from "@/lib/catalogue";
import { EARLIEST_MS, LATEST_MS, BLOCK_ROWS } from "../tally/rows";
import type { UsageTally } from "../tally/tally";
import { isYes } from "./cells";
import { InstantReader } from "./instant";
import type { Field, Layout } from "./layout";
import { QuickWords } from "./quick-words";

const LF = 10;
const CR = 13;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const CAPITAL_Z = 90;
/** The form `2024-05-10 00:00`, and where it has its colon. */
const TO_MINUTE = 16;
const COLON_AT = 13;
/** Numbers of so many digits are whole in 32 bits, which adds up quicker. */
const SMALL_DIGITS = 9;
const FOUR_ZEROS = 0x30303030;
/** Digits behind a second that are kept. */
const TICK_DIGITS = 7;
/** Numbers of more digits may be past what a row may tell. */
const MOST_DIGITS = 12;
/** After so many rows in turn that are not known, so many more are not tried. */
const MOST_UNKNOWN = 100;
const REST = 1_000;

/** What a column is read as. */
const PASSED = 0;
const NUMBER = 1;
const TIME = 2;
const UNTIL = 3;
const WORD = 4;

const NUMBERS = ["requests", "input", "cached", "output", "reasoning"] as const;

/**
 * Reads rows of a table straight into columns: those without quotes whose cells are whole numbers, times as
 * they are usually written, and words. All others it leaves to be read cell by cell, to the same end.
 */
export class QuickRows {
  private readonly kinds: Uint8Array;
  private readonly numbers: (Float64Array | undefined)[] = [];
  private readonly words: (QuickWords<unknown> | undefined)[] = [];
  private readonly model = new QuickWords(modelNamed);
  private readonly serviceTier = new QuickWords(serviceTierNamed);
  private readonly batch = new QuickWords(isYes);
  private readonly status = new QuickWords((word) => !isFailure(word));
  /** The group of each combination of words; -1 where it is not known yet. */
  private readonly groups = new Int16Array(QuickWords.MOST ** 3).fill(-1);
  private group = -1;
  private readonly instants: InstantReader;
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** The minute of the last date; its 16 bytes are kept as two numbers, which compare at once. */
  private minuteHead = NaN;
  private minuteTail = NaN;
  private minuteMs = 0;
  private unknown = 0;
  private resting = 0;
  sawLf = false;
  sawCrlf = false;

  private constructor(
    private readonly layout: Layout,
    private readonly tally: UsageTally,
    private readonly separator: number,
  ) {
    const { at, countedIn } = layout;
    const { rows } = tally;
    this.instants = new InstantReader(countedIn);
    this.kinds = new Uint8Array(Math.max(...Object.values(at)) + 1).fill(PASSED);
    rows.together = at.requests >= 0;
    rows.tells.time = at.time >= 0;
    rows.tells.cached = at.cached >= 0;
    rows.tells.reasoning = at.reasoning >= 0;
    if (at.time >= 0) this.kinds[at.time] = TIME;
    if (at.until >= 0) this.kinds[at.until] = UNTIL;
    for (const field of NUMBERS) {
      if (at[field] < 0) continue;
      this.kinds[at[field]] = NUMBER;
      this.numbers[at[field]] = rows[field];
    }
    for (const field of ["model", "serviceTier", "batch", "status"] as const) {
      if (at[field] < 0) continue;
      this.kinds[at[field]] = WORD;
      this.words[at[field]] = this[field];
    }
  }

  /** `null` for a layout with columns that need more than that. */
  static of(layout: Layout, tally: UsageTally, separator: number): QuickRows | null {
    const { at, together } = layout;
    const read = new Set<Field>([...NUMBERS, "model", "serviceTier", "batch", "status", "time", "until"]);
    const fields = (Object.keys(at) as Field[]).filter((field) => at[field] >= 0);
    const apart = new Set(fields.map((field) => at[field])).size === fields.length;
    const knows =
      apart && fields.every((field) => read.has(field)) && (at.requests >= 0 || (!together && at.until < 0));
    return knows ? new QuickRows(layout, tally, separator) : null;
  }

  /**
   * Reads whole rows from `from`; `end` is right behind a line feed. Gives back where the first row begins
   * that it does not know, or `end`.
   */
  read(buffer: Uint8Array, from: number, end: number): number {
    if (this.resting > 0) {
      this.resting--;
      return from;
    }
    if (this.view.buffer !== buffer.buffer)
      this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    const { tally, kinds, numbers, words, separator, view, instants, layout } = this;
    const { rows, isDated } = tally;
    const { ms, ticks, until, requests, input, cached, output, reasoning, group } = rows;
    const inSeconds = layout.countedIn === "seconds";
    const together = layout.at.requests >= 0;
    const { failedWithoutOutput } = layout;
    const tellsParts = rows.tells.cached || rows.tells.reasoning;
    const columns = kinds.length;
    // Bytes above it are inside of a cell.
    const highest = Math.max(separator, QUOTE);
    let { minuteHead, minuteTail, minuteMs } = this;
    let start = from;
    let row = rows.count;
    reading: while (start < end) {
      if (row === BLOCK_ROWS) {
        rows.count = row;
        tally.flush();
        row = 0;
      }
      let at = start;
      let byte = 0;
      for (let place = 0; place < columns; place++) {
        const kind = kinds[place]!;
        if (kind === PASSED) {
          for (;;) {
            while ((byte = buffer[at]!) > highest) at++;
            if (byte === separator || byte === LF || byte === CR) break;
            if (byte === QUOTE) break reading;
            at++;
          }
        } else if (kind === NUMBER) {
          const first = at;
          let low = 0;
          if (at + 4 < end) {
            // The digits among the next four bytes at once; which of them is the first that is none, tell the
            // high bits.
            const four = view.getInt32(at, true);
            const others = (four | (four - FOUR_ZEROS) | (four + 0x46464646)) & 0x80808080;
            const size = others === 0 ? 4 : (31 - Math.clz32(others & -others)) >>> 3;
            const digits = size === 0 ? 0 : (four ^ FOUR_ZEROS) << (32 - 8 * size);
            const pairs = (digits * 10 + (digits >>> 8)) & 0x00ff00ff;
            low = (pairs & 0xff) * 100 + (pairs >>> 16);
            at += size;
          }
          let digit = (buffer[at]! - ZERO) >>> 0;
          for (; digit <= 9 && at - first < SMALL_DIGITS; digit = (buffer[++at]! - ZERO) >>> 0)
            low = (low * 10 + digit) | 0;
          let value: number = low;
          for (; digit <= 9; digit = (buffer[++at]! - ZERO) >>> 0) value = value * 10 + digit;
          if (at === first) value = NaN;
          else if (buffer[at] === POINT) {
            do at++;
            while (buffer[at] === ZERO);
          }
          if (at - first > MOST_DIGITS) break reading;
          byte = buffer[at]!;
          numbers[place]![row] = value;
        } else if (kind === WORD) {
          const word = words[place]!;
          const { bytes } = word;
          let same = 0;
          while (same < bytes.length && buffer[at + same] === bytes[same]) same++;
          byte = buffer[at + same]!;
          if (same === bytes.length && (byte === separator || byte === LF || byte === CR) && word.place >= 0)
            at += same;
          else {
            const first = at;
            while ((byte = buffer[at]!) !== separator && byte !== LF && byte !== CR) {
              if (byte === QUOTE) break reading;
              at++;
            }
            if (!word.find(buffer, first, at)) break reading;
            this.group = -1;
          }
        } else {
          let dated = true;
          let wholeMs = 0;
          let fraction = 0;
          let digits = 0;
          const isDate = buffer[at + 4] === MINUS || buffer[at + 4] === SLASH;
          if (isDate) {
            if (at + TO_MINUTE > end) break reading;
            const head = view.getFloat64(at, true);
            const tail = view.getFloat64(at + 8, true);
            if (head !== minuteHead || tail !== minuteTail) {
              if (buffer[at + COLON_AT] !== COLON || instants.read(buffer, at, at + TO_MINUTE) !== "dated")
                break reading;
              minuteHead = this.minuteHead = head;
              minuteTail = this.minuteTail = tail;
              minuteMs = this.minuteMs = instants.ms;
            }
            wholeMs = minuteMs;
            at += TO_MINUTE;
            if (buffer[at] === COLON) {
              const tens = (buffer[at + 1]! - ZERO) >>> 0;
              const ones = (buffer[at + 2]! - ZERO) >>> 0;
              const second = tens * 10 + ones;
              if (tens > 9 || ones > 9 || second > 60) break reading;
              wholeMs += second * 1000;
              at += 3;
            } else if (buffer[at] === POINT) break reading;
          } else {
            const first = at;
            let low = 0;
            let digit = (buffer[at]! - ZERO) >>> 0;
            for (; digit <= 9 && at - first < SMALL_DIGITS; digit = (buffer[++at]! - ZERO) >>> 0)
              low = (low * 10 + digit) | 0;
            let value: number = low;
            for (; digit <= 9; digit = (buffer[++at]! - ZERO) >>> 0) value = value * 10 + digit;
            const whole = at - first;
            // A zero ahead does not count for what the number is counted in.
            if (whole === 0 || whole > 14 || (whole > 1 && buffer[first] === ZERO)) break reading;
            if (inSeconds && whole <= 11) {
              wholeMs = value * 1000;
              dated = whole >= 10;
            } else {
              if (buffer[at] === POINT) break reading;
              wholeMs = value;
              dated = inSeconds || whole >= 12;
            }
          }
          if (buffer[at] === POINT) {
            // Four digits at once, where there are as many.
            const four = at + 4 < end ? view.getInt32(at + 1, true) - FOUR_ZEROS : -1;
            if (((four | (four + 0x06060606)) & 0xf0f0f0f0) === 0) {
              const pairs = (four * 10 + (four >>> 8)) & 0x00ff00ff;
              fraction = (pairs & 0xff) * 100 + (pairs >>> 16);
              digits = 4;
              at += 4;
            }
            let digit = 0;
            while ((digit = (buffer[++at]! - ZERO) >>> 0) <= 9)
              if (digits++ < TICK_DIGITS) fraction = fraction * 10 + digit;
            for (; digits < TICK_DIGITS; digits++) fraction *= 10;
          }
          byte = buffer[at]!;
          if (isDate && byte !== separator && byte !== CR && byte !== LF) {
            if (byte === CAPITAL_Z) at++;
            else {
              const [a, b, c, d] = [
                buffer[at + 1]! - ZERO,
                buffer[at + 2]! - ZERO,
                buffer[at + 4]! - ZERO,
                buffer[at + 5]! - ZERO,
              ];
              if (
                (byte !== PLUS && byte !== MINUS) ||
                buffer[at + 3] !== COLON ||
                a >>> 0 > 9 ||
                b >>> 0 > 9 ||
                c >>> 0 > 9 ||
                d >>> 0 > 9
              )
                break reading;
              wholeMs -= (byte === PLUS ? 60_000 : -60_000) * ((a * 10 + b) * 60 + c * 10 + d);
              at += 6;
            }
            byte = buffer[at]!;
          }
          const more = (fraction / 10_000) | 0;
          wholeMs += more;
          if (kind === UNTIL) until[row] = wholeMs;
          else {
            if (dated !== isDated || wholeMs < EARLIEST_MS || wholeMs >= LATEST_MS) break reading;
            ms[row] = wholeMs;
            ticks[row] = fraction - more * 10_000;
          }
        }
        if (byte !== separator) {
          if (place < columns - 1 || (byte !== LF && byte !== CR)) break reading;
        } else at++;
      }
      // What is behind the columns that are read.
      if (byte === separator) {
        for (;;) {
          while ((byte = buffer[at]!) > QUOTE) at++;
          if (byte === LF || byte === CR) break;
          if (byte === QUOTE) break reading;
          at++;
        }
      }
      if (byte === CR && buffer[at + 1] !== LF) break reading;
      if (together ? !(requests[row]! > 0) : !(input[row]! >= 0) && !(output[row]! >= 0)) break reading;
      if (
        (tellsParts && (cached[row]! > input[row]! || reasoning[row]! > output[row]!)) ||
        (failedWithoutOutput && output[row] === 0)
      )
        break reading;
      if (this.group < 0) {
        this.group = this.groupOfWords();
        if (this.group < 0) break reading;
      }
      group[row++] = this.group;
      if (byte === CR) this.sawCrlf = true;
      else this.sawLf = true;
      start = at + (byte === CR ? 2 : 1);
    }
    rows.count = row;
    if (start > from) this.unknown = 0;
    else if (++this.unknown === MOST_UNKNOWN) {
      this.unknown = 0;
      this.resting = REST;
    }
    return start;
  }

  /** The group that the last words name; -1 where they tell of a failed request. */
  private groupOfWords(): number {
    const { model, serviceTier, batch, status, tally, groups } = this;
    if (status.place >= 0 && !status.meaning) return -1;
    const place =
      (Math.max(model.place, 0) * QuickWords.MOST + Math.max(serviceTier.place, 0)) * QuickWords.MOST +
      Math.max(batch.place, 0);
    if (groups[place]! < 0) {
      const tier = batch.place >= 0 && batch.meaning ? "batch" : serviceTier.place >= 0 ? serviceTier.meaning : null;
      groups[place] = tally.placeOf(model.place >= 0 ? model.meaning : null, tier ?? "standard");
    }
    return groups[place]!;
  }
}
