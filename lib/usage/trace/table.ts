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
const DAY_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/i;
const MINUTE_MS = 60_000;
/** Seconds since 1970 stay below this for three thousand years; milliseconds since then passed it in 1973. */
const MILLISECONDS_FROM = 1e11;

/** One line’s cells; a cell in quotes may hold the separator, and a quote twice. */
function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"' && quoted && line[i + 1] === '"') cell += line[i++];
    else if (line[i] === '"') quoted = !quoted;
    else if (line[i] === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += line[i];
  }
  return [...cells, cell];
}

/** An instant in whole milliseconds since 1970 and the rest of one, so that no digit of a long fraction is lost; or a bare number. */
type Instant = { readonly ms: number; readonly rest: number } | { readonly number: number } | null;

function instantOf(text: string): Instant {
  if (NUMBER.test(text)) return { number: Number(text) };
  const match = DAY_TIME.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "0", fraction = "0", sign, zoneHour = "0", zoneMinute = "0"] =
    match;
  const zone = (sign === "-" ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute)) * MINUTE_MS;
  return {
    ms: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - zone,
    rest: Number(fraction) * 1000,
  };
}

const toMicroseconds = (ms: number) => Math.round(ms * 1000) / 1000;

/** Milliseconds since the first row, to 0.001; the text itself where it tells no time, or of another kind than the first. */
function since(text: string, from: Instant): number | string {
  const at = instantOf(text);
  if (at && from && "number" in at && "number" in from)
    return toMicroseconds((at.number - from.number) * (from.number >= MILLISECONDS_FROM ? 1 : 1000));
  return at && from && "ms" in at && "ms" in from ? toMicroseconds(at.ms - from.ms + (at.rest - from.rest)) : text;
}

/** The requests of a table with a header. A column `atMs` is taken as it stands; `timestamp` holds days with times, or seconds, or milliseconds since 1970, and counts from the first row. */
export function readTraceTable(text: string): TraceRow[] | { readonly error: string } {
  const lines = text.split(/\r\n|\n|\r/);
  const header = lines[0]!;
  const separator = [",", ";", "\t"].find((sign) => header.includes(sign)) ?? ",";
  const names = cellsOf(header, separator).map((name) => name.toLowerCase().replace(/[^a-z]/g, ""));
  const column = (wanted: keyof typeof COLUMNS) =>
    names.findIndex((name) => (COLUMNS[wanted] as readonly string[]).includes(name));
  const [atMs, time, input, output] = [column("atMs"), column("time"), column("inputTokens"), column("outputTokens")];
  const missing = [
    atMs < 0 && time < 0 && "of times (atMs or timestamp)",
    input < 0 && "of input tokens (inputTokens or ContextTokens)",
    output < 0 && "of output tokens (outputTokens or GeneratedTokens)",
  ].find(Boolean);
  if (missing) return { error: `The header has no column ${missing}.` };

  const numberOr = (cell: string) => (NUMBER.test(cell) ? Number(cell) : cell);
  let first: Instant = null;
  const rows: TraceRow[] = [];
  for (let line = 1; line < lines.length; line++) {
    if (lines[line]!.trim() === "") continue;
    const cells = cellsOf(lines[line]!, separator);
    const cell = (at: number) => (cells[at] ?? "").trim();
    first ??= atMs < 0 ? instantOf(cell(time)) : null;
    rows.push({
      atMs: atMs >= 0 ? numberOr(cell(atMs)) : since(cell(time), first),
      inputTokens: numberOr(cell(input)),
      outputTokens: numberOr(cell(output)),
      name: `Row ${rows.length + 1}, line ${line + 1}`,
    });
  }
  return rows;
}
