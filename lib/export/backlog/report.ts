import type { BacklogPlan, Split } from "@/lib/batch";
import { exact, fromNumber, multiply } from "@/lib/money";
import {
  backlogKeys,
  backlogNotes,
  backlogRows,
  backlogRowsFinding,
  backlogSources,
  backlogTiers,
  backlogTiersFinding,
  backlogVerdict,
  shownSplit,
  type BacklogCell,
} from "@/lib/view/backlog";
import { backlogWorkingOf } from "@/lib/view/working";
import { formatCount, formatSpan, UNKNOWN, type BacklogFigureKey } from "@/lib/view/text";
import { exactly, fact, usd, words } from "../cells";
import { backlogBlock } from "../inputs/backlog";
import { ownBlocks } from "../inputs/own";
import { settingFacts, settingsBlock } from "../inputs/settings";
import type { Cell, Report, ReportTable, Row, ValueList } from "../report";
import { reportVerdict, workingBlock } from "../shared";
import { nameOfShown, variantsBlock } from "../variants";
import { plainSpaces } from "../words";

const NAMES = {
  hours: "done_hours",
  cost: "cost_usd",
  thousand: "per_thousand_requests_usd",
  waves: "waves",
  standard: "standard_requests",
} as const;

/** The head figures, each exactly; empty where nothing runs. */
function totals(plan: BacklogPlan): ValueList {
  const split = shownSplit(plan)?.split;
  const values = split && {
    hours: split.hours,
    cost: split.cost,
    thousand: split.cost && multiply(split.cost, exact(1000n, BigInt(plan.backlog.total))),
    waves: exact(split.waves),
    standard: exact(split.standard),
  };
  const facts = backlogKeys(plan).flatMap(({ label, figure: { text, work } }) => {
    const of = (work.of === "backlog" ? work.figure : "") as keyof typeof NAMES;
    return values && NAMES[of] ? [fact(NAMES[of], label, exactly(text, values[of]))] : [];
  });
  return { key: "totals", title: "What it takes", facts };
}

/** Time and cost of a split; unknown where there is none. */
function splitCells(split: Split | null, texts: { readonly hours: string; readonly cost: string }): [Cell, Cell] {
  return [exactly(texts.hours, split && split.hours), usd(split && split.cost, texts.cost)];
}

const TONES: Readonly<Record<BacklogCell["tone"], Pick<Cell, "tone">>> = {
  ok: { tone: "ok" },
  over: { tone: "over" },
  never: { tone: "over" },
  unknown: {},
};

function waysBlock(plan: BacklogPlan): ReportTable {
  const rows = backlogRows(plan).map(({ key, name, about, tone, hours, cost, remark }): Row => {
    const split = plan.own.answers[key]?.split ?? null;
    return {
      cells: [
        words(name, key),
        words(about),
        ...splitCells(split, { hours: hours?.text ?? UNKNOWN, cost: cost?.text ?? UNKNOWN }),
        exactly(split ? formatCount(split.waves, "wave") : UNKNOWN, split && exact(split.waves)),
        exactly(split ? formatCount(split.standard, "request") : UNKNOWN, split && exact(split.standard)),
        { ...words(remark ?? (split ? "by the deadline" : "not possible"), remark), ...TONES[tone] },
      ],
    };
  });
  return {
    key: "ways",
    title: backlogRowsFinding(plan),
    columns: [
      { name: "way", label: "Way" },
      { name: "made_of", label: "Made of", isProse: true },
      { name: "hours", label: "Done in", isNumeric: true },
      { name: "cost_usd", label: "Cost", isNumeric: true },
      { name: "waves", label: "In batch", isNumeric: true, isForPrograms: true },
      { name: "standard_requests", label: "Standard", isNumeric: true, isForPrograms: true },
      { name: "remark", label: "Against what was asked", isProse: true },
    ],
    rows,
  };
}

const TIER_COLUMNS = {
  batch: "Batch alone",
  standard: "Standard alone",
  cheapest: "Cheapest by the deadline",
} as const;

function tiersBlock(plan: BacklogPlan): ReportTable {
  const columns = (Object.keys(TIER_COLUMNS) as (keyof typeof TIER_COLUMNS)[]).flatMap((key) => [
    { name: `${key}_hours`, label: `${TIER_COLUMNS[key]}` },
    { name: `${key}_cost_usd`, label: "", isForPrograms: true },
  ]);
  return {
    key: "tiers",
    title: backlogTiersFinding(plan),
    columns: [{ name: "usage_tier", label: "Usage tier" }, ...columns],
    rows: backlogTiers(plan).map(({ usageTier, name, chosen, cells }, index) => ({
      cells: [
        words(`${name}${chosen ? ", chosen" : ""}`, String(usageTier)),
        ...cells.flatMap(({ key, hours, cost, remark, tone }): Cell[] => {
          const split = plan.tiers[index]!.answers[key].split;
          const text = [hours && `${hours.text}${cost ? ` for ${cost.text}` : ""}`, remark].filter(Boolean).join("; ");
          const look = tone === "over" || tone === "never" ? TONES[tone] : {};
          return [{ ...exactly(text, split && split.hours), ...look }, usd(split && split.cost)];
        }),
      ],
    })),
  };
}

/** The formula of each head figure. */
function formulas(plan: BacklogPlan): ReportTable[] {
  const shown = shownSplit(plan);
  if (!shown) return [];
  const figures = ["hours", "cost", "waves"] as const;
  const keys = figures.map((figure): BacklogFigureKey => ({
    of: "backlog",
    figure,
    question: shown.key,
    tier: plan.own.usageTier,
  }));
  return [workingBlock([{ of: "backlog-charge" } as const, ...keys].map((key) => backlogWorkingOf(key, plan)))];
}

/** Backlog as a report. `link` is the whole address of the scenario. */
export function backlogReport(plan: BacklogPlan, link: string): Report {
  const { scenario, backlog } = plan;
  const deadline = formatSpan(fromNumber(backlog.deadlineHours));
  return {
    page: "backlog",
    title:
      (scenario.title || plainSpaces(`${formatCount(BigInt(backlog.total), "request")} on ${backlog.model}`)) +
      nameOfShown(scenario, link),
    day: scenario.asOf,
    link,
    verdict: reportVerdict(backlogVerdict(plan)),
    totals: totals(plan),
    fit: null,
    inputs: [backlogBlock(backlog, deadline), settingsBlock(settingFacts(scenario)), ...ownBlocks(scenario)],
    blocks: [...variantsBlock(link), waysBlock(plan), tiersBlock(plan), ...formulas(plan)],
    notes: backlogNotes(plan),
    sources: backlogSources(plan),
  };
}
