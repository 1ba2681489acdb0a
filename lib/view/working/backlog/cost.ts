import { CHARGES, usageTier as tierFacts } from "@/lib/catalogue";
import { toNumber } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { isLongContext, pricesAt } from "@/lib/facts";
import { formatDay, formatPercent, formatTier, formatUsd } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { step, working, type Working, type WorkingStep } from "../compose";
import { amountText, minus, money, number, over, plus, price, times, type Term } from "../term";
import { type AnsweredCost, type AnsweredSplit, count } from "./parts";

/** One request at the prices of a service tier. */
function requestTerm({ plan: { backlog, facts } }: AnsweredCost, serviceTier: "batch" | "standard"): Term {
  const prices = pricesAt(facts.price!, backlog.inputTokens)[serviceTier]!;
  const cachedPrice = prices.cachedInput;
  const cached = cachedPrice && backlog.cachedInputTokens > 0;
  const input = cached
    ? [
        times(minus(number(backlog.inputTokens), number(backlog.cachedInputTokens)), price(prices.input)),
        times(number(backlog.cachedInputTokens), price(cachedPrice)),
      ]
    : [times(number(backlog.inputTokens), price(prices.input))];
  const output = ([backlog.visibleOutputTokens, backlog.reasoningTokens] as const)
    .filter((tokens) => tokens > 0)
    .map((tokens) => times(number(tokens), price(prices.output!)));
  return over(plus(...input, ...output), number(1_000_000));
}

/** The rule that says most about the price of a split. */
function priceRule({ split, plan: { backlog, facts } }: AnsweredCost): RuleId {
  const price = facts.price!;
  const cached = backlog.cachedInputTokens > 0;
  if (isLongContext(price, backlog.inputTokens)) return "long-context";
  if (facts.regionalTimes) return "regional";
  if (split.batch === 0n) return cached ? "cached-input" : "price-per-million";
  if (!cached) return "batch-price";
  return price.prices.batch?.cachedInput ? "batch-cached" : "batch-no-cached-discount";
}

/** What a split costs, service tier by service tier. */
function costParts(answered: AnsweredCost): {
  readonly steps: readonly WorkingStep[];
  readonly terms: readonly Term[];
  readonly rule: RuleId;
} {
  const { split, plan } = answered;
  const { priceRow, regionalTimes } = plan.facts;
  const parts = (["batch", "standard"] as const).filter((serviceTier) => split[serviceTier] > 0n);
  const steps = parts.flatMap((serviceTier) => {
    const request = requestTerm(answered, serviceTier);
    return [
      step(`A request, ${serviceTier}`, request, `$${amountText(request.value)}`),
      step(
        `${capital(serviceTier)}`,
        times(count(split[serviceTier]), money(request.value)),
        formatUsd(times(count(split[serviceTier]), request).value),
      ),
    ];
  });
  const dated: WorkingStep[] = [
    {
      label: "Prices a million tokens",
      expression: priceRow ? `from ${formatDay(priceRow.from)}` : "your own",
      value: "",
    },
  ];
  if (regionalTimes) dated.push({ label: "In one region", expression: `× ${CHARGES.regional.times}`, value: "" });
  return {
    steps: [...dated, ...steps],
    terms: parts.map((serviceTier) =>
      times(count(split[serviceTier]), money(requestTerm(answered, serviceTier).value)),
    ),
    rule: priceRule(answered),
  };
}

/** The cost of a split, in all or of 1,000 requests. */
export function costWorking(answered: AnsweredCost, want: "cost" | "thousand"): Working {
  const { split, plan, name } = answered;
  const title = `${name}: ${want === "cost" ? "cost in all" : "cost of 1,000 requests"}`;
  const facts = [plan.facts.priceRow, plan.facts.regionalTimes && CHARGES.regional];
  if (!split.cost)
    return working({
      title,
      steps: [],
      result: { label: "Price", expression: "none in force", value: "no price" },
      rule: "price-per-million",
      facts,
    });
  const { steps, terms, rule } = costParts(answered);
  if (want === "cost")
    return working({ title, steps, result: step("Cost", plus(...terms), formatUsd(split.cost)), rule, facts });
  const term = over(times(number(1000), money(split.cost)), count(BigInt(plan.backlog.total)));
  return working({
    title,
    steps: [...steps, step("Cost", plus(...terms), formatUsd(split.cost))],
    result: step("1,000 requests", term, formatUsd(term.value)),
    rule,
    facts,
  });
}

/** How much of a month’s cost the monthly usage limit pays for. */
export function paidWorking(answered: AnsweredSplit): Working {
  const { split, tier, plan, name } = answered;
  const limit = money(tier.usageLimit);
  const own = plan.scenario.monthlyUsageLimitUsd !== undefined && tier.usageTier === plan.scenario.usageTier;
  const cost = money(split.costInMonth!);
  const term = over(limit, cost.level === 0 ? cost : { ...cost, level: 2 });
  const steps = [
    {
      label: "Monthly usage limit",
      expression: own ? "your own" : formatTier(tier.usageTier),
      value: formatUsd(tier.usageLimit),
    },
    step("Cost in a month", cost, formatUsd(split.costInMonth)),
  ];
  return working({
    title: `${name}: what a month’s usage limit pays for`,
    steps,
    result: step("Paid for", term, formatPercent(toNumber(term.value))),
    rule: "backlog-month",
    facts: [own ? null : tierFacts(tier.usageTier)],
  });
}
