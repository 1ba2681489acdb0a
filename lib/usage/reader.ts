import type { TableColumns, UsageReport } from "./report";
import type { CountTokens } from "./objects/batch-input";
import { binaryKind, textEncodingOf, textOf } from "./log/bytes";
import { JsonLinesReader } from "./log/json-lines";
import { JsonRows } from "./objects/json-rows";
import { JsonStreamReader } from "./log/json-stream";
import { hasMarkdownTable, MarkdownReader } from "./log/markdown";
import { TableReader } from "./log/table";
import type { TableContext } from "./log/table-header";
import type { Readings } from "./columns/dialect";
import { layoutOf, tellsUsage } from "./columns/layout";
import { EventRows, eventOf, isEventStream } from "./objects/events";
import { isLogOfWords, LogLines } from "./pasted/log-lines";
import { readPastedRow } from "./pasted/reader";
import { isProfile } from "./profile/profile";
import { ProfileReader } from "./profile/reader";
import { RowDraft } from "./tally/row-draft";
import { UsageTally } from "./tally/tally";

/** So much of a file tells what it is. */
const SNIFFED = 65_536;
/** Longer pushes are read in pieces, so that no copy of them is made. */
const PIECE = 2 ** 20;

/**
 * `uses`: the columns a person chose; `readings`: how dates and numbers are to be read that can be read in
 * two ways. `countTokens`: the tokenizer, for requests that were not answered yet.
 */
export interface UsageReaderOptions {
  readonly uses?: TableColumns["uses"] | undefined;
  readonly readings?: Readings | undefined;
  readonly countTokens?: CountTokens | undefined;
}

interface Reader {
  push(bytes: Uint8Array): void;
  end(): void;
  readonly format: string;
  readonly columns: TableColumns | null;
  readonly open?: UsageReport["open"];
  readonly refused?: UsageReport["refused"];
  /** What the file says itself, where it is a report already. */
  readonly report?: UsageReport | null;
}

/**
 * Reads a log of requests as its bytes come, whatever its format, in memory that does not grow with it; how
 * they are cut into pieces changes nothing.
 */
export class UsageReader {
  private readonly tally = new UsageTally();
  private head: Uint8Array[] = [];
  private headSize = 0;
  private reader: Reader | null = null;
  private decoder: TextDecoder | null = null;
  private readonly encoder = new TextEncoder();
  private closed = false;

  constructor(private readonly options: UsageReaderOptions = {}) {}

  /** Rows read so far. */
  get rowsRead(): number {
    return this.tally.rowsRead;
  }

  /** The next bytes of the file, not compressed. */
  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length && !this.closed; from += PIECE)
      this.pushPiece(bytes.subarray(from, from + PIECE));
  }

  private pushPiece(bytes: Uint8Array): void {
    if (this.reader) return this.feed(bytes, true);
    const rest = SNIFFED - this.headSize;
    this.head.push(bytes.slice(0, rest));
    this.headSize += Math.min(bytes.length, rest);
    if (this.headSize < SNIFFED) return;
    this.begin(false);
    if (this.reader && bytes.length > rest) this.feed(bytes.subarray(rest), true);
  }

  private feed(bytes: Uint8Array, more: boolean): void {
    this.reader!.push(this.decoder ? this.encoder.encode(this.decoder.decode(bytes, { stream: more })) : bytes);
  }

  /** Settles by the first bytes what the file is. */
  private begin(isWhole: boolean): void {
    const head = new Uint8Array(this.headSize);
    let at = 0;
    for (const piece of this.head) {
      head.set(piece, at);
      at += piece.length;
    }
    this.head = [];
    const { name, mark } = textEncodingOf(head);
    const binary = name === "utf-8" ? binaryKind(head) : null;
    if (binary) {
      this.tally.remark(`The file is ${binary}; nothing was read.`);
      this.closed = true;
      return;
    }
    if (name !== "utf-8") this.decoder = new TextDecoder(name, { ignoreBOM: true });
    const first =
      name === "utf-8"
        ? head.subarray(mark)
        : this.encoder.encode(this.decoder!.decode(head.subarray(mark), { stream: true }));
    this.reader = readerOf(first, this.tally, { ...this.options, isWhole });
    this.reader.push(first);
  }

  /** All that the file says; nothing may be pushed after. */
  end(): UsageReport {
    if (!this.reader && !this.closed && this.headSize > 0) this.begin(true);
    if (this.reader) {
      if (this.decoder) this.feed(new Uint8Array(0), false);
      this.reader.end();
      if (this.reader.report) return this.reader.report;
    }
    if (this.tally.row === 0 && !this.closed)
      this.tally.remark(this.headSize === 0 ? "The file is empty." : "No rows were found in the file.");
    const { format = "Unknown", columns = null, open = [], refused = [] } = this.reader ?? {};
    return {
      ...this.tally.report({ format, columns }),
      ...(open.length > 0 && { open }),
      ...(refused.length > 0 && { refused }),
    };
  }
}

