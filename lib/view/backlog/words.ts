import { findModel, isInputOnly } from "@/lib/catalogue";
import type { BacklogPlan, Obstacle, PaceLimit, Reason, Split, TierPlan, UntimedSplit } from "@/lib/batch";
import { compare, fromNumber, type Exact } from "@/lib/money";
import {
  figure,
  type Figure,
  type Sentence,
  formatExact,
  formatTier,
  formatUsd,
  formatCount,
  formatSpan,
} from "@/lib/view/text";
import { DIMENSIONS, listed, mostOutput } from "@/lib/view/names";

/** One of the questions that a plan answers. */
type Question = keyof TierPlan["answers"];

/** The deadline in hours. */
export const deadlineOf = ({ backlog }: BacklogPlan): Exact => fromNumber(backlog.deadlineHours);
/** The deadline as a span: `3 days`. */
export const deadlineText = (plan: BacklogPlan): string => formatSpan(deadlineOf(plan));

const RATES: Readonly<Record<Exclude<PaceLimit, "batch-queue">, string>> = {
  rpm: "requests-a-minute",
  tpm: "tokens-a-minute",
};

/** `batch queue`, `requests-a-minute or tokens-a-minute limit`. */
function limitsText(limits: readonly PaceLimit[]): string {
  const rates = limits.flatMap((limit) => (limit === "batch-queue" ? [] : [RATES[limit]]));
  return rates.length ? `${rates.join(" or ")} limit` : "batch queue";
}

/**
 * Why a service tier cannot do the backlog, or why that cannot be told: a sentence without capital and full
 * stop.
 */
export function obstacleText({ facts }: BacklogPlan, obstacle: Obstacle, { usageTier }: TierPlan): string {
  const { pool } = facts;
  switch (obstacle.code) {
    case "tier-not-supported":
      return isInputOnly(facts) ? `${pool} is planned on paid tiers only` : `Free does not offer ${pool}`;
    case "unpublished": {
      const what = limitsText(obstacle.limits);
      return findModel(pool)
        ? `OpenAI publishes no ${what} for ${pool} at ${formatTier(usageTier)}`
        : `no ${what} is known for ${pool} yet`;
    }
    default: {
      const [needed, most] = [formatExact(obstacle.needed), formatExact(obstacle.most)];
      switch (obstacle.code) {
        case "exceeds-context":
          return `one ${pool} request takes ${needed} tokens; its context window holds ${most}`;
        case "exceeds-max-input":
          return `one ${pool} request has ${needed} input tokens; the model takes at most ${most}`;
        case "exceeds-max-output":
          return `one ${pool} answer takes ${needed} tokens; the model gives ${mostOutput(most!)}`;
        case "request-exceeds-tpm":
          return `one ${pool} request is charged ${needed} tokens; ${formatTier(usageTier)} holds ${most} a minute`;
        case "request-exceeds-tpd":
          return `one ${pool} request is charged ${needed} tokens; ${formatTier(usageTier)} holds ${most} a day`;
        case "input-exceeds-queue":
          return `one ${pool} request has ${needed} input tokens; the batch queue of ${formatTier(usageTier)} holds ${most}`;
        case "request-exceeds-file":
          return `one ${pool} request weighs ${needed} bytes in a batch file, which holds ${most}`;
      }
    }
  }
}

const SHORT: Readonly<Record<Obstacle["code"], string>> = {
  "tier-not-supported": "not offered",
  "exceeds-context": "over the context window",
  "exceeds-max-input": "over the maximum input",
  "exceeds-max-output": "over the maximum output",
  "request-exceeds-tpm": "too large for TPM",
  "request-exceeds-tpd": "too large for TPD",
  "input-exceeds-queue": "too large for the queue",
  "request-exceeds-file": "too large for a file",
  unpublished: "limit not published",
};

/** Why a service tier cannot do the backlog, in a few words for a cell. */
export const obstacleShort = ({ facts }: BacklogPlan, { code }: Obstacle): string =>
  code === "tier-not-supported" && isInputOnly(facts) ? "paid tiers only" : SHORT[code];

/** Whether an obstacle is certain. Only an unpublished limit is not. */
const isFinal = ({ code }: Obstacle): boolean => code !== "unpublished";

/** The unpublished limits of those service tiers that nothing else rules out. */
export function openObstacles({ batch, standard }: Pick<TierPlan, "batch" | "standard">): Obstacle[] {
  return [batch, standard].flatMap(({ obstacles }) => (obstacles.some(isFinal) ? [] : obstacles));
}

/**
 * What a split is made of: `13 waves`, `20,000 standard requests`, `2 waves and 12,000 standard requests`.
 */
export function splitText({ waves, standard }: Split): string {
  const parts = [
    ...(waves ? [formatCount(waves, "wave")] : []),
    ...(standard ? [formatCount(standard, "standard request")] : []),
  ];
  return listed(parts);
}

/** `, held up by requests a day`, where that is what a split waits for to the end; else nothing. */
export function heldByDay({ standardBoundBy, standardHours, batchHours }: Split): string {
  const daily = standardBoundBy === "rpd" || standardBoundBy === "tpd" ? DIMENSIONS[standardBoundBy] : null;
  return daily && compare(standardHours, batchHours) >= 0 ? `, held up by ${daily.toLowerCase()}` : "";
}

/** Whether `splitText` names a single wave or request. */
export const isOne = ({ waves, standard }: Split): boolean => waves + standard === 1n;

/** The cost of a split as a figure with its working; `no price` where it is unknown. */
export const costFigure = (split: UntimedSplit, key: Question, { usageTier }: TierPlan): Figure =>
  figure(split.cost ? formatUsd(split.cost) : "no price", {
    of: "backlog",
    figure: "cost",
    question: key,
    tier: usageTier,
  });

/** Hours in words, told apart from the deadline. */
export const timeText = (plan: BacklogPlan, { hours }: Split): string => formatSpan(hours, deadlineOf(plan));

/** The time of a split as a figure with its working. */
export const hoursFigure = (plan: BacklogPlan, split: Split, key: Question, { usageTier }: TierPlan): Figure =>
  figure(timeText(plan, split), { of: "backlog", figure: "hours", question: key, tier: usageTier });

/** The time and cost of a split: `in 13 days for $1,234.56`. */
export function inFor(plan: BacklogPlan, split: Split, key: Question, tier: TierPlan): Sentence {
  const time = hoursFigure(plan, split, key, tier);
  return split.cost ? ["in ", time, " for ", costFigure(split, key, tier)] : ["in ", time];
}

/** The obstacles among reasons. */
export const closedWith = (reasons: readonly Reason[]) =>
  reasons.flatMap((reason) => (reason.code === "closed" ? [reason.obstacle] : []));

/**
 * Of the limits that nobody published, the first that leaves open whether there is such a split after all.
 */
export function openIn(reasons: readonly Reason[], tier: TierPlan): Obstacle | undefined {
  const open = openObstacles(tier);
  return closedWith(reasons).find((obstacle) => open.includes(obstacle));
}
