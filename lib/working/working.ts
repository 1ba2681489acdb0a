import { SOURCES, usageTier, type Confidence, type Fact, type SourceId, type UsageTierId } from "@/lib/catalogue";
import type { Item, WorkloadCost } from "@/lib/cost";
import { compareModels, type Estimate } from "@/lib/estimate";
import { headroom, monthlyUsageLimit, utilisation } from "@/lib/limits";
import { exact, parseDecimal, sum, type Exact } from "@/lib/money";
import { RULES, type RuleId } from "@/lib/rules";
import { poolOf, tierLimits, type Per, type Workload } from "@/lib/scenario";
import { billView, capital, DIMENSIONS, formatDay, formatDuration, formatExact, formatNumber, formatPercent, formatTier, formatTimes, formatUsd, formatUsdText, ITEMS, keyFigures, workloadName } from "@/lib/view";
import { amountText, known, larger, minus, money, number, over, plus, price, shown, times, type Term } from "./term";

export interface WorkingStep {
  readonly label: string;
  readonly expression: string;
  readonly value: string;
}

export interface Working {
  readonly title: string;
  readonly steps: readonly WorkingStep[];
  /** The last step: its expression gives the figure on the page, but for rounding. */
  readonly result: WorkingStep;
  readonly rule: { readonly id: RuleId; readonly title: string; readonly statement: string; readonly doubt: string | null };
  readonly sources: readonly { readonly title: string; readonly url: string; readonly confidence: Confidence }[];
  readonly checkedOn: string;
}

const step = (label: string, term: Term, value = amountText(term.value)): WorkingStep => ({ label, expression: term.text, value });

function working(title: string, steps: readonly WorkingStep[], result: WorkingStep, id: RuleId, facts: readonly (Fact | null | undefined)[] = []): Working {
  const { title: name, statement, doubt, sources, confidence, checkedOn } = RULES[id];
  const cited = new Map<SourceId, Confidence>();
  for (const fact of facts) if (fact && !cited.has(fact.source)) cited.set(fact.source, fact.confidence);
  for (const source of sources) if (!cited.has(source)) cited.set(source, confidence);
  return {
    title,
    steps,
    result,
    rule: { id, title: name, statement, doubt: doubt ?? null },
    sources: [...cited].map(([source, sure]) => ({ ...SOURCES[source], confidence: sure })),
    checkedOn: formatDay(facts.find((fact) => fact)?.checkedOn ?? checkedOn),
  };
}

const A_MONTH: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(2_628_000)),
  minute: (n) => times(n, number(43_800)),
  hour: (n) => times(n, number(730)),
  day: (n) => over(times(n, number(365)), number(12)),
  month: (n) => n,
};
const A_MINUTE: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(60)),
  minute: (n) => n,
  hour: (n) => over(n, number(60)),
  day: (n) => over(n, number(1440)),
  month: (n) => over(n, number(43_800)),
};
const AN_HOUR: Readonly<Record<Per, (n: Term) => Term>> = {
  second: (n) => times(n, number(3600)),
  minute: (n) => times(n, number(60)),
  hour: (n) => n,
  day: (n) => over(n, number(24)),
  month: (n) => over(n, number(730)),
};

const withRetries = (term: Term, { retryShare }: Workload): Term => (retryShare ? times(term, plus(number(1), number(retryShare))) : term);

/** Requests that are billed: wanted ones and their retries. */
const attempts = (workload: Workload, per: Readonly<Record<Per, (n: Term) => Term>>): Term => withRetries(per[workload.per](number(workload.requests)), workload);

function tokensOf(workload: Workload, item: Item, cachedApart: boolean): Term {
  if (item === "input") return cachedApart ? minus(number(workload.inputTokens), number(workload.cachedInputTokens)) : number(workload.inputTokens);
  return number(item === "cached-input" ? workload.cachedInputTokens : item === "visible-output" ? workload.visibleOutputTokens : workload.reasoningTokens);
}

const RULE_OF_ITEM: Readonly<Record<Item, RuleId>> = { input: "price-per-million", "cached-input": "cached-input", "visible-output": "price-per-million", reasoning: "reasoning-is-output" };

function priceFact(estimate: Estimate, workload: Workload): Fact | null {
  return estimate.facts.get(poolOf(workload.model))!.priceRow;
}

