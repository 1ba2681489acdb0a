import type { Fact } from "@/lib/catalogue";
import type { Item, WorkloadCost } from "@/lib/cost";
import { alternatives, type Estimate } from "@/lib/estimate";
import { exact, parseDecimal, sum, type Exact } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { poolOf, type Workload } from "@/lib/scenario";
import { isLongContext, type ModelFacts } from "@/lib/facts";
import { billView, keyFigures } from "@/lib/view/plan";
import { capital, formatDay, formatExact, formatUsd, formatUsdText, ITEMS, workloadName } from "@/lib/view/text";
import { step, working, type Working, type WorkingStep } from "./compose";
import { A_MONTH, attempts } from "./rates";
import { known, minus, money, number, over, plus, price, shown, times, type Term } from "./term";

const TOKENS = {
  input: "inputTokens",
  "cached-input": "cachedInputTokens",
  "cache-write": "cacheWriteTokens",
  "visible-output": "visibleOutputTokens",
  reasoning: "reasoningTokens",
} as const;

/** Tokens of one request in a line: of the input, what is on no line of its own. */
function tokensOf(workload: Workload, item: Item, lines: readonly { readonly item: Item }[]): Term {
  const own = (one: Item) => number(workload[TOKENS[one]] ?? 0);
  const apart =
    item === "input"
      ? (["cached-input", "cache-write"] as const).filter((one) => lines.some((line) => line.item === one))
      : [];
  return apart.reduce((rest, one) => minus(rest, own(one)), own(item));
}

const RULE_OF_ITEM: Readonly<Record<Item, RuleId>> = {
  input: "price-per-million",
  "cached-input": "cached-input",
  "cache-write": "cache-write",
  "visible-output": "price-per-million",
  reasoning: "reasoning-is-output",
};

function priceFact(estimate: Estimate, workload: Workload): Fact | null {
  return estimate.facts.get(poolOf(workload.model))!.priceRow;
}

/** The rule that says most about the price of a line. */
function ruleOf(
  { serviceTier, cachedInputTokens }: Workload,
  item: Item,
  lines: readonly { readonly item: Item }[],
  long: boolean,
): RuleId {
  if (long) return "long-context";
  if (serviceTier === "standard") return RULE_OF_ITEM[item];
  if (serviceTier !== "batch") return "flex-priority";
  if (item === "cached-input") return "batch-cached";
  return item === "input" && cachedInputTokens > 0 && !lines.some((line) => line.item === "cached-input")
    ? "batch-no-cached-discount"
    : "batch-price";
}

const PRICES = {
  input: "input",
  "cached-input": "cachedInput",
  "cache-write": "cacheWrite",
  "visible-output": "output",
  reasoning: "output",
} as const;

/** The published price of a line and, where its request is long, what it is multiplied by. */
function priceSteps(
  { price: exactPrice, priceRow }: ModelFacts,
  { serviceTier }: Workload,
  item: Item,
  long: boolean,
): WorkingStep[] {
  const published = exactPrice!.prices[serviceTier]![PRICES[item]]!;
  const first = step("Price a million", price(published), priceRow ? `from ${formatDay(priceRow.from)}` : "your own");
  if (!long) return [first];
  const { inputTimes, outputTimes } = priceRow!.longContext!;
  return [
    first,
    step(
      "Price a million, long context",
      times(
        price(published),
        shown(
          PRICES[item] === "output" ? outputTimes : inputTimes,
          parseDecimal(PRICES[item] === "output" ? outputTimes : inputTimes)!,
        ),
      ),
    ),
  ];
}

export function lineWorking(estimate: Estimate, index: number, item: Item): Working {
  const { scenario, cost } = estimate;
  const workload = scenario.workloads[index]!;
  const bill = cost.workloads[index]!;
  const line = bill.lineItems.find((one) => one.item === item)!;
  const facts = estimate.facts.get(poolOf(workload.model))!;
  const long = facts.price !== null && isLongContext(facts.price, workload.inputTokens);
  const requests = attempts(workload, A_MONTH);
  const tokens = tokensOf(workload, item, bill.lineItems);
  const steps = [
    step(workload.retryShare ? "Requests a month, with retries" : "Requests a month", requests),
    step("Tokens each", tokens),
    step("Tokens a month", times(known(requests), known(tokens))),
  ];
  const title = `${ITEMS[item]}, ${workloadName(scenario, index)}, a month`;
  const rule = ruleOf(workload, item, bill.lineItems, long);
  if (!line.pricePerMTok)
    return working(title, steps, { label: "Price", expression: "none in force", value: "no price" }, rule, [
      facts.priceRow,
    ]);
  const view = billView(estimate).workloads[index]!.lines.find((one) => one.item === item)!;
  return working(
    title,
    [...steps, ...priceSteps(facts, workload, item, long)],
    step(
      "A month",
      over(times(known(requests), known(tokens), price(line.pricePerMTok)), number(1_000_000)),
      view.month.text,
    ),
    rule,
    [facts.priceRow],
  );
}

/** Shown amounts that add up to a shown total; where one of them is too small to show, all of them unrounded. */
function column(texts: readonly string[], amounts: readonly Exact[]): Term {
  const tooSmall = texts.some((text) => text.startsWith("<"));
  return plus(...amounts.map((amount, index) => (tooSmall ? money(amount) : shown(texts[index]!, amount))));
}

