import { withPoint } from "../columns/dialect";
import type { UsageTally } from "../tally/tally";
import { textOf } from "./bytes";
import type { Cells } from "./cells";
import type { InstantReader, InstantKind } from "./instant";
import { OTHER_ENCODING } from "./limits";
import { numberOf } from "./values";

const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const POINT = 46;
const ZERO = 48;
/**
 * What may stand between a name and its count in a cell of JSON: blanks, quotes of any kind, a backslash, a
 * colon.
 */
const isAround = (byte: number) => byte === SPACE || byte === QUOTE || byte === 39 || byte === 92 || byte === 58;
const MOST_WORDS = 12;
export const MOST_CELLS = 1_024;

/** The cells of one row as bytes, read without making text of them where that can be. */
export abstract class TableCells implements Cells {
  protected buffer = new Uint8Array(1 << 17);
  /** Where the row begins, and its cells: first byte and end, counted from the row’s first byte. */
  protected rowStart = 0;
  protected readonly starts = new Int32Array(MOST_CELLS);
  protected readonly ends = new Int32Array(MOST_CELLS);
  protected cells = 0;
  /** After a quote that is never closed they are read as they stand. */
  protected literal = false;
  /** Numbers have a comma before their decimals, and points between thousands. */
  protected decimalComma = false;
  private readonly words: { readonly bytes: Uint8Array; readonly text: string }[][] = [];

  constructor(protected readonly tally: UsageTally) {}

  isBlank(place: number): boolean {
    if (place >= this.cells) return true;
    const from = this.rowStart + this.starts[place]!;
    const to = this.rowStart + this.ends[place]!;
    for (let at = from; at < to; at++) {
      const byte = this.buffer[at]!;
      if (byte !== SPACE && byte !== TAB && byte !== QUOTE) return false;
    }
    return true;
  }

  number(place: number): number {
    if (place >= this.cells) return NaN;
    if (this.decimalComma) return numberOf(withPoint(this.text(place)));
    const { buffer, rowStart } = this;
    let at = rowStart + this.starts[place]!;
    const end = rowStart + this.ends[place]!;
    let value = 0;
    const start = at;
    for (; at < end; at++) {
      const digit = buffer[at]! - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    // `10.0` is a whole number.
    const isDecimal = at > start && at < end && buffer[at] === POINT;
    let zeros = isDecimal ? at + 1 : at;
    while (isDecimal && zeros < end && buffer[zeros] === ZERO) zeros++;
    if (zeros < end || at - start > 15) return numberOf(this.text(place));
    return at === start ? NaN : value;
  }

  amount(place: number): number | string {
    if (place >= this.cells) return "";
    if (this.decimalComma) return withPoint(this.text(place));
    const { buffer, rowStart } = this;
    const start = rowStart + this.starts[place]!;
    const end = rowStart + this.ends[place]!;
    let value = 0;
    let behind = -1;
    for (let at = start; at < end; at++) {
      const byte = buffer[at]!;
      if (byte === POINT && behind < 0) behind = 0;
      else if (byte < ZERO || byte > ZERO + 9) return this.text(place);
      else {
        value = value * 10 + byte - ZERO;
        if (behind >= 0) behind++;
      }
    }
    // One division of exact numbers is the nearest number to what is written.
    return end - start > 15 || end === start ? this.text(place) : value / 10 ** Math.max(behind, 0);
  }

  countNamed(place: number, name: string): number {
    if (place >= this.cells) return NaN;
    const { buffer } = this;
    const end = this.rowStart + this.ends[place]!;
    const first = name.charCodeAt(0);
    for (let at = this.rowStart + this.starts[place]!; at < end; at++) {
      if (buffer[at] !== first) continue;
      let same = 1;
      while (same < name.length && buffer[at + same] === name.charCodeAt(same)) same++;
      if (same < name.length) continue;
      let next = at + same;
      while (next < end && isAround(buffer[next]!)) next++;
      let value = -1;
      for (let digit = buffer[next]! - ZERO; next < end && digit >= 0 && digit <= 9; digit = buffer[++next]! - ZERO)
        value = Math.max(value, 0) * 10 + digit;
      if (value >= 0) return value;
    }
    return NaN;
  }

  /** The words of all cells of the row. */
  protected texts(): string[] {
    return Array.from({ length: this.cells }, (_, place) => this.text(place));
  }

  /** Whether no cell begins with a digit, and the first with a letter: most rows are told by one look. */
  protected isNamed(): boolean {
    const { buffer, rowStart, starts, ends } = this;
    if (this.cells < 2) return false;
    for (let place = 0; place < this.cells; place++) {
      let at = rowStart + starts[place]!;
      const end = rowStart + ends[place]!;
      while (at < end && (buffer[at] === QUOTE || buffer[at] === SPACE)) at++;
      if (at === end ? place === 0 : buffer[at]! <= 57) return false;
    }
    return true;
  }

  text(place: number): string {
    if (place >= this.cells) return "";
    const text = this.decode(this.rowStart + this.starts[place]!, this.rowStart + this.ends[place]!).trim();
    return text.startsWith('"') && text.endsWith('"') && text.length > 1 && !this.literal
      ? text.slice(1, -1).replace(/""/g, '"').trim()
      : text;
  }

  private decode(from: number, to: number): string {
    if (to - from < 40) {
      let text = "";
      let at = from;
      for (; at < to && this.buffer[at]! < 128; at++) text += String.fromCharCode(this.buffer[at]!);
      if (at === to) return text;
    }
    return textOf(this.buffer.subarray(from, to), () => this.tally.remark(OTHER_ENCODING));
  }

  time(place: number, reader: InstantReader): InstantKind {
    if (place >= this.cells) return "none";
    return reader.read(this.buffer, this.rowStart + this.starts[place]!, this.rowStart + this.ends[place]!);
  }

  /** A few words make most cells of a column, so their bytes are compared before they are made text. */
  word(place: number): string {
    if (place >= this.cells) return "";
    const from = this.rowStart + this.starts[place]!;
    const size = this.ends[place]! - this.starts[place]!;
    const words = (this.words[place] ??= []);
    for (let at = 0; at < words.length; at++) {
      const { bytes, text } = words[at]!;
      if (bytes.length !== size) continue;
      let same = 0;
      while (same < size && bytes[same] === this.buffer[from + same]) same++;
      if (same === size) return text;
    }
    const text = this.text(place);
    if (words.length < MOST_WORDS) words.push({ bytes: this.buffer.slice(from, from + size), text });
    return text;
  }
}
