import { CHARGES, type Fact } from "@/lib/catalogue";
import { type Estimate } from "@/lib/estimate";
import { chargesOf } from "@/lib/facts";
import { type Exact } from "@/lib/money";
import { poolOf, type Workload } from "@/lib/scenario";
import { billView, keyFigures } from "@/lib/view/plan";
import { formatUsd } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { A_MONTH } from "../rates";
import { known, money, number, over, plus, shown, times, type Term } from "../term";

/** The facts behind the prices of a workload: its price row, then what is billed besides. */
function priceFacts(estimate: Estimate, workload: Workload): (Fact | null)[] {
  const facts = estimate.facts.get(poolOf(workload.model))!;
  return [facts.priceRow, ...chargesOf(workload, facts).map((charge) => CHARGES[charge])];
}

/**
 * Shown amounts that add up to a shown total; where one of them is too small to show, all of them unrounded.
 */
function column(texts: readonly string[], amounts: readonly Exact[]): Term {
  const tooSmall = texts.some((text) => text.startsWith("<"));
  return plus(...amounts.map((amount, index) => (tooSmall ? money(amount) : shown(texts[index]!, amount))));
}

/** A workload’s bill of a month, as the sum of its lines. */
export function workloadWorking(estimate: Estimate, index: number): Working {
  const { scenario, cost } = estimate;
  const bill = cost.workloads[index]!;
  const view = billView(estimate).workloads[index]!;
  const title = `${workloadName(scenario, index)}, a month`;
  const facts = priceFacts(estimate, scenario.workloads[index]!);
  const steps = view.lines.map((line) => ({
    label: line.label,
    expression: line.millions + line.times,
    value: line.month.text,
  }));
  if (!bill.perMonth)
    return working({
      title,
      steps,
      result: { label: "Price", expression: "none in force", value: "no price" },
      rule: "price-per-million",
      facts,
    });
  return working({
    title,
    steps,
    result: step(
      "A month",
      column(
        view.lines.map((line) => line.month.text),
        bill.lineItems.map(({ perMonth }) => perMonth!),
      ),
      view.month.text,
    ),
    rule: "rounding",
    facts,
  });
}

/** The facts behind the prices of all workloads of a scenario; `null` for the user’s own prices. */
export function allFacts(estimate: Estimate): (Fact | null)[] {
  return estimate.scenario.workloads.flatMap((workload) => priceFacts(estimate, workload));
}

/** A working that ends with a missing price. */
export const missing = (title: string, estimate: Estimate): Working =>
  working({
    title,
    steps: [],
    result: { label: "Price", expression: "none in force for a workload", value: "no price" },
    rule: "price-per-million",
    facts: allFacts(estimate),
  });

/** The month’s cost, as the sum of the workloads. */
export function monthWorking(estimate: Estimate): Working {
  const title = "Cost of a month";
  if (!estimate.cost.perMonth) return missing(title, estimate);
  const view = billView(estimate);
  const steps = view.workloads.map(({ name, about, month }) => ({ label: name, expression: about, value: month.text }));
  return working({
    title,
    steps,
    result: step(
      "A month",
      column(
        view.workloads.map(({ month }) => month.text),
        estimate.cost.workloads.map(({ perMonth }) => perMonth!),
      ),
      view.total.text,
    ),
    rule: "month-730",
    facts: allFacts(estimate),
  });
}

/** A head figure that is derived from the month’s cost. */
export function keyWorking(estimate: Estimate, which: "year" | "day" | "thousand" | "request"): Working {
  const { scenario, cost } = estimate;
  const labels = { year: "A year", day: "A day", thousand: "1,000 requests", request: "A request, mean" };
  const title = `Cost of ${labels[which].replace(/^A /, "a ").replace(", mean", " in the mean")}`;
  if (!cost.perMonth) return missing(title, estimate);
  const text = keyFigures(estimate).find(({ figure }) => figure.work.of === which)!.figure.text;
  const month = money(cost.perMonth);
  const first = step("A month", month, formatUsd(cost.perMonth));
  const facts = allFacts(estimate);
  if (which === "year")
    return working({
      title,
      steps: [first],
      result: step("A year", times(month, number(12)), text),
      rule: "month-730",
      facts,
    });
  if (which === "day")
    return working({
      title,
      steps: [first],
      result: step("A day", over(times(month, number(12)), number(365)), text),
      rule: "month-730",
      facts,
    });
  const requests = plus(...scenario.workloads.map((workload) => A_MONTH[workload.per](number(workload.requests))));
  const one = over(month, known(requests).level === 0 ? known(requests) : { ...requests, level: 2 });
  const steps = [first, step("Wanted requests a month", requests)];
  return working({
    title,
    steps,
    result: step(labels[which], which === "thousand" ? times(number(1000), one) : one, text),
    rule: "retries-billed",
    facts,
  });
}
