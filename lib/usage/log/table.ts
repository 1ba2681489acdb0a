import type { OpenReading } from "../columns/dialect";
import type { TableColumns } from "../report";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { CellsReader } from "./cells";
import { tellsUsage, usesOf, type Layout } from "../columns/layout";
import { MOST_ROW_BYTES, OVERLONG } from "./limits";
import { QuickRows } from "./quick-rows";
import { MOST_CELLS, TableCells } from "./table-cells";
import { headerAgain, headerOf, separatorOf, type TableContext } from "./table-header";

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 60;

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
  private names: readonly string[] = [];
  private readonly sample: string[][] = [];
  private layout: Layout | null = null;
  /** What the columns are taken for. */
  private columnUses: TableColumns["uses"] = {};
  private reader: CellsReader | null = null;
  private quick: QuickRows | null = null;
  private needed = 0;
  private cellByCell = 0;
  /** As other countries write numbers or dates: read cell by cell. */
  private isWrittenOtherwise = false;
  /** Why the rows behind the header of another table are left out. */
  private after: string | null = null;
  open: readonly OpenReading[] = [];

  constructor(
    tally: UsageTally,
    private readonly row: RowDraft,
    private readonly context: TableContext,
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

  private findSeparator(last: boolean): boolean {
    const found = separatorOf(this.buffer.subarray(0, this.size), last || this.size >= MOST_ROW_BYTES);
    if (found.begins > 0) this.rowStart = this.scanned = found.begins;
    if (found.separator !== null) this.separator = found.separator;
    return found.separator !== null;
  }

  private endRow(): void {
    if (!this.reader) return this.readHeader();
    if (this.after !== null) return this.tally.skip(this.after);
    if (this.sample.length < SAMPLE_ROWS && !this.layout!.known)
      this.sample.push(this.texts().map((text) => text.slice(0, LONGEST_SAMPLE)));
    if (this.isNamed() && this.isHeaderAgain()) return;
    if (this.cells <= this.needed) {
      if (this.cells === 1 && this.isBlank(0)) return;
      return this.tally.skip("it has fewer cells than the header");
    }
    this.reader.read(this);
    if (this.cellByCell++ === SAMPLE_ROWS && !this.isWrittenOtherwise)
      this.quick = QuickRows.of(this.layout!, this.tally, this.separator);
  }

  /** A header below the first: the same again is passed over; behind that of another known table nothing is read. */
  private isHeaderAgain(): boolean {
    const again = headerAgain(this.texts(), this.names);
    if (again === "same") this.tally.countRemark("Rows that repeat the header, below which the table goes on");
    else if (again) {
      this.quick = null;
      this.after = `of a second table in the file, ${/^[aeiou]/i.test(again) ? "an" : "a"} ${again}; put it into a file of its own`;
      this.tally.remark(`Behind row ${this.tally.row} stands the header of another table: ${again}. It was not read.`);
    }
    return again !== null;
  }

  private readHeader(): void {
    const texts = this.texts();
    if (texts.every((text) => text === "")) return;
    const { names, headless, layout, dialect } = headerOf(texts, String.fromCharCode(this.separator), this.context);
    this.names = names;
    if (headless) this.tally.remark("The first row holds numbers, so there are no names of columns.");
    for (const remark of dialect.remarks) this.tally.remark(remark);
    this.layout = dialect.layout;
    this.columnUses = usesOf(layout);
    this.decimalComma = dialect.decimalComma;
    this.isWrittenOtherwise = dialect.decimalComma || dialect.dayFirst !== null;
    this.open = dialect.open;
    const { at } = this.layout;
    this.needed = Math.max(...[at.time, at.input, at.output, at.requests].filter((place) => place >= 0), 0);
    this.reader = new CellsReader(this.layout, this.tally, this.row, dialect.dayFirst);
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
    if (this.layout && !this.layout.known && !tellsUsage(this.layout))
      this.tally.remark("No column of tokens or cost was recognised; choose what each column holds.");
  }

  get format(): string {
    return this.layout?.format ?? "Table";
  }
  get columns(): TableColumns | null {
    if (!this.layout || (this.layout.known && !this.context.uses)) return null;
    return { names: this.names, sample: this.sample, uses: this.columnUses };
  }
}