/** A text that was read whole at once. */
const wordsReader: Reader = { push: () => undefined, end: () => undefined, format: "Pasted usage", columns: null };

/**
 * JSON that begins a line with each object is lines; other JSON is read by its brackets; all else is a table, or, where
 * it is short and has no columns, words.
 */
function readerOf(
  head: Uint8Array,
  tally: UsageTally,
  { uses, readings = {}, countTokens, isWhole }: UsageReaderOptions & { readonly isWhole: boolean },
): Reader {
  const row = new RowDraft();
  const text = textOf(head, () => undefined);
  if (isProfile(text)) return new ProfileReader();
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const rows = new JsonRows(tally, row, { head: text, uses, readings, countTokens });
  if (isEventStream(lines)) return eventReader(tally, rows);
  const objects = lines.filter((line) => line.startsWith("{")).length;
  const begun = text.trimStart();
  const isJson = /^(?:\{|\[\s*(?:[[{"\d\]tfn-]|$))/.test(begun);
  if (!isJson && objects * 2 <= lines.length) {
    const isTable = uses !== undefined || tellsUsage(layoutOf(columnsOf(lines[0] ?? "")));
    const table = new TableReader(tally, row, { head: text, uses, readings });
    if (hasMarkdownTable(lines)) return markdownReader(tally, row, { head: "", uses, readings });
    if (uses === undefined && isLogOfWords(lines, isTable)) return new LogLines(tally, row);
    return isWhole && !isTable && readPastedRow(text, row, tally) ? wordsReader : table;
  }
  const isLines = !begun.startsWith("[") && (isObject(lines[0]!) || (!GOES_ON.test(lines[0]!) && isBegun(lines[1])));
  const reader = isLines
    ? new JsonLinesReader(tally, rows.takeLine, undefined, rows.brokenLine)
    : new JsonStreamReader(tally, isWhole || lines.length > 1 ? rows.take : lineByLine(rows));
  return jsonReader(reader, rows);
}

/** The first line may be longer than what is sniffed: each value is a line then. */
function lineByLine(rows: JsonRows): (value: unknown) => void {
  let line = 0;
  return (value) => rows.takeLine(value, ++line);
}

const columnsOf = (line: string) => line.split(/[,;\t|]/);

function jsonReader(reader: Pick<Reader, "push" | "end">, rows: JsonRows): Reader {
  return {
    push: (bytes) => {
      rows.sawBytes(bytes.length);
      reader.push(bytes);
    },
    end: () => {
      reader.end();
      rows.end();
    },
    get open() {
      return rows.open;
    },
    get refused() {
      return rows.refused;
    },
    get format() {
      return rows.format;
    },
    get columns() {
      return rows.columns;
    },
  };
}

function markdownReader(tally: UsageTally, row: RowDraft, context: TableContext): Reader {
  const table = new TableReader(tally, row, context);
  const reader = new MarkdownReader(tally, table);
  return {
    push: (bytes) => reader.push(bytes),
    end: () => reader.end(),
    get format() {
      return table.format;
    },
    get columns() {
      return table.columns;
    },
  };
}

function eventReader(tally: UsageTally, rows: JsonRows): Reader {
  const events = new EventRows(tally, rows.take);
  const reader = new JsonLinesReader(tally, events.read, eventOf);
  return jsonReader(
    {
      push: (bytes) => reader.push(bytes),
      end: () => {
        reader.end();
        events.end();
      },
    },
    rows,
  );
}

/** The end of a line of JSON behind which the same value goes on. */
const GOES_ON = /[[{,:]\s*$/;
const isBegun = (line = "") => line.startsWith("{");

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
