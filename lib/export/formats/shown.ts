import { plainSpaces } from "../words";
import type { Block, Cell, ValueList, Report, ReportTable } from "../report";

/** Whether a block is a table. */
export const isTable = (block: Block): block is ReportTable => "rows" in block;

/** What a report comes to. */
export const totalBlocks = ({ totals, fit }: Report): ValueList[] => (fit ? [totals, fit] : [totals]);

/** The columns and cells a person reads; those for programs alone are left out. */
export function shownTable(table: ReportTable): ReportTable {
  const kept = table.columns.map(({ isForPrograms }) => !isForPrograms);
  const keep = <T>(list: readonly T[]) => list.filter((_, index) => kept[index]);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}

/** The value of a cell for programs: an exact decimal, a text, or `null` for unknown. */
export const valueOf = ({ text, value }: Cell): string | null => (value === undefined ? plainSpaces(text) : value);