function lineWorking(estimate: Estimate, index: number, item: Item): Working {
  const { scenario, cost } = estimate;
  const workload = scenario.workloads[index]!;
  const bill = cost.workloads[index]!;
  const line = bill.lineItems.find((one) => one.item === item)!;
  const cachedApart = bill.lineItems.some((one) => one.item === "cached-input");
  const requests = attempts(workload, A_MONTH);
  const tokens = tokensOf(workload, item, cachedApart);
  const steps = [step(workload.retryShare ? "Requests a month, with retries" : "Requests a month", requests), step("Tokens each", tokens)];
  const title = `${ITEMS[item]}, ${workloadName(scenario, index)}, a month`;
  const batch = workload.serviceTier === "batch";
  const rule: RuleId = batch ? (item === "input" && workload.cachedInputTokens > 0 ? "batch-no-cached-discount" : "batch-price") : RULE_OF_ITEM[item];
  const facts = [priceFact(estimate, workload)];
  if (!line.pricePerMTok) return working(title, steps, { label: "Price", expression: "none in force", value: "no price" }, rule, facts);
  const view = billView(estimate).workloads[index]!.lines.find((one) => one.item === item)!;
  return working(
    title,
    [...steps, step("Price a million", price(line.pricePerMTok), priceFact(estimate, workload) ? `from ${formatDay(estimate.facts.get(poolOf(workload.model))!.priceRow!.from)}` : "your own")],
    step("A month", over(times(known(requests), known(tokens), price(line.pricePerMTok)), number(1_000_000)), view.month.text),
    rule,
    facts,
  );
}

/** Shown amounts that add up to a shown total; where one of them is too small to show, all of them unrounded. */
function column(texts: readonly string[], amounts: readonly Exact[]): Term {
  const tooSmall = texts.some((text) => text.startsWith("<"));
  return plus(...amounts.map((amount, index) => (tooSmall ? money(amount) : shown(texts[index]!, amount))));
}

function workloadWorking(estimate: Estimate, index: number): Working {
  const { scenario, cost } = estimate;
  const bill = cost.workloads[index]!;
  const view = billView(estimate).workloads[index]!;
  const title = `${workloadName(scenario, index)}, a month`;
  const facts = [priceFact(estimate, scenario.workloads[index]!)];
  const steps = view.lines.map((line) => ({ label: line.label, expression: `${line.millions} M × $${line.price}`, value: line.month.text }));
  if (!bill.perMonth) return working(title, steps, { label: "Price", expression: "none in force", value: "no price" }, "price-per-million", facts);
  return working(title, steps, step("A month", column(view.lines.map((line) => line.month.text), bill.lineItems.map(({ perMonth }) => perMonth!)), view.month.text), "rounding", facts);
}

function allFacts({ facts }: Estimate): (Fact | null)[] {
  return [...facts.values()].map(({ priceRow }) => priceRow);
}

const missing = (title: string, estimate: Estimate): Working => working(title, [], { label: "Price", expression: "none in force for a workload", value: "no price" }, "price-per-million", allFacts(estimate));

function monthWorking(estimate: Estimate): Working {
  const title = "Cost of a month";
  if (!estimate.cost.perMonth) return missing(title, estimate);
  const view = billView(estimate);
  const steps = view.workloads.map(({ name, about, month }) => ({ label: name, expression: about, value: month.text }));
  return working(title, steps, step("A month", column(view.workloads.map(({ month }) => month.text), estimate.cost.workloads.map(({ perMonth }) => perMonth!)), view.total.text), "month-730", allFacts(estimate));
}

/** The figures derived from the month’s cost. */
function keyWorking(estimate: Estimate, which: "year" | "day" | "thousand" | "request"): Working {
  const { scenario, cost } = estimate;
  const labels = { year: "A year", day: "A day", thousand: "1,000 requests", request: "A request, mean" };
  const title = `Cost of ${labels[which].replace(/^A /, "a ").replace(", mean", " in the mean")}`;
  if (!cost.perMonth) return missing(title, estimate);
  const text = keyFigures(estimate).others.find(({ label }) => label === labels[which])!.text;
  const month = money(cost.perMonth);
  const first = step("A month", month, formatUsd(cost.perMonth));
  const facts = allFacts(estimate);
  if (which === "year") return working(title, [first], step("A year", times(month, number(12)), text), "month-730", facts);
  if (which === "day") return working(title, [first], step("A day", over(times(month, number(12)), number(365)), text), "month-730", facts);
  const requests = plus(...scenario.workloads.map((workload) => A_MONTH[workload.per](number(workload.requests))));
  const one = over(month, known(requests).level === 0 ? known(requests) : { ...requests, level: 2 });
  const steps = [first, step("Wanted requests a month", requests)];
  return working(title, steps, step(labels[which], which === "thousand" ? times(number(1000), one) : one, text), "retries-billed", facts);
}

