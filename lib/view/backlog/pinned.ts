import { planBacklog, type BacklogPlan } from "@/lib/batch";
import { compare } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { shownSplit } from "./shown";
import { formatDay, formatUsd } from "@/lib/view/text";

/**
 * Where the prices pinned by the scenario's day make the backlog cost something else than those of `today`:
 * what it comes to then and now.
 */
export function backlogPinned(
  plan: BacklogPlan,
  today: string,
): { readonly text: string; readonly scenario: Scenario } | null {
  const { scenario } = plan;
  if (scenario.asOf === today) return null;
  const next = { ...scenario, asOf: today };
  const [then, now] = [plan, planBacklog(next)].map((one) => shownSplit(one)?.split.cost ?? null);
  if (!then || !now || compare(then, now) === 0) return null;
  return {
    text: `At the prices of ${formatDay(scenario.asOf)}, which this link pins, the backlog costs ${formatUsd(then)}; at those of ${formatDay(today)}, ${formatUsd(now)}.`,
    scenario: next,
  };
}
