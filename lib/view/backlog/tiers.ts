import type { BacklogPlan, Reason, Split, TierPlan } from "@/lib/batch";
import type { UsageTierId } from "@/lib/catalogue";
import { compare, subtract } from "@/lib/money";
import type { Tone } from "@/lib/view/estimate";
import { capital } from "@/lib/view/names";
import { type Figure, formatCount, formatSpan, formatTier } from "@/lib/view/text";
import {
  closedWith,
  costFigure,
  deadlineOf,
  deadlineText,
  hoursFigure,
  obstacleShort,
  openIn,
  openObstacles,
} from "./words";

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
  return { tone: open ? "unknown" : "never", remark: obstacleShort(plan, open ?? closedWith(reasons)[0]!) };
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
  if (!answer.split) {
    const { reasons, untimed } = answer;
    const known = untimed?.cost ? costFigure(untimed, key, tier) : null;
    return { key, ...shortly(plan, reasons, tier), hours: null, cost: known };
  }
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
