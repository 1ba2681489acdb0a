import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { isOver } from "@/lib/limits";
import type { Exact } from "@/lib/money";
import { tierVerdict, type VerdictInput } from "./fit";
import { noteCodesOf } from "./notes";
import type { NoteCode, Verdict } from "./types";

/** What an estimate says in short: its verdict, the least usage tier, and which notes it has. */
export interface Judgement extends Verdict {
  readonly rates: Verdict;
  readonly minimumUsageTier: PaidTier | null;
  /** No paid tier is known to fit, and of one it cannot be told. */
  readonly isTierOpen: boolean;
  /** The codes of its notes, each once, in their order. */
  readonly codes: readonly NoteCode[];
}

const PAID = USAGE_TIERS.flatMap(({ id }) => (id === "free" ? [] : [id]));

/**
 * The same as `estimate` says of a scenario whose demands and month’s cost are known, without the bill and the
 * ratios of every limit. `scenario.workloads` need not name their models: `checks` do.
 */
export function judgeScenario(input: VerdictInput, perMonth: Exact | null): Judgement {
  const { scenario, facts, demanded, checks } = input;
  const own = tierVerdict(input, scenario.usageTier);
  const rows = demanded.flatMap((demand, index) => {
    const limit = own.limits[index];
    return limit === undefined ? [] : { demand, limit, over: limit !== null && isOver(demand, limit) };
  });
  const fitsAt = (tier: PaidTier) => (tier === scenario.usageTier ? own : tierVerdict(input, tier)).fits;
  const minimum = PAID.find((tier) => fitsAt(tier) === true) ?? null;
  return {
    fits: own.fits,
    bindsFirst: own.bindsFirst,
    scaleAtLimit: own.scaleAtLimit,
    rates: own.rates,
    minimumUsageTier: minimum,
    isTierOpen: minimum === null && PAID.some((tier) => fitsAt(tier) === null),
    codes: noteCodesOf({ scenario, facts, perMonth, rows, checks }),
  };
}
