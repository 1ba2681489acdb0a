import { type Estimate } from "@/lib/estimate";
import { formatDuration, formatUsd } from "@/lib/view/text";
import { step, working, type Working } from "../compose";
import { money, number, over, times } from "../term";
import { limitTerm } from "./source";

/** Hours of the month until its cost reaches the monthly usage limit. */
export function usageHoursWorking(estimate: Estimate): Working {
  const { scenario, cost } = estimate;
  const row = estimate.demands.length - 1;
  const limit = limitTerm(estimate, row, scenario.usageTier)!;
  const month = money(cost.perMonth!);
  const term = over(times(number(730), limit.term), month);
  return working({
    title: "Hours until the monthly usage limit is spent",
    steps: [
      { label: "Limit", expression: limit.source, value: limit.term.text },
      step("A month", month, formatUsd(cost.perMonth)),
    ],
    result: step("Hours", term, formatDuration(estimate.fit.hoursToUsageLimit!)),
    rule: "monthly-usage",
    facts: [limit.fact],
  });
}