export function workloadWorking(estimate: Estimate, index: number): Working {
  const { scenario, cost } = estimate;
  const bill = cost.workloads[index]!;
  const view = billView(estimate).workloads[index]!;
  const title = `${workloadName(scenario, index)}, a month`;
  const facts = [priceFact(estimate, scenario.workloads[index]!)];
  const steps = view.lines.map((line) => ({
    label: line.label,
    expression: `${line.millions} M × $${line.price}`,
    value: line.month.text,
  }));
  if (!bill.perMonth)
    return working(
      title,
      steps,
      { label: "Price", expression: "none in force", value: "no price" },
      "price-per-million",
      facts,
    );
  return working(
    title,
    steps,
    step(
      "A month",
      column(
        view.lines.map((line) => line.month.text),
        bill.lineItems.map(({ perMonth }) => perMonth!),
      ),
      view.month.text,
    ),
    "rounding",
    facts,
  );
}

function allFacts({ facts }: Estimate): (Fact | null)[] {
  return [...facts.values()].map(({ priceRow }) => priceRow);
}

const missing = (title: string, estimate: Estimate): Working =>
  working(
    title,
    [],
    { label: "Price", expression: "none in force for a workload", value: "no price" },
    "price-per-million",
    allFacts(estimate),
  );

export function monthWorking(estimate: Estimate): Working {
  const title = "Cost of a month";
  if (!estimate.cost.perMonth) return missing(title, estimate);
  const view = billView(estimate);
  const steps = view.workloads.map(({ name, about, month }) => ({ label: name, expression: about, value: month.text }));
  return working(
    title,
    steps,
    step(
      "A month",
      column(
        view.workloads.map(({ month }) => month.text),
        estimate.cost.workloads.map(({ perMonth }) => perMonth!),
      ),
      view.total.text,
    ),
    "month-730",
    allFacts(estimate),
  );
}

/** The figures derived from the month’s cost. */
export function keyWorking(estimate: Estimate, which: "year" | "day" | "thousand" | "request"): Working {
  const { scenario, cost } = estimate;
  const labels = { year: "A year", day: "A day", thousand: "1,000 requests", request: "A request, mean" };
  const title = `Cost of ${labels[which].replace(/^A /, "a ").replace(", mean", " in the mean")}`;
  if (!cost.perMonth) return missing(title, estimate);
  const text = keyFigures(estimate).others.find(({ label }) => label === labels[which])!.text;
  const month = money(cost.perMonth);
  const first = step("A month", month, formatUsd(cost.perMonth));
  const facts = allFacts(estimate);
  if (which === "year")
    return working(title, [first], step("A year", times(month, number(12)), text), "month-730", facts);
  if (which === "day")
    return working(
      title,
      [first],
      step("A day", over(times(month, number(12)), number(365)), text),
      "month-730",
      facts,
    );
  const requests = plus(...scenario.workloads.map((workload) => A_MONTH[workload.per](number(workload.requests))));
  const one = over(month, known(requests).level === 0 ? known(requests) : { ...requests, level: 2 });
  const steps = [first, step("Wanted requests a month", requests)];
  return working(
    title,
    steps,
    step(labels[which], which === "thousand" ? times(number(1000), one) : one, text),
    "retries-billed",
    facts,
  );
}

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
  return working(
    title,
    steps,
    step("A month", plus(...amounts.map(money)), formatUsd(sum(amounts))),
    service === "batch" ? "batch-price" : "price-per-million",
    allFacts(estimate),
  );
}

export function savingWorking(estimate: Estimate): Working {
  const now = estimate.cost.perMonth;
  const amounts = estimate.cost.workloads.map(({ batchPerMonth }) => batchPerMonth);
  const title = "All in batch against the scenario as entered";
  if (!now || !amounts.every((amount): amount is Exact => amount !== null)) return missing(title, estimate);
  const batch = sum(amounts);
  const saves = now.n * batch.d >= batch.n * now.d;
  const difference = saves ? minus(money(now), money(batch)) : minus(money(batch), money(now));
  return working(
    title,
    [step("As entered", money(now), formatUsd(now)), step("All in batch", money(batch), formatUsd(batch))],
    step(saves ? "Saved a month" : "More a month", difference, formatUsd(difference.value)),
    "batch-price",
    allFacts(estimate),
  );
}

export function budgetWorking(estimate: Estimate, which: "budget" | "buys"): Working {
  const { scenario, cost } = estimate;
  const text = scenario.monthlyBudgetUsd!;
  const budget = shown(formatUsdText(text), parseDecimal(text)!);
  if (!cost.perMonth || !cost.perRequest) return missing("The budget", estimate);
  if (which === "buys") {
    const term = over(budget, money(cost.perRequest));
    return working(
      "Requests the budget buys, rounded down",
      [step("A request, mean", money(cost.perRequest), formatUsd(cost.perRequest))],
      step("Requests", term, formatExact(exact(term.value.n / term.value.d))),
      "rounding",
      allFacts(estimate),
    );
  }
  const month = money(cost.perMonth);
  const overspent = cost.perMonth.n * budget.value.d > budget.value.n * cost.perMonth.d;
  const term = overspent ? minus(month, budget) : minus(budget, month);
  return working(
    overspent ? "Over the budget" : "Under the budget",
    [step("A month", month, formatUsd(cost.perMonth)), { label: "Budget", expression: "your own", value: budget.text }],
    step(overspent ? "Over" : "Under", term, formatUsd(term.value)),
    "month-730",
    allFacts(estimate),
  );
}

export function alternativeWorking(estimate: Estimate, model: string, service: string): Working | null {
  const one = alternatives(estimate.scenario).find(
    (alternative) => alternative.model === model && alternative.serviceTier === service,
  );
  if (!one) return null;
  const all = monthWorking(one.estimate);
  return { ...all, title: `${capital(all.title)} on ${model}, ${service}` };
}
