import { unitsIn, type Unit } from "./line";

/** What a column of a table of limits is for. */
export type Column =
  | { readonly is: "model" }
  | { readonly is: "unit"; readonly unit: Unit }
  /** Cells name their units themselves; TPD in it means the batch queue, or a day. */
  | { readonly is: "mixed"; readonly tpd: "queue" | "day" | "unsaid" }
  | { readonly is: "unknown"; readonly name: string };

/** How a line is cut into cells. */
export type Cut = (line: string) => string[];

const csvCells: Cut = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    (quoted?.replace(/""/g, '"') ?? bare!).trim(),
  );
const CUTS: readonly (readonly [mark: RegExp, cut: Cut])[] = [
  [/\t/, (line) => line.split("\t").map((cell) => cell.trim())],
  [
    /\|/,
    (line) =>
      line
        .replace(/^\s*\||\|\s*$/g, "")
        .split("|")
        .map((cell) => cell.trim()),
  ],
  [/,/, csvCells],
  [/ {2,}/, (line) => line.trim().split(/ {2,}/)],
];

function columnOf(name: string): Column {
  if (/^(?:model|deployment|name)s?\b/i.test(name)) return { is: "model" };
  if (/\b(?:batch|enqueued|queue)/i.test(name)) return { is: "mixed", tpd: "queue" };
  const [found] = unitsIn(name);
  if (found) return { is: "unit", unit: found.unit };
  if (/^tokens? limits?$|^tokens$/i.test(name)) return { is: "mixed", tpd: "day" };
  if (/\blimits?\b|\brequests?\b/i.test(name)) return { is: "mixed", tpd: "unsaid" };
  return { is: "unknown", name };
}

/** The columns of a table by its first line, and how its lines are cut; `null` for a line that is no head of one. */
export function headOf(line: string): { readonly columns: readonly Column[]; readonly cut: Cut } | null {
  const cut = CUTS.find(([mark]) => mark.test(line.trim()))?.[1];
  if (!cut || /\d{2}/.test(line)) return null;
  const columns = cut(line).map((cell) => columnOf(cell.replace(/[*`]/g, "").trim()));
  const isHead = columns.some(({ is }) => is === "model") && columns.some(({ is }) => is === "unit" || is === "mixed");
  return isHead ? { columns, cut } : null;
}
