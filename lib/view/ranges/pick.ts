import { adviceOf, compareModels } from "@/lib/compare";
import { estimate } from "@/lib/estimate";
import { rangeOf } from "@/lib/ranges";
import type { Scenario } from "@/lib/scenario";
import { hasRanges } from "@/lib/scenario/ranges";
import { holdsText, moveTo } from "@/lib/view/advice";
import { compareTable, readChoice } from "@/lib/view/compare";
import { inCases } from "@/lib/view/names";
import { formatTier } from "@/lib/view/text";

/** In how many cases a scenario fits its usage tier: `fits tier 4 in 9 of 10 cases`; `null`: no ranges, or untold. */
function casesText(scenario: Scenario): string | null {
  if (!hasRanges(scenario)) return null;
  const own = rangeOf(scenario).fitShare.find(({ usageTier }) => usageTier === scenario.usageTier)!;
  if (own.share === null) return null;
  const only = own.share > 0 && own.share < 0.5 ? "only " : "";
  return `fits ${formatTier(scenario.usageTier)} ${only}${inCases(own.share)}`;
}

/**
 * How sure and how long a scenario that is advised holds, in a sentence: `It fits tier 4 in 9 of 10 cases today; as
 * entered it holds for all 24 months.`; empty without ranges and growth.
 */
export function pickText(scenario: Scenario): string {
  const [cases, holds] = [casesText(scenario), holdsText(scenario)];
  // Cases are of today; the growth is followed at the means as entered.
  if (cases && holds) return `It ${cases} today; as entered it ${holds}.`;
  return (cases ?? holds) ? `It ${cases ?? holds}.` : "";
}

/** The same of the row that Compare leads with, as its address chooses. */
export function comparedPickText(scenario: Scenario, own: Parameters<typeof readChoice>[0]): string {
  if (!hasRanges(scenario) && !scenario.growth) return "";
  const choice = readChoice(own, scenario);
  const { move } = compareTable(compareModels(scenario, choice.workload), estimate(scenario), choice);
  return move ? pickText(moveTo(scenario, move, choice.workload).scenario) : "";
}

/** In how many cases the cheapest that fits does so, on Plan; empty where nothing is to be moved to. */
export function cheapestPickText(scenario: Scenario): string {
  const { cheapest } = adviceOf(scenario);
  if (!cheapest) return "";
  return casesText(moveTo(scenario, cheapest).scenario) ?? "";
}
