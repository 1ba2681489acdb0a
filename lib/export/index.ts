/** The bill as text to take elsewhere. */
export { CSV_COLUMNS, toCsv } from "./csv";
export { toMarkdown } from "./markdown";
