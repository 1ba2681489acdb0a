import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import type { Fix } from "./parts";
import { formatTier } from "@/lib/view/text";
import { roomFixes } from "./room";
import { tierFix, growthFix, evenFix, scaleFix } from "./capacity";
import { batchFix, standardFix } from "./service";
import { modelFix, waitingFix } from "./models";
import { capFixes, outputFix } from "./sizes";

/** What to try next, best first, at most five. */
export interface FixesView {
  readonly heading: string;
  readonly fixes: readonly Fix[];
}

/** How many changes are named. */
const MOST = 5;

const isFix = (fix: Fix | null): fix is Fix => fix !== null;

function heading(fixes: readonly Fix[]): string {
  if (fixes.length === 0 || fixes.some(({ fits }) => fits)) return "What would make it fit";
  return fixes.some(({ fits }) => fits === false) ? "What would not be enough" : "What cannot be told";
}

/** USD a month after a change; `null`: unknown. */
const monthAfter = ({ scenario }: Fix) => scenario && estimateOf(scenario).cost.perMonth;

/**
 * The changes with those to another model: first where the first of them is the cheapest way of all that carry the
 * whole traffic at once, else last of five at the latest.
 */
function withModels(whole: readonly Fix[], others: readonly Fix[], moves: readonly Fix[]): readonly Fix[] {
  const fixes = [...whole, ...others];
  const [first] = moves;
  if (!first) return fixes;
  const month = monthAfter(first)!;
  const isCheapest = whole.every((fix) => {
    const other = monthAfter(fix);
    return !other || compare(month, other) < 0;
  });
  const place = isCheapest ? 0 : Math.min(MOST - moves.length, fixes.length);
  return [...fixes.slice(0, place), ...moves, ...fixes.slice(place)];
}

/**
 * What would make a scenario fit; of one that fits, how far it reaches and what would be enough. Every fix is
 * estimated before it is offered. `cases`: in how many cases the cheapest other model fits, where ranges are entered.
 */
export function fixesView(estimate: Estimate, cases = ""): FixesView {
  if (estimate.fit.fits) {
    const fixes = [tierFix(estimate), growthFix(estimate), ...roomFixes(estimate), batchFix(estimate)].filter(isFix);
    return {
      heading: `What ${formatTier(estimate.scenario.usageTier)} still has room for`,
      fixes: fixes.filter(({ fits }) => fits),
    };
  }
  const corrections = [outputFix(estimate), standardFix(estimate)].filter(isFix);
  const whole = [...capFixes(estimate), tierFix(estimate), evenFix(estimate)].filter(isFix);
  const others = [scaleFix(estimate), batchFix(estimate)].filter(isFix);
  const moves = [modelFix(estimate, cases), waitingFix(estimate)].filter(isFix);
  const all = [...corrections, ...withModels(whole, others, moves)];
  return { heading: heading(all), fixes: all.slice(0, MOST) };
}
