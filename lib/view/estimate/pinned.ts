import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import type { Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { formatDay, formatUsd } from "@/lib/view/text";

/**
 * What the scenario costs at the prices of the day it pins and at those of `today`; `null` where they are the
 * same.
 */
export function pinnedView(
  estimate: Estimate,
  today: string,
): { readonly text: string; readonly scenario: Scenario } | null {
  const { scenario, cost } = estimate;
  if (scenario.asOf === today) return null;
  const next = { ...scenario, asOf: today };
  const now = estimateOf(next).cost.perMonth;
  const day = formatDay(scenario.asOf);
  const monthText = (amount: Exact | null) => (amount ? `${formatUsd(amount)} a month` : "unknown");
  if (now === null || cost.perMonth === null)
    return now === cost.perMonth
      ? null
      : {
          text: `On ${day}, which this link pins, the cost was ${monthText(cost.perMonth)}; at today’s prices it is ${monthText(now)}.`,
          scenario: next,
        };
  if (now.n * cost.perMonth.d === cost.perMonth.n * now.d) return null;
  return {
    text: `At the prices of ${day}, which this link pins, it was ${formatUsd(cost.perMonth)} a month then; at those of ${formatDay(today)} it is ${formatUsd(now)} now.`,
    scenario: next,
  };
}
