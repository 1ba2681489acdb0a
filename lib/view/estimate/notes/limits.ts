import { isLongPool, modelOfPool } from "@/lib/facts";
import type { Estimate, LimitRow, Note, NoteCode } from "@/lib/estimate";
import { isOver, type Demand } from "@/lib/limits";
import { type Exact, toGeometry } from "@/lib/money";
import {
  formatCompact,
  formatDuration,
  formatExact,
  formatFactor,
  formatRounded,
  formatTier,
  formatUsd,
  formatUsdText,
} from "@/lib/view/text";
import { DIMENSIONS, listed, ofPool, poolName } from "@/lib/view/names";
import { monthMoney } from "../month-money";
import type { NoteText } from "./types";

/** A demand and its limit, rounded only as far as the two stay apart. */
function toldApart({ demand, limit }: LimitRow): readonly [demand: string, limit: string] {
  const formats = [
    (amount: Exact) => formatCompact(toGeometry(amount)),
    (amount: Exact) => formatRounded(amount, 0),
    formatExact,
  ];
  const pairs = formats.map((format) => [format(demand.peak!), format(limit!.exact)] as const);
  return pairs.find(([a, b]) => a !== b) ?? pairs.at(-1)!;
}

/** `gpt-4.1 is`, `gpt-4.1, long requests, is`. */
const askedOf = ({ pool }: Demand) => `${poolName(pool)}${isLongPool(pool) ? "," : ""} is`;

/** That a minute’s limit is exceeded at the peak, or all the time. */
function minuteText(row: LimitRow, tier: string): NoteText {
  const { demand, limit, utilisation } = row;
  const [peak, most] = toldApart(row);
  const atMean = { ...demand, peak: demand.mean, nearPeak: toGeometry(demand.mean) };
  const when = isOver(atMean, limit!)
    ? "and over it in the mean too: requests get 429s around the clock"
    : "requests get 429s while the peak lasts";
  return {
    fact: `At the peak ${askedOf(demand)} asked for ${peak} ${DIMENSIONS[demand.dimension].toLowerCase()}; ${tier} allows ${most}.`,
    consequence: `At ${formatFactor(utilisation!)} times the limit, ${when}.`,
  };
}

function dayText(row: LimitRow, tier: string): NoteText {
  const { demand, utilisation } = row;
  const [peak, most] = toldApart(row);
  return {
    fact: `${askedOf(demand)} asked for ${peak} ${DIMENSIONS[demand.dimension].toLowerCase()}; ${tier} allows ${most}.`,
    consequence: `At ${formatFactor(utilisation!)} times the limit, requests get 429s until the day’s share refills.`,
  };
}

function queueText(row: LimitRow, tier: string): NoteText {
  const { demand, utilisation } = row;
  const [peak, most] = toldApart(row);
  return {
    fact: `${ofPool(demand.pool, "batch queue")} is asked for ${peak} input tokens at once; ${tier} holds ${most}.`,
    consequence: `At ${formatFactor(utilisation!)} times the queue, batches are refused until earlier ones finish.`,
  };
}

const TEXTS: Readonly<Partial<Record<NoteCode, (row: LimitRow, tier: string, estimate: Estimate) => NoteText>>> = {
  "batch-queue-unpublished": ({ demand }, tier) => ({
    fact: `No batch queue is published for ${poolName(demand.pool)} at ${tier}.`,
    consequence:
      "That is neither zero nor unlimited, so whether it fits cannot be told; the limits page of your own account shows the figure.",
  }),
  "usage-limit-exceeded": ({ limit, utilisation }, tier, { fit }) => ({
    fact: `The month costs ${formatFactor(utilisation!)} times ${tier}’s usage limit of ${formatUsd(limit!.exact).replace(/\.00$/, "")}.`,
    consequence: `After about ${formatDuration(fit.hoursToUsageLimit!)} every request fails with organization_usage_limit_exceeded until the next month.`,
  }),
  "batch-queue-exceeded": queueText,
  "rpd-exceeded": dayText,
  "tpd-exceeded": dayText,
  "rpm-exceeded": minuteText,
  "tpm-exceeded": minuteText,
};

/** Whether the catalogue has the model of a limit, so that it is OpenAI who says nothing of it. */
const isPublic = ({ index }: Note, { limits, facts }: Estimate) =>
  facts.get(modelOfPool(limits[index]!.demand.pool))!.model !== null;

/** What limits that nobody says share to be one note. */
export const unsaidKey = (note: Note, estimate: Estimate): string | null =>
  note.code === "limit-unpublished" ? `${note.code} ${isPublic(note, estimate)}` : null;

/** `requests a minute and tokens a minute for gpt-6-luna`, one part for each model. */
function unsaidText(notes: readonly [Note, ...Note[]], estimate: Estimate): NoteText {
  const pools = new Map<string, string[]>();
  for (const { index } of notes) {
    const { pool, dimension } = estimate.limits[index]!.demand;
    pools.set(pool, [...(pools.get(pool) ?? []), DIMENSIONS[dimension].toLowerCase()]);
  }
  const said = [...pools].map(([pool, names]) => [poolName(pool), listed(names)] as const);
  const isOne = said.every(([, names]) => names === said[0]![1]);
  const parts = isOne
    ? `${said[0]![1]} are ${isPublic(notes[0], estimate) ? "published" : "entered"} for ${listed(said.map(([pool]) => pool))}`
    : `limit is ${isPublic(notes[0], estimate) ? "published" : "entered"} of ${said.map(([pool, names]) => `${names} for ${pool}`).join("; ")}`;
  return {
    fact: `No ${parts} at ${formatTier(estimate.scenario.usageTier)}.`,
    consequence:
      "That is neither zero nor unlimited, so whether it fits cannot be told; the limits page of your own account shows the figure.",
  };
}

/** The text of notes on limits, one or several that nobody says; `null` for a note on anything else. */
export function limitNoteText(notes: readonly [Note, ...Note[]], estimate: Estimate): NoteText | null {
  const [note] = notes;
  if (note.code === "limit-unpublished") return unsaidText(notes, estimate);
  const text = TEXTS[note.code];
  return text ? text(estimate.limits[note.index]!, formatTier(estimate.scenario.usageTier), estimate) : null;
}

/** That the month costs more than the scenario’s budget. */
export function budgetNoteText({ scenario, cost }: Estimate): NoteText {
  const budget = formatUsdText(scenario.monthlyBudgetUsd!);
  return {
    fact: `The month costs ${formatUsd(monthMoney(scenario, cost.perMonth).overBudget)} more than the budget of ${budget}.`,
    consequence: "A budget is a wish, not a limit: nothing stops the traffic.",
  };
}
