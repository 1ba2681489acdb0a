import type { TableColumns } from "../report";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { textOf } from "./bytes";
import { CellsReader } from "./cells";
import { layoutOf, tellsUsage, usesOf, type Layout } from "../columns/layout";
import { MOST_ROW_BYTES, OVERLONG } from "./limits";
import { QuickRows } from "./quick-rows";
import { MOST_CELLS, TableCells } from "./table-cells";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 60;
const SEPARATORS = [",", "\t", ";", "|"];

/**
 * Reads a table with a header, byte by byte as it comes; rows end anywhere but in quotes. It reads bytes, and
 * not text by `readTextRow`, for speed and flat memory: of 18 MB, text rows and their times alone take 163
 * ms, this reader and the whole report 127 ms.
 */
export class TableReader extends TableCells {
  private size = 0;
  /** How far the row was looked through, and where the cell being read begins in it. */
  private scanned = 0;
  private cellStart = 0;
  private quoted = false;
  private overlong = false;
  private afterCr = false;
  private readonly lineEnds = { crlf: false, lf: false, cr: false };
  private separator = 0;
  private names: string[] = [];
  private readonly sample: string[][] = [];
  private layout: Layout | null = null;
  private reader: CellsReader | null = null;
  private quick: QuickRows | null = null;
  private needed = 0;
  /** Rows that were not read by `quick`. */
  private cellByCell = 0;

  constructor(
    tally: UsageTally,
    private readonly row: RowDraft,
    private readonly uses?: TableColumns["uses"],
  ) {
    super(tally);
  }

