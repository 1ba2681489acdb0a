import type { Report } from "../report";
import { toReportCsv, toReportTsv } from "./delimited";
import { toReportJson } from "./json";
import { toReportMarkdown } from "./markdown";

/** The formats of a report, in the order in which they are offered. */
export const REPORT_FORMATS = {
  markdown: { name: "Markdown", ending: "md", type: "text/markdown", write: toReportMarkdown },
  tsv: { name: "TSV", ending: "tsv", type: "text/tab-separated-values", write: toReportTsv },
  csv: { name: "CSV", ending: "csv", type: "text/csv", write: toReportCsv },
  json: { name: "JSON", ending: "json", type: "application/json", write: toReportJson },
} as const satisfies Readonly<Record<string, ReportFormat>>;

interface ReportFormat {
  readonly name: string;
  /** Of a file, without the dot. */
  readonly ending: string;
  readonly type: string;
  readonly write: (report: Report) => string;
}

const MOST_LETTERS = 60;

/** The name of a file without its ending: `headroom-plan-support-chat-2026-11-27`. */
export function fileName({ page, title, day }: Report): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, MOST_LETTERS)
    .replace(/^-+|-+$/g, "");
  return ["headroom", page, slug, day].filter(Boolean).join("-");
}
