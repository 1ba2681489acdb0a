import type { WorkloadCost } from "@/lib/cost";
import { alternatives, scenarioOn } from "@/lib/compare";
import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { exact, parseDecimal, sum, type Exact } from "@/lib/money";
import { formatExact, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital, workloadName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { minus, money, over, plus, shown } from "../term";
import { missing, allFacts, monthWorking } from "./totals";

/** The month’s cost with every workload in one service tier. */
export function serviceWorking(estimate: Estimate, service: "standard" | "batch"): Working {
  const title = `The whole scenario, all ${service}, a month`;
  const amounts = estimate.cost.workloads.map((bill: WorkloadCost) =>
    service === "batch" ? bill.batchPerMonth : bill.standardPerMonth,
  );
  if (!amounts.every((amount): amount is Exact => amount !== null)) return missing(title, estimate);
  const steps = amounts.map((amount, index) => ({
    label: workloadName(estimate.scenario, index),
    expression: `all ${service}`,
    value: formatUsd(amount),
  }));
  return working({
    title,
    steps,
    result: step("A month", plus(...amounts.map(money)), formatUsd(sum(amounts))),
    rule: service === "batch" ? "batch-price" : "price-per-million",
    facts: allFacts(estimate),
  });
}

/** What all in batch would save, or cost more, a month. */
export function savingWorking(estimate: Estimate): Working {
  const now = estimate.cost.perMonth;
  const amounts = estimate.cost.workloads.map(({ batchPerMonth }) => batchPerMonth);
  const title = "All in batch against the scenario as entered";
  if (!now || !amounts.every((amount): amount is Exact => amount !== null)) return missing(title, estimate);
  const batch = sum(amounts);
  const saves = now.n * batch.d >= batch.n * now.d;
  const difference = saves ? minus(money(now), money(batch)) : minus(money(batch), money(now));
  return working({
    title,
    steps: [step("As entered", money(now), formatUsd(now)), step("All in batch", money(batch), formatUsd(batch))],
    result: step(saves ? "Saved a month" : "More a month", difference, formatUsd(difference.value)),
    rule: "batch-price",
    facts: allFacts(estimate),
  });
}

/** How far the month’s cost is from the budget, or how many requests the budget buys. */
export function budgetWorking(estimate: Estimate, which: "budget" | "buys"): Working {
  const { scenario, cost } = estimate;
  const text = scenario.monthlyBudgetUsd!;
  const budget = shown(formatUsdText(text), parseDecimal(text)!);
  if (!cost.perMonth || !cost.perRequest) return missing("The budget", estimate);
  if (which === "buys") {
    const term = over(budget, money(cost.perRequest));
    return working({
      title: "Requests the budget buys, rounded down",
      steps: [step("A request, mean", money(cost.perRequest), formatUsd(cost.perRequest))],
      result: step("Requests", term, formatExact(exact(term.value.n / term.value.d))),
      rule: "rounding",
      facts: allFacts(estimate),
    });
  }
  const month = money(cost.perMonth);
  const overspent = cost.perMonth.n * budget.value.d > budget.value.n * cost.perMonth.d;
  const term = overspent ? minus(month, budget) : minus(budget, month);
  return working({
    title: overspent ? "Over the budget" : "Under the budget",
    steps: [
      step("A month", month, formatUsd(cost.perMonth)),
      { label: "Budget", expression: "your own", value: budget.text },
    ],
    result: step(overspent ? "Over" : "Under", term, formatUsd(term.value)),
    rule: "month-730",
    facts: allFacts(estimate),
  });
}

/** The month’s cost on another model and service tier; `null` where it is not one of the alternatives. */
export function alternativeWorking(estimate: Estimate, model: string, service: string): Working | null {
  const one = alternatives(estimate.scenario).find(
    (alternative) => alternative.model === model && alternative.serviceTier === service,
  );
  if (!one) return null;
  const all = monthWorking(estimateOf(scenarioOn(estimate.scenario, one, null)));
  return { ...all, title: `${capital(all.title)} on ${model}, ${service}` };
}
