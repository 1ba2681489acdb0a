import { formatDay } from "@/lib/view/text";
import type { Block, Report, Row } from "../report";
import { isTable, shownTable, totalBlocks } from "./shown";
import { plainSpaces } from "../words";

/** A text in which nothing is read as a mark. */
const escaped = (text: string) =>
  plainSpaces(text)
    .replace(/[\\|*_`<>[\]]/g, "\\$&")
    .replace(/\s+/g, " ");

const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;

function rowCells({ cells, is }: Row): string {
  const bold = is === undefined ? (text: string) => text : (text: string) => text && `**${text}**`;
  return `| ${cells.map(({ text }) => bold(escaped(text))).join(" | ")} |`;
}

function blockLines(block: Block): string[] {
  const head = [`## ${escaped(block.title)}`, ""];
  const remark = block.remark ? ["", escaped(block.remark)] : [];
  if (!isTable(block))
    return [
      ...head,
      "| | |",
      "| --- | ---: |",
      ...block.facts.map(({ label, cell }) => row([label, cell.text])),
      ...remark,
    ];
  const { columns, rows } = shownTable(block);
  const rule = columns.map(({ isNumeric }) => (isNumeric ? "---:" : "---"));
  return [...head, row(columns.map(({ label }) => label)), `| ${rule.join(" | ")} |`, ...rows.map(rowCells), ...remark];
}

/** The report as Markdown (with tables), with the figures as the page shows them. */
export function toReportMarkdown(report: Report): string {
  const { title, day, link, verdict, notes, sources } = report;
  const head = [
    `# ${escaped(title)}`,
    "",
    `**${escaped(verdict.lead)}**${escaped(verdict.rest)}`,
    ...verdict.asides.flatMap((aside) => ["", escaped(aside)]),
    "",
    `Prices and limits as of ${plainSpaces(formatDay(day))}. [Open in Headroom](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  ];
  const listed = [
    ...(notes.length
      ? ["", "## Notes", "", ...notes.map((note) => `- **${escaped(note.fact)}** ${escaped(note.consequence)}`)]
      : []),
    ...(sources.length
      ? [
          "",
          "## Sources",
          "",
          ...sources.map(
            (one) =>
              `- [${escaped(one.title)}](<${one.url}>): ${escaped(one.about)}; checked ${plainSpaces(one.checkedOn)}`,
          ),
        ]
      : []),
  ];
  const blocks = [...totalBlocks(report), ...report.inputs, ...report.blocks].flatMap((block) => [
    "",
    ...blockLines(block),
  ]);
  return [...head, ...blocks, ...listed, ""].join("\n");
}
