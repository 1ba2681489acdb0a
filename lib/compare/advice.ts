import { USAGE_TIERS, type PaidTier, type UsageTierId } from "@/lib/catalogue";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { askedOf, missedOf, waits } from "./asked";
import { candidatesOf } from "./rows";
import type { Candidate, CompareRow } from "./types";

/** A model to move to, and the usage tier at which it fits. */
export interface Move {
  readonly row: CompareRow;
  /** The scenario’s own where it fits there; else the lowest at which one does. */
  readonly usageTier: UsageTierId;
}

/** What to move all workloads to, by what the scenario itself asks of a model. */
export interface Advice {
  /** The cheapest that fits; where nothing fits the scenario’s usage tier, the cheapest at the lowest that would do. */
  readonly cheapest: Move | null;
  /** The same in batch or flex, where that is cheaper or fits where nothing else does and not all answers wait yet. */
  readonly ifWaiting: Move | null;
}

const PAID = USAGE_TIERS.flatMap(({ id }) => (id === "free" ? [] : [id]));

/**
 * The cheapest that fits of candidates that rise in cost, else the cheapest at the lowest usage tier that would do;
 * `null`: none of them fits any. A month over a tier’s usage limit does not fit it, so that few rows need judging.
 */
export function cheapestMove(candidates: readonly Candidate[], scenario: Scenario): Move | null {
  const priced = candidates.filter(({ perMonth }) => perMonth !== null);
  const isWithin = ({ perMonth }: Candidate, tier: UsageTierId) =>
    compare(perMonth!, monthlyUsageLimit(scenario, tier)) <= 0;
  const { usageTier: own } = scenario;
  const fitting = own === "free" ? undefined : priced.find((one) => isWithin(one, own) && one.toRow().fits === true);
  if (fitting) return { row: fitting.toRow(), usageTier: own };
  let best: (Move & { readonly usageTier: PaidTier }) | null = null;
  for (const one of priced) {
    const least = PAID.find((tier) => isWithin(one, tier));
    if (least === undefined || (best && least >= best.usageTier)) continue;
    const row = one.toRow();
    const tier = row.minimumUsageTier;
    if (tier !== null && (!best || tier < best.usageTier)) best = { row, usageTier: tier };
  }
  return best;
}

const known = new WeakMap<Scenario, Advice>();

/**
 * What to move the scenario to: one rule for every page. A model counts that stays on sale for a year, reasons where
 * reasoning is asked of one that may, and answers at once unless all answers wait as entered.
 */
export function adviceOf(scenario: Scenario): Advice {
  let advice = known.get(scenario);
  if (!advice) {
    const asked = askedOf(scenario);
    const passing = candidatesOf(scenario).filter(
      (one) => missedOf(one, scenario, { ...asked, mayWait: true }).length === 0,
    );
    const atOnce = asked.mayWait ? passing : passing.filter((one) => !waits(one));
    const [cheapest, anyhow] = [atOnce, passing].map((some) => cheapestMove(some, scenario));
    advice = { cheapest: cheapest!, ifWaiting: anyhow && waits(anyhow.row) && !asked.mayWait ? anyhow : null };
    known.set(scenario, advice);
  }
  return advice;
}
