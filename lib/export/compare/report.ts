import type { ComparedWorkload } from "@/lib/compare";
import type { Estimate } from "@/lib/estimate";
import { fromNumber, subtract } from "@/lib/money";
import { sourcesView } from "@/lib/view/estimate";
import {
  compareContext,
  type CompareHead,
  type CompareRowView,
  type CompareTable,
  type GroupKey,
} from "@/lib/view/compare";
import { compareWorkingOf } from "@/lib/view/working";
import { plainText, UNKNOWN } from "@/lib/view/text";
import { exactly, fact, ratio, usd, words } from "../cells";
import { ownBlocks } from "../inputs/own";
import { settingFacts, settingsBlock } from "../inputs/settings";
import { workloadsBlock } from "../inputs/workloads";
import type { Cell, Report, ReportTable, Row, ValueList } from "../report";
import { scenarioTitle, workingBlock } from "../shared";

/** What Compare shows: the scenario as entered, its rows, the finding, and which workload moves. */
export interface Compared {
  readonly estimate: Estimate;
  readonly table: CompareTable;
  readonly head: CompareHead;
  readonly workload: ComparedWorkload;
  /** How sure and how long the row that the head names holds; empty: nothing is known of that. */
  readonly pick: string;
}

/** How far a row is from the month as entered, without a sign, and on which side of it. */
function differenceCells({ row, against }: CompareRowView, { cost }: Estimate): readonly [amount: Cell, is: Cell] {
  const now = cost.perMonth;
  if (!against || !row.perMonth || !now) return [{ text: UNKNOWN, value: null }, words("", null)];
  const distance = against.word === "more" ? subtract(row.perMonth, now) : subtract(now, row.perMonth);
  return [exactly(`${against.amount.text} ${against.word}`, distance), words("", against.word)];
}

function totals({ estimate, table: { cheapest } }: Compared): ValueList {
  const now = fact("now_per_month_usd", "A month as entered", usd(estimate.cost.perMonth));
  if (!cheapest) return { key: "totals", title: "What it costs", facts: [now] };
  const { model, serviceTier, tierName, row } = cheapest;
  return {
    key: "totals",
    title: "What it costs",
    facts: [
      fact("cheapest_per_month_usd", "A month on the cheapest that fits", usd(row.perMonth)),
      fact("cheapest_model", "Its model", words(model)),
      fact("cheapest_service_tier", "Its service tier", words(tierName, serviceTier)),
      now,
      fact("difference_usd", "Against now", differenceCells(cheapest, estimate)[0]),
    ],
  };
}

const FITS: Readonly<Record<CompareRowView["fit"], Cell>> = {
  ok: { text: "fits", value: "true", tone: "ok" },
  near: { text: "fits, nearly full", value: "true", tone: "near" },
  over: { text: "does not fit", value: "false", tone: "over" },
  unknown: { text: "cannot be told", value: null },
};

function toRow(view: CompareRowView, group: GroupKey, estimate: Estimate): Row {
  const { row, month, headroom, isAtMost } = view;
  return {
    cells: [
      words(`${view.model}${view.isNow ? ", now" : ""}`, view.model),
      words(view.tierName, view.serviceTier),
      usd(row.perMonth, month?.text ?? "no price"),
      ...differenceCells(view, estimate),
      FITS[view.fit],
      words(view.binds, row.bindsFirst?.dimension ?? null),
      ratio(row.scaleAtLimit, headroom ? `${isAtMost ? "≤ " : ""}${headroom.text}` : UNKNOWN),
      words(view.least, row.minimumUsageTier === null ? null : String(row.minimumUsageTier)),
      exactly(view.context, row.contextWindow === null ? null : fromNumber(row.contextWindow)),
      words(view.ends, row.retires),
      words(view.remark ?? "", row.codes.join(" ")),
      words(group),
    ],
  };
}

function rowsBlock({ table, estimate, head }: Compared): ReportTable {
  return {
    key: "models",
    title: plainText(head.lead).replace(/\.$/, ""),
    columns: [
      { name: "model", label: "Model" },
      { name: "service_tier", label: "Service tier" },
      { name: "per_month_usd", label: "A month", isNumeric: true },
      { name: "difference_usd", label: "Against now", isNumeric: true },
      { name: "difference_is", label: "", isForPrograms: true },
      { name: "fits", label: "Fits" },
      { name: "binds_first", label: "Binds first" },
      { name: "headroom", label: "Headroom", isNumeric: true },
      { name: "minimum_usage_tier", label: "Least tier", isNumeric: true },
      { name: "context_tokens", label: "Context", isNumeric: true },
      { name: "retires", label: "Ends" },
      { name: "codes", label: "Remark" },
      { name: "group", label: "", isForPrograms: true },
    ],
    rows: table.groups.flatMap(({ key, rows }) =>
      key === "filtered" ? [] : rows.map((view) => toRow(view, key, estimate)),
    ),
    remark: `${table.all.length} rows in all; those the filters leave out are not listed.`,
  };
}

/** The formulas of the cheapest that fits. */
function formulas({ table: { cheapest }, estimate, workload }: Compared): ReportTable[] {
  if (!cheapest) return [];
  const { model, serviceTier } = cheapest;
  return [
    workingBlock(
      (["month", "difference", "headroom"] as const).map((figure) =>
        compareWorkingOf({ of: "compare", figure, model, serviceTier }, estimate, workload),
      ),
    ),
  ];
}

/** Compare as a report. `link` is the whole address of the page. */
export function compareReport(compared: Compared, link: string): Report {
  const { estimate, head, workload } = compared;
  const { scenario } = estimate;
  return {
    page: "compare",
    title: scenarioTitle(scenario),
    day: scenario.asOf,
    link,
    verdict: {
      tone: head.tone,
      lead: plainText(head.lead),
      rest: ` ${plainText(head.rest)}`,
      asides: [
        `${compareContext(estimate, workload)}.`,
        ...(compared.pick ? [compared.pick] : []),
        ...head.asides.map(({ text }) => text),
      ],
    },
    totals: totals(compared),
    fit: null,
    inputs: [workloadsBlock(scenario), settingsBlock(settingFacts(scenario)), ...ownBlocks(scenario)],
    blocks: [rowsBlock(compared), ...formulas(compared)],
    notes: [
      {
        severity: "info",
        fact: "Sizes stay as entered.",
        consequence: "Another model may think longer, or answer worse; its price says neither.",
      },
    ],
    sources: sourcesView(estimate),
  };
}