function serviceWorking(estimate: Estimate, service: "standard" | "batch"): Working {
  const title = `The whole scenario, all ${service}, a month`;
  const amounts = estimate.cost.workloads.map((bill: WorkloadCost) => (service === "batch" ? bill.batchPerMonth : bill.standardPerMonth));
  if (!amounts.every((amount): amount is Exact => amount !== null)) return missing(title, estimate);
  const steps = amounts.map((amount, index) => ({ label: workloadName(estimate.scenario, index), expression: `all ${service}`, value: formatUsd(amount) }));
  return working(title, steps, step("A month", plus(...amounts.map(money)), formatUsd(sum(amounts))), service === "batch" ? "batch-price" : "price-per-million", allFacts(estimate));
}

function savingWorking(estimate: Estimate): Working {
  const now = estimate.cost.perMonth;
  const amounts = estimate.cost.workloads.map(({ batchPerMonth }) => batchPerMonth);
  const title = "All in batch against the scenario as entered";
  if (!now || !amounts.every((amount): amount is Exact => amount !== null)) return missing(title, estimate);
  const batch = sum(amounts);
  const saves = now.n * batch.d >= batch.n * now.d;
  const difference = saves ? minus(money(now), money(batch)) : minus(money(batch), money(now));
  return working(title, [step("As entered", money(now), formatUsd(now)), step("All in batch", money(batch), formatUsd(batch))], step(saves ? "Saved a month" : "More a month", difference, formatUsd(difference.value)), "batch-price", allFacts(estimate));
}

const CHARGE_RULES = { "prompt-plus-cap": "tpm-charge-prompt-plus-cap", "larger-of": "tpm-charge-larger-of", actual: "tpm-charge-actual" } as const;

function chargeTerm(workload: Workload, accounting: Estimate["scenario"]["tokenAccounting"]): { readonly term: Term; readonly rule: RuleId } {
  const input = number(workload.inputTokens);
  const cap = workload.maxCompletionTokens;
  if (cap === undefined || accounting === "actual") {
    return { term: plus(input, number(workload.visibleOutputTokens), number(workload.reasoningTokens)), rule: cap === undefined ? "tpm-charge-no-cap" : "tpm-charge-actual" };
  }
  return { term: accounting === "prompt-plus-cap" ? plus(input, number(cap)) : larger(input, number(cap)), rule: CHARGE_RULES[accounting] };
}

function chargeWorking({ scenario }: Estimate, index: number): Working {
  const workload = scenario.workloads[index]!;
  const { term, rule } = chargeTerm(workload, scenario.tokenAccounting);
  return working(`What one request of ${workloadName(scenario, index)} is charged against tokens a minute`, [], step("Tokens charged", term, formatExact(term.value)), rule);
}

interface DemandTerm {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly rule: RuleId;
}

/** The peak demand of one limit in its own words, workload by workload. */
function demandTerm(estimate: Estimate, row: number): DemandTerm {
  const { scenario, limits, cost } = estimate;
  const { demand } = limits[row]!;
  if (demand.dimension === "monthly-usage") return { steps: [], term: cost.perMonth ? money(cost.perMonth) : { text: "unknown", value: exact(0n), level: 0 }, rule: "monthly-usage" };
  const batch = demand.dimension === "batch-queue";
  const mine = scenario.workloads.map((workload, index) => ({ workload, index })).filter(({ workload }) => poolOf(workload.model) === demand.pool && (workload.serviceTier === "batch") === batch);
  const several = mine.length > 1;
  const steps: WorkingStep[] = [];
  let rule: RuleId = batch ? "batch-queue" : "rpm-demand";
  const parts = mine.map(({ workload, index }) => {
    const of = several ? `, ${workloadName(scenario, index)}` : "";
    if (batch) {
      const hours = times(attempts(workload, AN_HOUR), number(scenario.batchTurnaroundHours));
      steps.push(step(`Requests in ${formatNumber(scenario.batchTurnaroundHours)} h${of}`, hours));
      return times(known(hours), number(workload.inputTokens));
    }
    const rate = attempts(workload, A_MINUTE);
    const peak = workload.peakToMean === 1 ? rate : times(rate, number(workload.peakToMean));
    steps.push(step(`Peak requests a minute${of}`, peak));
    if (demand.dimension === "rpm") return known(peak);
    const charge = chargeTerm(workload, scenario.tokenAccounting);
    rule = charge.rule;
    steps.push(step(`Charge each${of}`, charge.term));
    return times(known(peak), known(charge.term));
  });
  return { steps, term: plus(...parts), rule };
}