  push(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.size);
    this.size += bytes.length;
    this.scan();
    if (this.size - this.rowStart > MOST_ROW_BYTES) this.giveUpRow();
  }

  private makeRoom(more: number): void {
    if (this.rowStart > 0) {
      this.buffer.copyWithin(0, this.rowStart, this.size);
      this.size -= this.rowStart;
      this.scanned -= this.rowStart;
      this.rowStart = 0;
    }
    if (this.size + more <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.size + more));
    grown.set(this.buffer.subarray(0, this.size));
    this.buffer = grown;
  }

  private scan(): void {
    if (this.separator === 0 && !this.findSeparator(false)) return;
    const { buffer, size, separator, starts, ends } = this;
    let at = this.overlong ? this.skipRest() : this.scanned;
    let { rowStart, cellStart, cells, quoted } = this;
    // Rows up to here are whole, unless the last is in quotes.
    const whole = buffer.lastIndexOf(LF, size - 1) + 1;
    if (this.quick && at === rowStart && at < whole && !this.afterCr && !this.overlong)
      at = rowStart = this.quick.read(buffer, at, whole);
    while (at < size) {
      if (quoted) {
        while (at < size && buffer[at] !== QUOTE) at++;
        // The byte behind tells whether it closes, so it has to be there.
        if (at + 1 >= size) break;
        quoted = buffer[at + 1] === QUOTE;
        at += quoted ? 2 : 1;
        continue;
      }
      let byte = 0;
      while (at < size && (byte = buffer[at]!) > QUOTE && byte !== separator) at++;
      if (at === size) break;
      if (byte === separator || byte === LF || byte === CR) {
        if (cells < MOST_CELLS) {
          starts[cells] = cellStart;
          ends[cells++] = at - rowStart;
        }
        at++;
        if (byte === separator) {
          cellStart = at - rowStart;
          continue;
        }
        this.noteEnd(byte, rowStart === at - 1);
        this.rowStart = rowStart;
        this.cells = cells;
        if (at - 1 > rowStart) this.endRow();
        if (this.quick && at < whole && byte === LF) at = this.quick.read(buffer, at, whole);
        rowStart = at;
        cellStart = cells = 0;
      } else {
        if (byte === QUOTE && at - rowStart === cellStart && !this.literal) quoted = true;
        at++;
      }
    }
    [this.scanned, this.rowStart, this.cellStart, this.cells, this.quoted] = [at, rowStart, cellStart, cells, quoted];
  }

  /** The rest of a row that is left out, to where the next begins. */
  private skipRest(): number {
    let at = this.scanned;
    while (at < this.size && this.buffer[at] !== LF && this.buffer[at] !== CR) at++;
    if (at < this.size) {
      this.overlong = false;
      this.tally.skip(OVERLONG);
    }
    return (this.rowStart = at);
  }

  /** A line feed right behind a carriage return ends nothing new. */
  private noteEnd(byte: number, empty: boolean): void {
    if (byte === CR) {
      if (this.afterCr) this.lineEnds.cr = true;
      this.afterCr = true;
      return;
    }
    if (this.afterCr && empty) this.lineEnds.crlf = true;
    else {
      if (this.afterCr) this.lineEnds.cr = true;
      this.lineEnds.lf = true;
    }
    this.afterCr = false;
  }

  /** The sign that stands most often in the first line; whether the line is there whole, or has to do. */
  private findSeparator(last: boolean): boolean {
    const { buffer, size } = this;
    let from = 0;
    for (;;) {
      while (from < size && (buffer[from] === LF || buffer[from] === CR || buffer[from] === SPACE)) from++;
      let end = from;
      while (end < size && buffer[end] !== LF && buffer[end] !== CR) end++;
      if (end === size && !last && size < MOST_ROW_BYTES) return false;
      const line = textOf(buffer.subarray(from, Math.min(end, from + 65_536)), () => undefined);
      const named = /^sep=(.)$/.exec(line);
      if (named || /^#[ !]/.test(line)) {
        this.rowStart = this.scanned = from = end;
        if (named) this.separator = named[1]!.charCodeAt(0);
        if (named || end === size) return named !== null;
        continue;
      }
      const bare = line.replace(/"(?:[^"]|"")*"/g, "");
      const counts = SEPARATORS.map((sign) => bare.split(sign).length);
      this.separator = SEPARATORS[counts.indexOf(Math.max(...counts))]!.charCodeAt(0);
      return true;
    }
  }

  private endRow(): void {
    if (!this.reader) return this.readHeader();
    if (this.sample.length < SAMPLE_ROWS && !this.layout!.known) this.sample.push(this.texts());
    if (this.cells <= this.needed) {
      if (this.cells === 1 && this.isBlank(0)) return;
      return this.tally.skip("it has fewer cells than the header");
    }
    this.reader.read(this);
    if (this.cellByCell++ === SAMPLE_ROWS) this.quick = QuickRows.of(this.layout!, this.tally, this.separator);
  }

  private texts(): string[] {
    return Array.from({ length: this.cells }, (_, place) => this.text(place).slice(0, LONGEST_SAMPLE));
  }

  private readHeader(): void {
    const texts = Array.from({ length: this.cells }, (_, place) => this.text(place));
    if (texts.every((text) => text === "")) return;
    // A first row of nothing but numbers and times is no header.
    const headless = texts.every((text) => text === "" || /^[\d.,:+\-TZ ]+$/.test(text));
    this.names = texts.map((text, place) => (headless ? `Column ${place + 1}` : text.slice(0, LONGEST_SAMPLE)));
    if (headless) this.tally.remark("The first row holds numbers, so there are no names of columns.");
    this.layout = layoutOf(headless ? [] : texts, this.uses);
    const { at } = this.layout;
    this.needed = Math.max(...[at.time, at.input, at.output, at.requests].filter((place) => place >= 0), 0);
    this.reader = new CellsReader(this.layout, this.tally, this.row);
    if (headless) this.endRow();
  }

  /**
   * A row past the bound: what is left of it is passed over, or, where a quote was never closed, read again
   * without quotes.
   */
  private giveUpRow(): void {
    if (this.quoted) return this.readAgain();
    this.overlong = true;
    this.rowStart = this.scanned = this.size;
    this.cellStart = this.cells = 0;
  }

  private readAgain(): void {
    this.tally.remark("A quote is never closed; from there on quotes are read as they stand.");
    this.literal = true;
    this.quoted = false;
    this.cellStart = this.cells = 0;
    this.scanned = this.rowStart;
    this.scan();
    if (this.size - this.rowStart > MOST_ROW_BYTES) this.giveUpRow();
  }

  end(): void {
    if (this.separator === 0) this.findSeparator(true);
    this.scan();
    // A quote that is the last byte closes, as no second one can follow.
    if (this.quoted && !(this.buffer[this.size - 1] === QUOTE && this.scanned === this.size - 1)) this.readAgain();
    this.quoted = false;
    if (this.overlong) this.tally.skip(OVERLONG);
    else if (this.size > this.rowStart) {
      if (this.cells < MOST_CELLS) {
        this.starts[this.cells] = this.cellStart;
        this.ends[this.cells++] = this.size - this.rowStart;
      }
      this.endRow();
    }
    const { lineEnds, quick } = this;
    const kinds = [lineEnds.cr, lineEnds.lf || quick?.sawLf, lineEnds.crlf || quick?.sawCrlf];
    if (kinds.filter(Boolean).length > 1) this.tally.remark("Line ends are mixed.");
    if (this.layout && !tellsUsage(this.layout))
      this.tally.remark("No column of tokens or cost was recognised; choose what each column holds.");
  }

  get format(): string {
    return this.layout?.format ?? "Table";
  }

  get columns(): TableColumns | null {
    return this.layout && (!this.layout.known || this.uses)
      ? { names: this.names, sample: this.sample, uses: usesOf(this.layout) }
      : null;
  }
}
