import { successorsOf, usageTier as tierFacts } from "@/lib/catalogue";
import { adviceOf, isAsEntered, type Move, scenarioOn } from "@/lib/compare";
import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { compare, subtract } from "@/lib/money";
import { holdsText } from "@/lib/view/advice";
import { formatTier, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital, modelIn } from "@/lib/view/names";
import { type Fix, inUse } from "./parts";

/** All workloads on a model, at the usage tier at which it fits; `null` where that is what is entered. */
function moveFix({ scenario, facts, cost }: Estimate, { row, usageTier }: Move, start: string, cases = ""): Fix | null {
  if (isAsEntered(row, scenario, null)) return null;
  const next = { ...scenarioOn(scenario, row, null), usageTier };
  const now = cost.perMonth;
  const isOwnTier = usageTier === scenario.usageTier;
  const less = now && compare(row.perMonth!, now) < 0 ? `, ${formatUsd(subtract(now, row.perMonth!))} less` : "";
  const without = row.codes.includes("reasoning-dropped") ? ", without reasoning" : ", at the sizes entered";
  const successor = [...facts.keys()].flatMap(successorsOf).includes(row.model) ? "; a successor" : "";
  const paid = isOwnTier
    ? ""
    : ` ${capital(formatTier(usageTier))} is reached after paying ${formatUsdText(tierFacts(usageTier).reachedAfterUsd!)}.`;
  const grown = holdsText(next);
  const holds = cases && grown ? `${cases} today; as entered it ${grown}` : cases || grown;
  const where = isOwnTier ? "" : ` at ${formatTier(usageTier)}`;
  return {
    fits: true,
    text: capital(`${start}all on ${modelIn(row)}${where}, ${inUse(estimateOf(next))}`),
    detail: `${formatUsd(row.perMonth)} a month${less}${without}${successor}.${paid}${holds ? ` ${capital(holds)}.` : ""}`,
    label: `Try ${row.model}`,
    scenario: next,
  };
}

/**
 * All on the cheapest model that fits, at a higher usage tier where none fits this one: what Compare leads with.
 * `cases` says in how many cases it fits.
 */
export function modelFix(estimate: Estimate, cases: string): Fix | null {
  const { cheapest } = adviceOf(estimate.scenario);
  return cheapest && moveFix(estimate, cheapest, "", cases);
}

/** The same in batch or flex, where that is cheaper still and answers may wait. */
export function waitingFix(estimate: Estimate): Fix | null {
  const { ifWaiting } = adviceOf(estimate.scenario);
  return ifWaiting && moveFix(estimate, ifWaiting, "if answers may wait: ");
}