function limitFact(estimate: Estimate, row: number, tier: UsageTierId): { readonly term: Term; readonly fact: Fact | null; readonly says: string } | null {
  const { limits, fit, facts, scenario } = estimate;
  const { demand } = limits[row]!;
  const limit = fit.tiers.find(({ usageTier: one }) => one === tier)!.limits[row];
  if (!limit) return null;
  const where = `${demand.dimension === "monthly-usage" ? "account" : demand.pool}, ${formatTier(tier)}`;
  if (demand.dimension === "monthly-usage") {
    const own = tier === scenario.usageTier && scenario.monthlyUsageLimitUsd !== undefined;
    return { term: shown(formatUsdText(own ? scenario.monthlyUsageLimitUsd : usageTier(tier).monthlyUsageLimitUsd), monthlyUsageLimit(scenario, tier)), fact: own ? null : usageTier(tier), says: own ? "your own" : where };
  }
  const { row: published } = tierLimits(facts.get(demand.pool)!, tier, scenario.usageTier);
  const field = demand.dimension === "rpm" ? "rpm" : demand.dimension === "tpm" ? "tpm" : "batchQueueTokens";
  const own = published?.[field] !== limit.near;
  return { term: number(limit.near), fact: own ? null : published, says: own ? "your own" : where };
}

function limitWorking(estimate: Estimate, row: number, tier: UsageTierId, want: "utilisation" | "headroom", headroomRule: RuleId = "headroom"): Working {
  const { limits, fit } = estimate;
  const { demand } = limits[row]!;
  const title = `${DIMENSIONS[demand.dimension]}${demand.dimension === "monthly-usage" ? "" : `, ${demand.pool}, at peak`}, ${formatTier(tier)}`;
  const asked = demandTerm(estimate, row);
  const limit = limitFact(estimate, row, tier);
  const steps = [...asked.steps, step("Demand", asked.term, demand.peak ? amountText(asked.term.value) : "unknown")];
  if (!limit) return working(title, steps, { label: "Limit", expression: tier === "free" ? "not offered on Free" : "not published", value: "–" }, "unpublished-limits");
  const all = [...steps, { label: "Limit", expression: limit.says, value: limit.term.text }];
  if (!demand.peak) return working(title, all, { label: "Of limit", expression: "cost unknown", value: "–" }, asked.rule, [limit.fact]);
  const wanted = known(asked.term).level === 0 ? { ...known(asked.term), text: demand.dimension === "monthly-usage" ? asked.term.text : known(asked.term).text } : { ...asked.term, level: 2 as const };
  const own = fit.tiers.find(({ usageTier: one }) => one === tier)!.limits[row]!;
  if (want === "utilisation") return working(title, all, step("Of limit", over(wanted.level === 2 ? { ...wanted, text: `(${wanted.text})`, level: 0 } : wanted, limit.term), formatPercent(utilisation(demand, own))), asked.rule, [limit.fact]);
  if (demand.peak.n === 0n) return working(title, all, { label: "Headroom", expression: "nothing is asked", value: "–" }, headroomRule, [limit.fact]);
  return working(title, all, step("Headroom", over(limit.term, wanted), formatTimes(headroom(demand, own))), headroomRule, [limit.fact]);
}

