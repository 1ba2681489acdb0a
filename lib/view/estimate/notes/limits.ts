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
import { DIMENSIONS, ofPool, poolName } from "@/lib/view/names";
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
  "limit-unpublished": ({ demand }, tier, { facts }) => ({
    fact: `No ${DIMENSIONS[demand.dimension].toLowerCase()} are ${facts.get(modelOfPool(demand.pool))!.model ? "published" : "entered"} for ${poolName(demand.pool)} at ${tier}.`,
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

/** The text of a note on a limit; `null` for a note on anything else. */
export function limitNoteText(note: Note, estimate: Estimate): NoteText | null {
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
