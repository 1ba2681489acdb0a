import type { BacklogPlan } from "@/lib/batch";
import { cost } from "@/lib/cost";
import { factsOf } from "@/lib/facts";
import { add, compare, divide, sum, toNumber, type Exact } from "@/lib/money";
import { monthMoney, usageLimitName } from "@/lib/view/estimate";
import { formatPercent, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { shownSplit } from "./shown";

/** USD a month of the workloads on Plan, but for the one that the backlog was made from; `null`: no price. */
function liveCost({ scenario, madeFrom }: BacklogPlan): Exact | null {
  const others = cost(scenario, factsOf(scenario)).workloads.filter((_, index) => index !== madeFrom);
  const amounts = others.map(({ perMonth }) => perMonth);
  return amounts.every((amount) => amount !== null) ? sum(amounts) : null;
}

/** What the split shown and the workloads on Plan do together to the month’s money, each in a sentence. */
export function backlogMoney(plan: BacklogPlan): string[] {
  const { scenario, own } = plan;
  const shown = shownSplit(plan);
  const live = liveCost(plan);
  if (!shown?.split.costInMonth || !live) return [];
  const { split, key } = shown;
  const limit = usageLimitName(scenario);
  const month = add(split.costInMonth!, live);
  const both = live.n > 0n ? "With Plan’s workloads a" : "A";
  const over = monthMoney(scenario, month).overBudget;
  return [
    ...(split.overUsageLimit && key === "earliest"
      ? [
          `${capital(limit)} pays for ${formatPercent(toNumber(divide(own.usageLimit, split.costInMonth!)))} of it, then it stops.`,
        ]
      : []),
    ...(!split.overUsageLimit && compare(month, own.usageLimit) > 0
      ? [`${both} month costs ${formatUsd(month)}, more than ${limit}: all stops before the month ends.`]
      : []),
    ...(over
      ? [`${both} month costs ${formatUsd(over)} more than the budget of ${formatUsdText(scenario.monthlyBudgetUsd!)}.`]
      : []),
  ];
}
