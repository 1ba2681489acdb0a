import { type Fact } from "@/lib/catalogue";
import { type BacklogPlan, type Split, type TierPlan } from "@/lib/batch";
import { exact, type Exact } from "@/lib/money";
import { tierLimits } from "@/lib/facts";
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

/** A whole number as an atom of a formula. */
export const count = (value: bigint): Term => ({ text: formatExact(exact(value)), value: exact(value), level: 0 });
/** An exact amount as an atom of a formula. */
export const amount = (value: Exact): Term => ({ text: amountText(value), value, level: 0 });

/** Where a limit of a tier comes from: the catalogue’s row, or `your own`. */
export function sourceOf(
  { plan: { facts, scenario }, tier: { usageTier } }: AnsweredSplit,
  field: "rpm" | "tpm" | "batchQueueTokens",
): { readonly fact: Fact | null; readonly source: string } {
  const { row, [field]: value } = tierLimits(facts, usageTier, scenario.usageTier);
  return row?.[field] === value ? { fact: row, source: formatTier(usageTier) } : { fact: null, source: "your own" };
}
