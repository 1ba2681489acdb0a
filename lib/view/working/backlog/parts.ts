import { type Fact } from "@/lib/catalogue";
import { requestOf, type BacklogPlan, type RateLimit, type Split, type TierPlan, type UntimedSplit } from "@/lib/batch";
import { exact, type Exact } from "@/lib/money";
import { limitPoolOf, poolLimits } from "@/lib/facts";
import { forLong } from "@/lib/view/names";
import { formatExact, formatTier } from "@/lib/view/text";
import { amountText, type Term } from "../term";

/** The split that answers a question at a usage tier, and what it is called. */
export interface AnsweredSplit {
  readonly plan: BacklogPlan;
  readonly tier: TierPlan;
  readonly split: Split;
  /** `Cheapest by 3 days, tier 3`. */
  readonly name: string;
}

/** The same where all that counts is its cost. */
export type AnsweredCost = Omit<AnsweredSplit, "split"> & { readonly split: UntimedSplit };

/** A whole number as an atom of a formula. */
export const count = (value: bigint): Term => ({ text: formatExact(exact(value)), value: exact(value), level: 0 });
/** An exact amount as an atom of a formula. */
export const amount = (value: Exact): Term => ({ text: amountText(value), value, level: 0 });

/** Where a limit of a tier comes from: the catalogue’s row, or `your own`. */
export function sourceOf(
  { plan: { backlog, facts, scenario }, tier: { usageTier } }: Pick<AnsweredSplit, "plan" | "tier">,
  field: RateLimit | "batchQueueTokens",
): { readonly fact: Fact | null; readonly source: string } {
  const serviceTier = field === "batchQueueTokens" ? "batch" : "standard";
  const pool = limitPoolOf({ ...requestOf(backlog), serviceTier }, scenario);
  const { row, [field]: value } = poolLimits(new Map([[facts.pool, facts]]), pool, usageTier, scenario.usageTier);
  return row && row[field] === value
    ? { fact: row, source: `${formatTier(usageTier)}${forLong(pool)}` }
    : { fact: null, source: "your own" };
}
