/* eslint-disable max-depth -- one pass over bytes; each call in it would be paid a hundred million times */
import { isFailure, serviceTierNamed } from "../tally/row-draft";
import { loggedModel } from "./logged-model";
import { EARLIEST_MS, LATEST_MS, BLOCK_ROWS } from "../tally/rows";
import type { UsageTally } from "../tally/tally";
import { isYes } from "./cells";
import { QuickInstant } from "./quick-instant";
import type { Field } from "../columns/fields";
import { labelPlace, type Layout } from "../columns/layout";
import { QuickWords } from "./quick-words";
import { isSumAt } from "./sum-cell";

const [LF, CR, QUOTE, POINT, ZERO] = [10, 13, 34, 46, 48] as const;
/** Numbers of at most so many digits are whole in 32 bits, which add up quicker. */
const SMALL_DIGITS = 9;
const FOUR_ZEROS = 0x30303030;
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

const NUMBERS = ["requests", "input", "cached", "written", "output", "reasoning"] as const;

/**
 * Reads rows of a table straight into columns: those without quotes whose cells are whole numbers, times as
 * they are usually written, and words. All others it leaves to be read cell by cell, to the same end.
 */
export class QuickRows {
  private readonly kinds: Uint8Array;
  private readonly numbers: (Float64Array | undefined)[] = [];
  private readonly words: (QuickWords<unknown> | undefined)[] = [];
  private readonly model = new QuickWords(loggedModel);
  private readonly serviceTier = new QuickWords(serviceTierNamed);
  private readonly batch = new QuickWords(isYes);
  private readonly status = new QuickWords((word) => !isFailure(word));
  /** The group of each combination of words; -1 where it is not known yet. */
  private readonly groups = new Int16Array(QuickWords.MOST ** 3).fill(-1);
  private group = -1;
  private readonly instant: QuickInstant;
  private view: DataView = new DataView(new ArrayBuffer(0));
  private unknown = 0;
  private resting = 0;
  sawLf = false;
  sawCrlf = false;

  private constructor(
    private readonly layout: Layout,
    private readonly tally: UsageTally,
    private readonly separator: number,
  ) {
    const { at } = layout;
    const { rows } = tally;
    this.instant = new QuickInstant(layout.countedIn, separator);
    this.kinds = new Uint8Array(Math.max(...Object.values(at)) + 1).fill(PASSED);
    rows.together = at.requests >= 0;
    rows.tells.time = at.time >= 0;
    rows.tells.cached = at.cached >= 0;
    rows.tells.written = at.written >= 0;
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
    const { tally, kinds, numbers, words, separator, view, instant, layout } = this;
    const { rows, isDated } = tally;
    const { ms, ticks, until, requests, input, cached, written, output, reasoning, group } = rows;
    const together = layout.at.requests >= 0;
    const label = labelPlace(layout);
    const { failedWithoutOutput } = layout;
    const tellsParts = rows.tells.cached || rows.tells.reasoning;
    const tellsWritten = rows.tells.written;
    const columns = kinds.length;
    // Bytes above it are inside of a cell.
    const highest = Math.max(separator, QUOTE);
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
          if (place === label && isSumAt(buffer, at, separator)) break reading;
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
          const next = instant.read(buffer, view, at, end);
          if (next < 0) break reading;
          at = next;
          byte = buffer[at]!;
          if (kind === UNTIL) until[row] = instant.ms;
          else {
            if (instant.isDated !== isDated || instant.ms < EARLIEST_MS || instant.ms >= LATEST_MS) break reading;
            ms[row] = instant.ms;
            ticks[row] = instant.ticks;
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
        (tellsWritten && written[row]! > input[row]! - (cached[row]! > 0 ? cached[row]! : 0)) ||
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

  /** The group that the last words name; -1 where they tell of a failed request, or of a sum of other rows. */
  private groupOfWords(): number {
    const { model, serviceTier, batch, status, tally, groups } = this;
    if (status.place >= 0 && !status.meaning) return -1;
    if (model.place >= 0 && model.meaning.isSum) return -1;
    const place =
      (Math.max(model.place, 0) * QuickWords.MOST + Math.max(serviceTier.place, 0)) * QuickWords.MOST +
      Math.max(batch.place, 0);
    if (groups[place]! < 0) {
      const named = model.place >= 0 ? model.meaning : null;
      const given = named?.fast ? "priority" : serviceTier.place >= 0 ? serviceTier.meaning : null;
      const tier = batch.place >= 0 && batch.meaning ? "batch" : given;
      groups[place] = tally.placeOf(named && named.model, tier ?? "standard");
    }
    return groups[place]!;
  }
}
