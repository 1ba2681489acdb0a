import type { SplitAnswer, BacklogPlan, Reason, Split, TierPlan } from "@/lib/batch";
import { compare, parseDecimal, subtract, shareOf } from "@/lib/money";
import {
  closedWith,
  costFigure,
  deadlineOf,
  deadlineText,
  heldByDay,
  hoursFigure,
  obstacleText,
  openIn,
  openObstacles,
  splitText,
  timeText,
} from "./words";
import { type Figure, formatTier, formatUsd, formatUsdText, formatSpan } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import type { FocusTarget, Tone } from "@/lib/view/estimate";

/** One of the questions that a plan answers. */
type Question = keyof TierPlan["answers"];

/** One way to do the backlog, or why it cannot be done so. */
export interface BacklogRow {
  readonly key: Question;
  readonly name: string;
  /** What it is made of; where there is no such split, why. */
  readonly about: string;
  readonly tone: Tone;
  readonly hours: Figure | null;
  readonly cost: Figure | null;
  /** What is wrong with it though it can be done: it misses the deadline, or money stops it. */
  readonly remark: string | null;
  /** Shares of the longest time and the highest cost of all rows, 0 to 1. */
  readonly timeWidth: number;
  readonly costWidth: number;
  /** The split the page is about. */
  readonly shown: boolean;
  /** Where to enter the limit without which its time cannot be told; `null` where no such limit is missing. */
  readonly enterOwn: FocusTarget | null;
}

/** What is wrong with a split that can be done. */
function remarkOn(plan: BacklogPlan, split: Split, { usageTier }: TierPlan): string | null {
  if (split.overUsageLimit) return `stops: more than ${formatTier(usageTier)} may spend in a month`;
  const deadline = deadlineOf(plan);
  if (compare(split.hours, deadline) > 0) return `${formatSpan(subtract(split.hours, deadline))} late`;
  const budget = plan.backlog.budgetUsd === undefined ? null : parseDecimal(plan.backlog.budgetUsd);
  return budget && split.cost && compare(split.cost, budget) > 0
    ? `${formatUsd(subtract(split.cost, budget))} over the budget`
    : null;
}

/** The field of the first limit that is not published. */
function missingField({ facts }: BacklogPlan, reasons: readonly Reason[]): FocusTarget | null {
  const missing = closedWith(reasons).flatMap((obstacle) =>
    obstacle.code === "unpublished" ? obstacle.limits : [],
  )[0];
  if (!missing) return null;
  return { of: "model", pool: facts.pool, field: missing === "batch-queue" ? "batchQueueTokens" : missing };
}

/** Why there is no such split: a sentence without its end. */
function whyNone(
  plan: BacklogPlan,
  reasons: readonly Reason[],
  tier: TierPlan,
): { readonly text: string; readonly tone: Tone } {
  const last = reasons.at(-1)!;
  const open = openIn(reasons, tier);
  switch (last.code) {
    case "closed":
      return {
        text: capital(obstacleText(plan, open ?? closedWith(reasons)[0]!, tier)),
        tone: open ? "unknown" : "never",
      };
    case "deadline-missed":
      return {
        text: `Nothing is done in ${deadlineText(plan)}; the earliest takes ${timeText(plan, last.earliest)}${open ? ", and a limit is not published" : ""}`,
        tone: open ? "unknown" : "over",
      };
    case "budget-too-small":
      return { text: `The least it costs is ${formatUsd(last.least.cost)}`, tone: "over" };
    case "no-price":
      return {
        text: `${capital(splitText(last.earliest))} would do, but ${last.earliest.batch ? "batch" : "standard"} has no price`,
        tone: "unknown",
      };
  }
}

const NAMES: Readonly<Record<Question, (plan: BacklogPlan) => string>> = {
  cheapest: (plan) => `Cheapest by ${deadlineText(plan)}`,
  earliest: () => "Earliest",
  "within-budget": ({ backlog }) => `Earliest for ${formatUsdText(backlog.budgetUsd!)}`,
  batch: () => "Batch alone",
  standard: () => "Standard alone",
};
const ORDER: readonly Question[] = ["cheapest", "earliest", "within-budget", "batch", "standard"];

/**
 * Every way to do the backlog at the scenario's usage tier: what was asked for first, then each service tier
 * alone.
 */
export function backlogRows(plan: BacklogPlan): BacklogRow[] {
  const { own } = plan;
  const answered = ORDER.flatMap((key) => (own.answers[key] ? [{ key, answer: own.answers[key] as SplitAnswer }] : []));
  const splits = answered.flatMap(({ answer }) => (answer.split ? [answer.split] : []));
  const costed = answered.flatMap(({ answer }) => answer.split ?? answer.untimed ?? []);
  const longest = splits.reduce<Split["hours"] | null>(
    (a, { hours }) => (a && compare(a, hours) >= 0 ? a : hours),
    null,
  );
  const dearest = costed.reduce<Split["cost"]>(
    (a, { cost }) => (a && cost && compare(a, cost) >= 0 ? a : (cost ?? a)),
    null,
  );
  const shown = own.answers.cheapest.split ? "cheapest" : "earliest";
  return answered.map(({ key, answer }): BacklogRow => {
    const named = { key, name: NAMES[key](plan), shown: key === shown && answer.split !== null };
    if (!answer.split) {
      const { reasons, untimed } = answer;
      const { text, tone } = whyNone(plan, reasons, own);
      return {
        ...named,
        about: text,
        tone,
        hours: null,
        cost: untimed ? costFigure(untimed, key, own) : null,
        remark: null,
        timeWidth: 0,
        costWidth: untimed ? shareOf(untimed.cost, dearest) : 0,
        enterOwn: untimed ? missingField(plan, reasons) : null,
      };
    }
    const { split } = answer;
    const remark = remarkOn(plan, split, own);
    return {
      ...named,
      about: `${capital(splitText(split))}${heldByDay(split)}`,
      tone: remark ? "over" : split.cost ? "ok" : "unknown",
      hours: hoursFigure(plan, split, key, own),
      cost: costFigure(split, key, own),
      remark,
      timeWidth: shareOf(split.hours, longest),
      costWidth: shareOf(split.cost, dearest),
      enterOwn: null,
    };
  });
}

/** The ends of the frontier in a sentence: `From 12 hours for $2,843.96 to 27 days for $1,421.98`. */
export function backlogRowsFinding({ own, frontier }: BacklogPlan): string {
  const pointText = ({ hours, cost }: Split, beside?: Split) =>
    `${formatSpan(hours, beside?.hours)} for ${formatUsd(cost)}`;
  const [first, last] = [frontier[0], frontier.at(-1)];
  if (first && last && first !== last) return `From ${pointText(first)} to ${pointText(last, first)}`;
  const { split } = own.answers.earliest;
  if (first)
    return `${capital(splitText(first))} are both the earliest and the cheapest`.replace(
      /^(1\s\S+( \S+)?) are/,
      "$1 is",
    );
  if (split) return `From ${formatSpan(split.hours)} on; the cost is not known for every way`;
  return openObstacles(own).length > 0
    ? "Whether anything runs at this usage tier cannot be told"
    : "Nothing runs at this usage tier";
}
