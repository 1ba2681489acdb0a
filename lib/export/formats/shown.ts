import { plainSpaces } from "../words";
import type { Block, Cell, ValueList, Report, ReportTable } from "../report";

/** Whether a block is a table. */
export const isTable = (block: Block): block is ReportTable => "rows" in block;

/** What a report comes to. */
export const totalBlocks = ({ totals, fit }: Report): ValueList[] => (fit ? [totals, fit] : [totals]);

/** The columns and cells a person reads; those for programs alone are left out. */
export const shownTable = (table: ReportTable): ReportTable =>
  withColumns(
    table,
    table.columns.map(({ isForPrograms }) => !isForPrograms),
  );

/** A table as it is printed: without columns in which nothing was entered, and without minor rows. */
export function paperTable(table: ReportTable): ReportTable {
  const { rows, columns, minor, remark } = table;
  const says = columns.map(
    ({ isForPrograms, usual }, index) =>
      !isForPrograms && (usual === undefined || rows.some(({ cells }) => cells[index]!.text !== usual)),
  );
  const major = rows.filter(({ isMinor }) => !isMinor);
  if (major.length === rows.length || minor === undefined) return withColumns(table, says);
  return { ...withColumns({ ...table, rows: major }, says), remark: remark ? `${minor} ${remark}` : minor };
}

function withColumns(table: ReportTable, kept: readonly boolean[]): ReportTable {
  const keep = <T>(list: readonly T[]) => list.filter((_, index) => kept[index]);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}

/** The value of a cell for programs: an exact decimal, a text, or `null` for unknown. */
export const valueOf = ({ text, value }: Cell): string | null => (value === undefined ? plainSpaces(text) : value);
