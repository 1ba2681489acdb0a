import type { Report } from "../report";
import { toGrid } from "./grid";

/** A text no spreadsheet runs: what it would take for a formula is led by `'`. Numbers of a report have no sign. */
const inert = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

/** A cell of CSV: a formula is made inert; commas, quotes and line ends are quoted. */
export function csvCell(text: string): string {
  const safe = inert(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as a sheet takes it when pasted: tabs and line ends are spaces, a leading quote is kept by quoting. */
function tsvCell(text: string): string {
  const line = inert(text).replace(/[\t\r\n]+/g, " ");
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}

/** The report as CSV (RFC 4180): every line has as many cells, and ends in CRLF. */
export const toReportCsv = (report: Report): string =>
  toGrid(report)
    .map((row) => `${row.map(csvCell).join(",")}\r\n`)
    .join("");

/** The report as tab-separated values; every line ends in a line feed. */
export const toReportTsv = (report: Report): string =>
  toGrid(report)
    .map((row) => `${row.map(tsvCell).join("\t")}\n`)
    .join("");
