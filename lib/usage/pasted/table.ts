import { isSumWord } from "../log/logged-model";
import { labelOf, type TextField } from "./labels";
import { piecesOf } from "./pieces";

const RULE = /^[\s|:-]*-[\s|:-]*$/;

type Row = readonly string[];

/** The cells of a line of a Markdown table, without the signs that make them bold. */
const cellsOf = (line: string): Row =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim().replace(/^[*_`]+|[*_`]+$/g, ""));

const wordsOf = (cell: string) => cell.toLowerCase().match(/[a-z]+/g) ?? [];

/** The count in a cell; `null` for any other. */
function countOf(cell: string): number | null {
  const [number, ...more] = piecesOf(cell);
  return number?.is === "number" && more.length === 0 ? number.value : null;
}

/** The lines of the first table of a text: its header, and the rows below the rule. */
function tableIn(text: string): { readonly header: Row; readonly rows: readonly Row[] } | null {
  const lines = text.split(/\r\n?|\n/);
  const rule = lines.findIndex((line, at) => at > 0 && line.includes("|") && RULE.test(line));
  if (rule < 0 || !lines[rule - 1]!.includes("|")) return null;
  const below = lines.slice(rule + 1);
  const end = below.findIndex((line) => !line.includes("|"));
  return { header: cellsOf(lines[rule - 1]!), rows: below.slice(0, end < 0 ? below.length : end).map(cellsOf) };
}

/**
 * The counts of a Markdown table whose columns are counts: those of the row that sums the others, else of all rows
 * together, which need a count of requests where they are several. `null` for any other text.
 */
export function tableCounts(text: string): Readonly<Partial<Record<TextField, number>>> | null {
  const table = tableIn(text);
  if (!table) return null;
  const columns = table.header.flatMap((name, place) => {
    const field = labelOf(wordsOf(name));
    return field === null || field === "other" ? [] : [{ field, place }];
  });
  const fields = new Set(columns.map(({ field }) => field));
  if (fields.size < columns.length || !(fields.has("input") || fields.has("output"))) return null;
  const sums = table.rows.filter((row) => row.some(isSumWord));
  const rows = sums.length > 0 ? sums.slice(-1) : table.rows;
  if (rows.length === 0 || (rows.length > 1 && !fields.has("requests"))) return null;
  const counts: Partial<Record<TextField, number>> = {};
  for (const row of rows)
    for (const { field, place } of columns) {
      const count = countOf(row[place] ?? "");
      if (count === null) return null;
      counts[field] = (counts[field] ?? 0) + count;
    }
  return counts;
}
