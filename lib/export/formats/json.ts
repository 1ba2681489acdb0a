import type { Block, Report } from "../report";
import { isTable, totalBlocks, valueOf } from "./shown";
import { camelCase, plainSpaces } from "../words";

type Json = string | null | readonly Json[] | { readonly [name: string]: Json };

function toBlockJson(block: Block): Json {
  if (!isTable(block)) return Object.fromEntries(block.facts.map(({ name, cell }) => [camelCase(name), valueOf(cell)]));
  return block.rows
    .filter(({ is }) => is === undefined)
    .map(({ cells }) =>
      Object.fromEntries(block.columns.map(({ name }, index) => [camelCase(name), valueOf(cells[index]!)])),
    );
}

const byKey = (blocks: readonly Block[]) =>
  Object.fromEntries(blocks.map((block) => [camelCase(block.key), toBlockJson(block)]));

/** The report as JSON. Numbers are exact decimals in strings, as in the answers of the API; unknown is `null`. */
export function toReportJson(report: Report): string {
  const { page, title, day, link, verdict, notes, sources } = report;
  const json: Json = {
    page,
    title,
    day,
    link,
    verdict: plainSpaces(verdict.lead + verdict.rest),
    asides: verdict.asides.map(plainSpaces),
    ...byKey(totalBlocks(report)),
    inputs: byKey(report.inputs),
    ...byKey(report.blocks),
    notes: notes.map((note) => ({
      severity: note.severity,
      fact: plainSpaces(note.fact),
      consequence: plainSpaces(note.consequence),
    })),
    sources: sources.map((source) => ({
      title: source.title,
      url: source.url,
      about: plainSpaces(source.about),
      checkedOn: plainSpaces(source.checkedOn),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