/** The headroom of a tier: that of what binds first there. */
function tierWorking(estimate: Estimate, tier: UsageTierId): Working {
  const verdict = estimate.fit.tiers.find(({ usageTier: one }) => one === tier)!;
  const row = estimate.limits.findIndex(({ demand }) => demand.pool === verdict.bindsFirst?.pool && demand.dimension === verdict.bindsFirst.dimension);
  if (row < 0) return working(`Headroom, ${formatTier(tier)}`, [], { label: "Headroom", expression: "no limit is known or asked for", value: "–" }, "headroom");
  const tooLarge = verdict.reasons.includes("request-exceeds-tpm");
  const tooLong = verdict.reasons.includes("exceeds-context") || verdict.reasons.includes("exceeds-max-output");
  const all = limitWorking(estimate, row, tier, "headroom", tooLarge ? "request-too-large" : tooLong ? "context-window" : "headroom");
  return tooLarge || tooLong ? { ...all, title: `${all.title}: one request alone is over the ${tooLarge ? "limit" : "model’s size"}` } : all;
}

function hoursWorking(estimate: Estimate): Working {
  const { scenario, cost } = estimate;
  const row = estimate.limits.length - 1;
  const limit = limitFact(estimate, row, scenario.usageTier)!;
  const month = money(cost.perMonth!);
  const term = over(times(number(730), limit.term), month);
  return working("Hours until the monthly usage limit is spent", [{ label: "Limit", expression: limit.says, value: limit.term.text }, step("A month", month, formatUsd(cost.perMonth))], step("Hours", term, formatDuration(estimate.fit.hoursToUsageLimit!)), "monthly-usage", [limit.fact]);
}

function budgetWorking(estimate: Estimate, which: "budget" | "buys"): Working {
  const { scenario, cost } = estimate;
  const text = scenario.monthlyBudgetUsd!;
  const budget = shown(formatUsdText(text), parseDecimal(text)!);
  if (!cost.perMonth || !cost.perRequest) return missing("The budget", estimate);
  if (which === "buys") {
    const term = over(budget, money(cost.perRequest));
    return working("Requests the budget buys, rounded down", [step("A request, mean", money(cost.perRequest), formatUsd(cost.perRequest))], step("Requests", term, formatExact(exact(term.value.n / term.value.d))), "rounding", allFacts(estimate));
  }
  const month = money(cost.perMonth);
  const overspent = cost.perMonth.n * budget.value.d > budget.value.n * cost.perMonth.d;
  const term = overspent ? minus(month, budget) : minus(budget, month);
  return working(overspent ? "Over the budget" : "Under the budget", [step("A month", month, formatUsd(cost.perMonth)), { label: "Budget", expression: "your own", value: budget.text }], step(overspent ? "Over" : "Under", term, formatUsd(term.value)), "month-730", allFacts(estimate));
}

function alternativeWorking(estimate: Estimate, model: string, service: string): Working | null {
  const one = compareModels(estimate.scenario).find((alternative) => alternative.model === model && alternative.serviceTier === service);
  if (!one) return null;
  const all = monthWorking(one.estimate);
  return { ...all, title: `${capital(all.title)} on ${model}, ${service}` };
}

/** The working of the figure with this key, or `null` where the estimate has no such figure (any more). */
export function workingOf(key: string, estimate: Estimate): Working | null {
  const [what, first, second] = key.split(".");
  const index = Number(first);
  const tier = (text: string | undefined): UsageTierId => (text === undefined ? estimate.scenario.usageTier : text === "free" ? text : (Number(text) as 1));
  switch (what) {
    case "month":
      return monthWorking(estimate);
    case "year":
    case "day":
    case "thousand":
    case "request":
      return keyWorking(estimate, what);
    case "standard":
    case "batch":
      return serviceWorking(estimate, what);
    case "saving":
      return savingWorking(estimate);
    case "hours":
      return estimate.fit.hoursToUsageLimit === null ? null : hoursWorking(estimate);
    case "w":
      if (!estimate.cost.workloads[index]) return null;
      if (second === "month") return workloadWorking(estimate, index);
      return estimate.cost.workloads[index].lineItems.some(({ item }) => item === second) ? lineWorking(estimate, index, second as Item) : null;
    case "charge":
      return estimate.scenario.workloads[index] ? chargeWorking(estimate, index) : null;
    case "u":
      return estimate.limits[index] ? limitWorking(estimate, index, tier(second), "utilisation") : null;
    case "h":
    case "scale":
      return tierWorking(estimate, tier(first));
    case "budget":
    case "buys":
      return estimate.scenario.monthlyBudgetUsd === undefined ? null : budgetWorking(estimate, what);
    case "alt":
      return alternativeWorking(estimate, key.slice(4, key.lastIndexOf(".")), key.slice(key.lastIndexOf(".") + 1));
    default:
      return null;
  }
}
