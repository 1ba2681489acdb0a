import { requestOf, type BacklogPlan } from "@/lib/batch";
import { backlogRows } from "@/lib/view/backlog";
import { type BacklogFigureKey, formatExact, formatTier } from "@/lib/view/text";
import { step, working, type Working } from "../compose";
import { chargeTerm } from "../limit/charge";
import type { AnsweredSplit } from "./parts";
import { backlogHoursWorking, wavesWorking } from "./hours";
import { costWorking, paidWorking } from "./cost";
import { standardWorking } from "./standard";

/**
 * The working of a figure of a planned backlog; `null` where the plan has no such figure, or has it no more.
 */
export function backlogWorkingOf(key: BacklogFigureKey, plan: BacklogPlan): Working | null {
  if (key.of === "backlog-charge") {
    const { term, rule } = chargeTerm(requestOf(plan.backlog), plan.scenario.tokenAccounting);
    return working({
      title: "What one request of the backlog is charged against tokens a minute",
      steps: [],
      result: step("Tokens charged", term, formatExact(term.value)),
      rule,
    });
  }
  const tier = plan.tiers.find(({ usageTier }) => usageTier === key.tier);
  const answer = tier?.answers[key.question];
  if (!tier || !answer) return null;
  const row = backlogRows(plan).find((one) => one.key === key.question);
  const asked = { plan, tier, name: `${row!.name}, ${formatTier(tier.usageTier)}` };
  if (!answer.split)
    return answer.untimed && key.figure === "cost" ? costWorking({ ...asked, split: answer.untimed }, "cost") : null;
  const { split } = answer;
  const answered: AnsweredSplit = { ...asked, split };
  switch (key.figure) {
    case "hours":
      return backlogHoursWorking(answered);
    case "cost":
    case "thousand":
      return costWorking(answered, key.figure);
    case "waves":
      return wavesWorking(answered);
    case "standard":
      return standardWorking(answered);
    case "paid":
      return split.overUsageLimit ? paidWorking(answered) : null;
  }
}
