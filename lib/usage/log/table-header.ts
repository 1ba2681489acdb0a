import { dialectOf, type Dialect, type Readings } from "../columns/dialect";
import { plainName } from "../columns/fields";
import { layoutOf, type Layout } from "../columns/layout";
import type { TableColumns } from "../report";
import { textOf } from "./bytes";
import { readTextRow } from "./csv";

const SEPARATORS = [",", "\t", ";", "|"];
const LONGEST_SAMPLE = 60;
const MOST_SAMPLED = 300;

/** The sign that stands most often in a line, outside of quotes. */
function separatorIn(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  const counts = SEPARATORS.map((sign) => bare.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

const [LF, CR, SPACE] = [10, 13, 32] as const;

/**
 * The sign between the cells of a table, by its first line, and where that begins: behind `sep=;`, which names it, and
 * lines of `# `. `null` where the line is not there whole, and has not to do as it is (`last`).
 */
export function separatorOf(bytes: Uint8Array, last: boolean): { separator: number | null; begins: number } {
  let begins = 0;
  for (let from = 0; ;) {
    while (from < bytes.length && (bytes[from] === LF || bytes[from] === CR || bytes[from] === SPACE)) from++;
    let end = from;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
    if (end === bytes.length && !last) return { separator: null, begins };
    const line = textOf(bytes.subarray(from, Math.min(end, from + 65_536)), () => undefined);
    const named = /^sep=(.)$/.exec(line);
    if (!named && !/^#[ !]/.test(line)) return { separator: separatorIn(line).charCodeAt(0), begins };
    begins = from = end;
    if (named) return { separator: named[1]!.charCodeAt(0), begins };
    if (end === bytes.length) return { separator: null, begins };
  }
}

/** What is known of a table beside its rows: the text it begins with, and what a person said of it. */
export interface TableContext {
  readonly head: string;
  readonly uses: TableColumns["uses"] | undefined;
  readonly readings: Readings;
}

/** The first row of a table, taken for its header, and how the rows below are written. */
export interface Header {
  readonly names: readonly string[];
  readonly headless: boolean;
  /** What the columns were taken for, before what their cells leave open was put aside. */
  readonly layout: Layout;
  readonly dialect: Dialect;
}

/** Reads the first row of a table; one of nothing but numbers and times is no header. */
export function headerOf(texts: readonly string[], separator: string, { head, uses, readings }: TableContext): Header {
  const headless = texts.every((text) => text === "" || /^[\d.,:+\-TZ ]+$/.test(text));
  const names = texts.map((text, place) => (headless ? `Column ${place + 1}` : text.slice(0, LONGEST_SAMPLE)));
  const layout = layoutOf(headless ? [] : texts, uses);
  const rows = sampleOf(head, separator);
  const first = rows.findIndex((row) => row[0]?.trim() === texts[0]);
  return {
    names,
    headless,
    layout,
    dialect: dialectOf({ names, rows: rows.slice(headless ? first : first + 1), layout }, readings),
  };
}

function sampleOf(head: string, separator: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let from = 0; from < head.length && rows.length < MOST_SAMPLED;) {
    const row = readTextRow(head, from, separator);
    if (row.next < head.length || row.whole) rows.push(row.cells);
    from = row.next;
  }
  return rows;
}

/** What a row is that looks like a header below the first: the same again, that of another table, or none. */
export function headerAgain(texts: readonly string[], names: readonly string[]): "same" | string | null {
  if (texts.every((text, place) => plainName(text) === plainName(names[place] ?? "")) && texts.length === names.length)
    return "same";
  const { known, format } = layoutOf(texts);
  return known ? format : null;
}
