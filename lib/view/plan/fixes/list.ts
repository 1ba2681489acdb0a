import { type Estimate } from "@/lib/estimate";
import type { Fix } from "./parts";
import { formatTier } from "@/lib/view/text";
import { roomFixes } from "./room";
import { tierFix, growthFix, evenFix, scaleFix } from "./capacity";
import { batchFix, standardFix } from "./service";
import { capFixes, modelFix, outputFix } from "./sizes";

/** What to try next, best first, at most five. */
export interface FixesView {
  readonly heading: string;
  readonly fixes: readonly Fix[];
}

const isFix = (fix: Fix | null): fix is Fix => fix !== null;

function heading(fixes: readonly Fix[]): string {
  if (fixes.length === 0 || fixes.some(({ fits }) => fits)) return "What would make it fit";
  return fixes.some(({ fits }) => fits === false) ? "What would not be enough" : "What cannot be told";
}

/**
 * What would make a scenario fit; of one that fits, how far it reaches and what would be enough. Every fix is
 * estimated before it is offered.
 */
export function fixesView(estimate: Estimate): FixesView {
  if (estimate.fit.fits) {
    const fixes = [tierFix(estimate), growthFix(estimate), ...roomFixes(estimate), batchFix(estimate)].filter(isFix);
    return {
      heading: `What ${formatTier(estimate.scenario.usageTier)} still has room for`,
      fixes: fixes.filter(({ fits }) => fits),
    };
  }
  const fixes = [
    outputFix(estimate),
    standardFix(estimate),
    ...capFixes(estimate),
    tierFix(estimate),
    evenFix(estimate),
    modelFix(estimate),
    scaleFix(estimate),
    batchFix(estimate),
  ].filter(isFix);
  return { heading: heading(fixes), fixes: fixes.slice(0, 5) };
}
