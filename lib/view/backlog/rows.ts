import type { SplitAnswer, BacklogPlan, Obstacle, Reason, Split, TierPlan } from "@/lib/batch";
import type { UsageTierId } from "@/lib/catalogue";
import { compare, parseDecimal, subtract, shareOf } from "@/lib/money";
import {
  costFigure,
  deadlineOf,
  deadlineText,
  hoursFigure,
  obstacleShort,
  obstacleText,
  openObstacles,
  splitText,
  timeText,
} from "./words";
import {
  type BacklogQuestion,
  type Figure,
  formatTier,
  formatUsd,
  formatUsdText,
  formatCount,
  formatSpan,
} from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import type { Tone } from "@/lib/view/estimate";

/** One way to do the backlog, or why it cannot be done so. */
export interface BacklogRow {
  readonly key: BacklogQuestion;
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

const closedWith = (reasons: readonly Reason[]) =>
  reasons.flatMap((reason) => (reason.code === "closed" ? [reason.obstacle] : []));

/**
 * Of the limits that nobody published, the first that leaves open whether there is such a split after all.
 */
function openIn(reasons: readonly Reason[], tier: TierPlan): Obstacle | undefined {
  const open = openObstacles(tier);
  return closedWith(reasons).find((obstacle) => open.includes(obstacle));
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

const NAMES: Readonly<Record<BacklogQuestion, (plan: BacklogPlan) => string>> = {
  cheapest: (plan) => `Cheapest by ${deadlineText(plan)}`,
  earliest: () => "Earliest",
  "within-budget": ({ backlog }) => `Earliest for ${formatUsdText(backlog.budgetUsd!)}`,
  batch: () => "Batch alone",
  standard: () => "Standard alone",
};
const ORDER: readonly BacklogQuestion[] = ["cheapest", "earliest", "within-budget", "batch", "standard"];

/**
 * Every way to do the backlog at the scenario's usage tier: what was asked for first, then each service tier
 * alone.
 */
export function backlogRows(plan: BacklogPlan): BacklogRow[] {
  const { own } = plan;
  const answered = ORDER.flatMap((key) => (own.answers[key] ? [{ key, answer: own.answers[key] as SplitAnswer }] : []));
  const splits = answered.flatMap(({ answer }) => (answer.split ? [answer.split] : []));
  const longest = splits.reduce<Split["hours"] | null>(
    (a, { hours }) => (a && compare(a, hours) >= 0 ? a : hours),
    null,
  );
  const dearest = splits.reduce<Split["cost"]>(
    (a, { cost }) => (a && cost && compare(a, cost) >= 0 ? a : (cost ?? a)),
    null,
  );
  const shown = own.answers.cheapest.split ? "cheapest" : "earliest";
  return answered.map(({ key, answer }): BacklogRow => {
    const named = { key, name: NAMES[key](plan), shown: key === shown && answer.split !== null };
    if (!answer.split) {
      const { text, tone } = whyNone(plan, answer.reasons, own);
      return { ...named, about: text, tone, hours: null, cost: null, remark: null, timeWidth: 0, costWidth: 0 };
    }
    const { split } = answer;
    const remark = remarkOn(plan, split, own);
    return {
      ...named,
      about: capital(splitText(split)),
      tone: remark ? "over" : split.cost ? "ok" : "unknown",
      hours: hoursFigure(plan, split, key, own),
      cost: costFigure(split, key, own),
      remark,
      timeWidth: shareOf(split.hours, longest),
      costWidth: shareOf(split.cost, dearest),
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

/** One cell of the tiers side by side: time and cost, or a few words why not. */
export interface BacklogCell {
  readonly key: "batch" | "standard" | "cheapest";
  readonly tone: Tone;
  readonly hours: Figure | null;
  readonly cost: Figure | null;
  readonly remark: string;
}

/** What the backlog takes at one usage tier. */
export interface BacklogTierRow {
  readonly usageTier: UsageTierId;
  readonly chosen: boolean;
  readonly name: string;
  readonly cells: readonly BacklogCell[];
}

/** Why not, in a few words. */
function shortly(plan: BacklogPlan, reasons: readonly Reason[], tier: TierPlan): Pick<BacklogCell, "tone" | "remark"> {
  const open = openIn(reasons, tier);
  const last = reasons.at(-1)!;
  if (last.code === "no-price") return { tone: "unknown", remark: "no price" };
  if (last.code === "deadline-missed" && !open)
    return { tone: "over", remark: `${formatSpan(subtract(last.earliest.hours, deadlineOf(plan)))} late` };
  return { tone: open ? "unknown" : "never", remark: obstacleShort(open ?? closedWith(reasons)[0]!) };
}

/** What the cheapest split is made of, in a few words. */
const mixText = ({ waves, standard }: Split): string =>
  waves === 0n ? "all standard" : `${formatCount(waves, "wave")}${standard ? ", rest standard" : ""}`;

/** What is wrong with a split, else what the cheapest is made of. */
function cellRemark(plan: BacklogPlan, split: Split, key: BacklogCell["key"]): string {
  if (split.overUsageLimit) return "over monthly usage";
  const deadline = deadlineOf(plan);
  if (compare(split.hours, deadline) > 0) return `${formatSpan(subtract(split.hours, deadline))} late`;
  return key === "cheapest" ? mixText(split) : "";
}

function cell(plan: BacklogPlan, tier: TierPlan, key: BacklogCell["key"]): BacklogCell {
  const answer = tier.answers[key];
  if (!answer.split) return { key, ...shortly(plan, answer.reasons, tier), hours: null, cost: null };
  const { split } = answer;
  const late = compare(split.hours, deadlineOf(plan)) > 0;
  return {
    key,
    tone: split.overUsageLimit || late ? "over" : split.cost ? "ok" : "unknown",
    hours: hoursFigure(plan, split, key, tier),
    cost: costFigure(split, key, tier),
    remark: cellRemark(plan, split, key),
  };
}

/** Batch, standard and the cheapest split by the deadline at all six usage tiers, Free first. */
export function backlogTiers(plan: BacklogPlan): BacklogTierRow[] {
  return plan.tiers.map((tier) => ({
    usageTier: tier.usageTier,
    chosen: tier.usageTier === plan.scenario.usageTier,
    name: capital(formatTier(tier.usageTier)),
    cells: (["batch", "standard", "cheapest"] as const).map((key) => cell(plan, tier, key)),
  }));
}

/** `Tier 4 is the lowest that does it in 3 days`. */
export function backlogTiersFinding(plan: BacklogPlan): string {
  const within = deadlineText(plan);
  const least = plan.tiers.find(({ answers: { cheapest } }) => cheapest.split && !cheapest.split.overUsageLimit);
  if (least) return `${capital(formatTier(least.usageTier))} is the lowest that does it in ${within}`;
  if (plan.tiers.some(({ answers }) => answers.cheapest.split?.overUsageLimit))
    return `Every tier that is fast enough for ${within} stops on its monthly usage limit`;
  const open = plan.tiers.some((tier) => openObstacles(tier).length > 0);
  return open ? `No tier is known to do it in ${within}` : `No tier does it in ${within}`;
}
