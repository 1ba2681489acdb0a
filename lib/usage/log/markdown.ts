import type { UsageTally } from "../tally/tally";
import { textOf } from "./bytes";
import { OTHER_ENCODING } from "./limits";

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const isRow = (line: string) => line.includes("|");
const isRule = (line: string) => isRow(line) && RULE.test(line);

/** Whether some line is the rule under the header of a Markdown table. */
export const hasMarkdownTable = (lines: readonly string[]): boolean =>
  lines.some((line, at) => at > 0 && isRule(line) && isRow(lines[at - 1]!));

/** A row without the signs at its ends, its cells between tabs. */
const asTabs = (line: string): string =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replace(/\\\|/g, "|")
        .replace(/[\t"]/g, " ")
        .replace(/^[*`]+|[*`]+$/g, ""),
    )
    .join("\t");

/**
 * Takes the first table of a Markdown text, and those below with the same header; what is around them is
 * passed over.
 */
export class MarkdownReader {
  private rest: Uint8Array[] = [];
  private before = "";
  private header: string | null = null;
  private inTable = false;
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly tally: UsageTally,
    private readonly table: { push(bytes: Uint8Array): void; end(): void },
  ) {}

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(10) + 1;
    if (end === 0) {
      this.rest.push(bytes.slice());
      return;
    }
    this.readLines([...this.rest, bytes.subarray(0, end)]);
    this.rest = end < bytes.length ? [bytes.slice(end)] : [];
  }

  private readLines(pieces: readonly Uint8Array[]): void {
    const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    const text = textOf(whole, () => this.tally.remark(OTHER_ENCODING));
    const rows = text.split(/\r\n?|\n/).flatMap((line) => this.rowsOf(line));
    if (rows.length > 0) this.table.push(this.encoder.encode(`${rows.join("\n")}\n`));
  }

  /** The rows that a line adds to the table: itself, and the header when its rule comes. */
  private rowsOf(line: string): string[] {
    const { before } = this;
    this.before = line;
    if (isRule(line) && isRow(before)) {
      const header = asTabs(before);
      this.inTable = this.header === null || header === this.header;
      if (!this.inTable) this.tally.remark("A table with another header stands below the first; it was not read.");
      if (this.header !== null) return [];
      this.header = header;
      return [header];
    }
    if (!isRow(line)) this.inTable = false;
    return this.inTable ? [asTabs(line)] : [];
  }

  end(): void {
    this.readLines(this.rest);
    this.table.end();
  }
}
