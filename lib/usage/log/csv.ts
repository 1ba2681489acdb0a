const [QUOTE, LF, CR] = [34, 10, 13];

/** One row of a delimited text: its cells, and where the next row begins, the text's length at its end. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly next: number;
  /** `false` where the text ends in quotes or right behind a separator, so that the row may be cut off. */
  readonly whole: boolean;
}

/**
 * Reads the row of `text` that begins at `from`. Quotes around a cell, or a part of it, may hold separators
 * and line ends; a quote twice in them is a quote. A row ends with LF, CR or both.
 */
export function readTextRow(text: string, from: number, separator: string): TextRow {
  const sign = separator.charCodeAt(0);
  const cells: string[] = [];
  let cell = "";
  let start = from;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      cell += text.slice(start, at);
      start = at + 1;
      // The second of two quotes is kept: the next piece begins with it.
      if (quoted && text.charCodeAt(at + 1) === QUOTE) at++;
      else quoted = !quoted;
    } else if (quoted) continue;
    else if (code === sign) {
      cells.push(cell + text.slice(start, at));
      cell = "";
      start = at + 1;
    } else if (code === LF || code === CR) {
      cells.push(cell + text.slice(start, at));
      return { cells, next: at + (code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1), whole: true };
    }
  }
  cells.push(cell + text.slice(start));
  const behindSeparator = text.length > from && text.charCodeAt(text.length - 1) === sign;
  return { cells, next: text.length, whole: !quoted && !behindSeparator };
}
