import type { Block, Cell, Report } from "../report";
import { isTable, totalBlocks, valueOf } from "./shown";
import { plainSpaces } from "../words";

const blockRows = (block: Block): string[][] => {
  const head = [block.key, block.title];
  if (!isTable(block)) return [head, ...block.facts.map(({ name, cell }) => [name, gridText(cell)])];
  const rows = block.rows.filter(({ is }) => is === undefined).map(({ cells }) => cells.map(gridText));
  return [head, block.columns.map(({ name }) => name), ...rows];
};

const gridText = (cell: Cell) => valueOf(cell) ?? "";

/**
 * A report as a rectangle of texts: its head, then each block under its name and finding, an empty line between.
 * Rows that only add up others are left out, so that a column can be summed; unknown is empty.
 */
export function toGrid(report: Report): readonly (readonly string[])[] {
  const { verdict, notes, sources } = report;
  const head = [
    ["headroom", report.page],
    ["title", report.title],
    ["day", report.day],
    ["link", report.link],
    ["verdict", verdict.lead + verdict.rest],
    ...verdict.asides.map((aside) => ["aside", aside]),
  ];
  const listed = [
    [
      ["notes"],
      ["severity", "fact", "consequence"],
      ...notes.map((note) => [note.severity, note.fact, note.consequence]),
    ],
    [
      ["sources"],
      ["title", "address", "about", "checked"],
      ...sources.map(({ title, url, about, checkedOn }) => [title, url, about, checkedOn]),
    ],
  ].filter(({ length }) => length > 2);
  const parts = [head, ...[...totalBlocks(report), ...report.inputs, ...report.blocks].map(blockRows), ...listed];
  const rows = parts.flatMap((part, index) => (index === 0 ? part : [[], ...part]));
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row.map(plainSpaces), ...Array<string>(width - row.length).fill("")]);
}
