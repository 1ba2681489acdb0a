import { readTextRow } from "../log/csv";
import { InstantReader, type InstantKind } from "../log/instant";
import type { TraceRow } from "./read";

/** What columns are called, letters only: `ContextTokens`, `context_tokens` and `Context tokens` are one. */
const COLUMNS = {
  atMs: ["atms", "timems", "timestampms", "arrivalms"],
  time: ["timestamp", "time", "datetime", "arrivaltime", "arrivedat", "createdat", "created", "date", "at"],
  inputTokens: [
    "contexttokens",
    "inputtokens",
    "prompttokens",
    "requesttokens",
    "inputlength",
    "promptlength",
    "numprefilltokens",
    "input",
    "prompt",
  ],
  outputTokens: [
    "generatedtokens",
    "outputtokens",
    "completiontokens",
    "responsetokens",
    "outputlength",
    "responselength",
    "numdecodetokens",
    "output",
    "completion",
  ],
} as const;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const numberOr = (cell: string) => (NUMBER.test(cell) ? Number(cell) : cell);

/**
 * Reads times as milliseconds since the first one read, to 0.001 ms; gives the text itself back where it is
 * no time, or of another kind than the first: of the calendar, or counted.
 */
function timeReader(): (text: string) => number | string {
  const instants = new InstantReader();
  let first: { readonly kind: InstantKind; readonly ms: number; readonly ticks: number } | null = null;
  return (text) => {
    const kind = instants.readText(text);
    if (kind === "none") return text;
    const { ms, ticks } = instants;
    first ??= { kind, ms, ticks };
    return kind === first.kind ? Math.round((ms - first.ms) * 1000 + (ticks - first.ticks) / 10) / 1000 : text;
  };
}

/**
 * The requests of a table with a header. A column `atMs` is taken as it stands; `timestamp` holds days with
 * times, or seconds, or milliseconds since 1970, and counts from the first row.
 */
export function readTraceTable(text: string): TraceRow[] | { readonly error: string } {
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines[0]!;
  const separator = [",", ";", "\t"].find((sign) => header.includes(sign)) ?? ",";
  const names = readTextRow(header, 0, separator).cells.map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
  const column = (wanted: keyof typeof COLUMNS) =>
    names.findIndex((name) => (COLUMNS[wanted] as readonly string[]).includes(name));
  const [atMs, time, input, output] = [column("atMs"), column("time"), column("inputTokens"), column("outputTokens")];
  const missing = [
    atMs < 0 && time < 0 && "of times (atMs or timestamp)",
    input < 0 && "of input tokens (inputTokens or ContextTokens)",
    output < 0 && "of output tokens (outputTokens or GeneratedTokens)",
  ].find(Boolean);
  if (missing) return { error: `The header has no column ${missing}.` };

  const readTime = timeReader();
  const rows: TraceRow[] = [];
  for (let line = 1; line < lines.length; line++) {
    if (lines[line]!.trim() === "") continue;
    const { cells } = readTextRow(lines[line]!, 0, separator);
    const cell = (at: number) => (cells[at] ?? "").trim();
    rows.push({
      atMs: atMs >= 0 ? numberOr(cell(atMs)) : readTime(cell(time)),
      inputTokens: numberOr(cell(input)),
      outputTokens: numberOr(cell(output)),
      name: `Row ${rows.length + 1}, line ${line + 1}`,
    });
  }
  return rows;
}
