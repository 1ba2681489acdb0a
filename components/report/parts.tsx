/** What prints and exports a report; fetched together. */
export { ExportSheet } from "./export-sheet";
export { Paper } from "./paper";
