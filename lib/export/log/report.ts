import type { Day } from "@/lib/catalogue";
import { usageFit } from "@/lib/estimate";
import { parseDecimal, type Exact } from "@/lib/money";
import type { MadeWorkloads, UsageReport } from "@/lib/usage";
import {
  costDays,
  importCostFinding,
  importCosts,
  importFlowFinding,
  importHead,
  importKeys,
  importPeaks,
  importScenario,
  workloadsView,
  type ImportBills,
} from "@/lib/view/import";
import { formatNumber, UNKNOWN } from "@/lib/view/text";
import { fact, usd, words } from "../cells";
import { workloadsBlock } from "../inputs/workloads";
import type { Block, Cell, NamedValue, Report, ReportTable } from "../report";
import { modelsBlock, sizesBlock, busiestAtTiers } from "./tables";

/** What Import holds of a log. */
export interface ReadLog {
  /** The name of the log. */
  readonly name: string;
  readonly report: UsageReport;
  readonly made: MadeWorkloads;
  readonly bills: ImportBills;
  /** The model the log is compared with. */
  readonly model: string;
  /** Whose prices are those of now. */
  readonly day: Day;
}

/** A number as the page writes it, for programs without its separators. */
const shownNumber = (text: string): Cell => {
  if (text === UNKNOWN) return words(text, null);
  return /^\d[\d,]*(\.\d+)?$/.test(text) ? words(text, text.replaceAll(",", "")) : words(text);
};

/** What a log says it cost itself; `null` where it does not, or says less than nothing. */
const stated = ({ total }: UsageReport): Exact | null => (total.costUsd === null ? null : parseDecimal(total.costUsd));

const KEY_NAMES = ["cost_usd", "requests", "input_tokens", "output_tokens"] as const;

function totals({ report, bills, model }: ReadLog): NamedValue[] {
  const [cost, ...counts] = importKeys(report, bills, model);
  const known = (bills.dated ?? bills.now)?.known ?? stated(report) ?? bills.other?.known ?? null;
  return [
    fact(KEY_NAMES[0], cost!.label, cost!.text === UNKNOWN ? words(UNKNOWN, null) : usd(known, cost!.text)),
    ...counts.map(({ label, text }, index) => fact(KEY_NAMES[index + 1]!, label, shownNumber(text))),
  ];
}

function inputs({ name, report, model }: ReadLog): NamedValue[] {
  const { format, rowsRead, rowsSkipped } = report;
  return [
    fact("log", "Log", words(name)),
    fact("format", "Read as", words(format)),
    fact("rows_read", "Rows read", words(formatNumber(rowsRead), String(rowsRead))),
    fact("rows_skipped", "Rows skipped", words(formatNumber(rowsSkipped), String(rowsSkipped))),
    fact("compared_model", "Compared with", words(model)),
  ];
}

function costsBlock({ report, bills, model, day }: ReadLog): ReportTable[] {
  const costs = importCosts(report, bills, day, model);
  if (costs.length === 0) return [];
  const exact = { stated: stated(report), ...known(bills) };
  return [
    {
      key: "cost",
      title: importCostFinding(report, bills, model),
      columns: [
        { name: "way", label: "Way" },
        { name: "remark", label: "What it is", isProse: true },
        { name: "cost_usd", label: "Cost", isNumeric: true },
      ],
      rows: costs.map(({ key, name, about, amount }) => ({
        cells: [words(name, key), words(about), usd(exact[key], amount)],
      })),
    },
  ];
}

const known = ({ dated, now, batch, other }: ImportBills) => ({
  dated: dated?.known ?? null,
  now: now?.known ?? null,
  batch: batch?.known ?? null,
  model: other?.known ?? null,
});

function daysBlock({ report }: ReadLog): ReportTable[] {
  const days = costDays(report);
  if (!days) return [];
  return [
    {
      key: "cost_days",
      title: days.finding,
      columns: [
        { name: "day", label: "Day, UTC" },
        { name: "cost_usd", label: "Cost", isNumeric: true },
      ],
      rows: days.rows.map(({ key, name, cells }) => ({
        cells: [words(name, key), words(cells[0]!, cells[0]!.replace(/[$,]/g, ""))],
      })),
    },
  ];
}

function peaksBlock({ report }: ReadLog): Block[] {
  const peaks = importPeaks(report);
  if (peaks.length === 0) return [];
  const names = peaks.map(({ label }) =>
    label
      .toLowerCase()
      .replace(/[^a-z]+/g, "_")
      .replace(/_$/, ""),
  );
  return [
    {
      key: "busiest",
      title: importFlowFinding(report),
      facts: peaks.map(({ label, text }, index) => fact(names[index]!, label, shownNumber(text))),
    },
  ];
}

/**
 * A log as a report; `toLink` gives the whole address of the scenario made of it, or of Import where none can be made.
 */
export function logReport(log: ReadLog, toLink: (scenario: ReturnType<typeof importScenario>) => string): Report {
  const { name, report, made, model, day } = log;
  const head = importHead(report, name);
  const scenario = importScenario(report, made, model, { name });
  const named = report.groups.some((group) => group.model !== null);
  const fit = usageFit(report, named ? undefined : model);
  return {
    page: "import",
    title: name,
    day,
    link: toLink(scenario),
    verdict: { tone: null, lead: head.lead, rest: head.rest && ` ${head.rest}`, asides: report.remarks },
    totals: { key: "totals", title: "What the log says", facts: totals(log) },
    fit: null,
    inputs: [{ key: "log", title: "The log", facts: inputs(log) }],
    blocks: [
      modelsBlock(log),
      ...costsBlock(log),
      ...daysBlock(log),
      ...peaksBlock(log),
      ...(fit ? busiestAtTiers(fit, named ? undefined : model) : []),
      ...sizesBlock(report),
      ...(scenario ? [{ ...workloadsBlock(scenario), title: workloadsView(made, model).finding }] : []),
    ],
    notes: [],
    sources: [],
  };
}
