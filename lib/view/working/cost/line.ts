import { CHARGES, type Fact } from "@/lib/catalogue";
import type { Item, LineItem, TokenItem } from "@/lib/cost";
import { type Estimate } from "@/lib/estimate";
import { parseDecimal } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { poolOf, type Workload } from "@/lib/scenario";
import { isLongContext, keepsTwelveHours, type ModelFacts } from "@/lib/facts";
import { billView, lineLabel } from "@/lib/view/plan";
import { formatDay } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { step, working, type Working, type WorkingStep } from "../compose";
import { A_MONTH, attempts } from "../rates";
import { known, minus, number, over, price, shown, times, type Term } from "../term";
import { toolWorking } from "./tool";

type TokenLine = Extract<LineItem, { readonly item: TokenItem }>;

const TOKENS = {
  input: "inputTokens",
  "cached-input": "cachedInputTokens",
  "cache-write": "cacheWriteTokens",
  "visible-output": "visibleOutputTokens",
  reasoning: "reasoningTokens",
} as const;

/** Tokens of one request in a line: of the input, what is on no line of its own. */
function tokensOf(workload: Workload, item: TokenItem, lines: readonly { readonly item: Item }[]): Term {
  const own = (one: TokenItem) => number(workload[TOKENS[one]] ?? 0);
  const apart =
    item === "input"
      ? (["cached-input", "cache-write"] as const).filter((one) => lines.some((line) => line.item === one))
      : [];
  return apart.reduce((rest, one) => minus(rest, own(one)), own(item));
}

const RULE_OF_ITEM: Readonly<Record<TokenItem, RuleId>> = {
  input: "price-per-million",
  "cached-input": "cached-input",
  "cache-write": "cache-write",
  "visible-output": "price-per-million",
  reasoning: "reasoning-is-output",
};

/** The rule that says most about the price of a line. */
function ruleOf(
  { serviceTier, cachedInputTokens }: Workload,
  item: TokenItem,
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

/** The listed price of a line and what it is multiplied by: 12 hours in the cache, a long request, one region. */
function priceSteps(
  { listed, priceRow, regionalTimes }: ModelFacts,
  workload: Workload,
  item: TokenItem,
  long: boolean,
): WorkingStep[] {
  const prices = listed!.prices[workload.serviceTier]!;
  const kind = PRICES[item];
  const stays = kind === "cacheWrite" && keepsTwelveHours(workload, prices);
  const from = priceRow ? `from ${formatDay(priceRow.from)}` : "your own";
  let term = price(stays ? prices.input : prices[kind]!);
  const steps = [step(stays ? "Price a million, input" : "Price a million", term, from)];
  const multiply = (label: string, factor: string) => {
    term = times(term, shown(factor, parseDecimal(factor)!));
    steps.push(step(`Price a million, ${label}`, term));
    term = price(term.value);
  };
  if (stays) multiply("12 hours", priceRow!.twelveHourWrites!.inputTimes);
  if (long) multiply("long context", priceRow!.longContext![kind === "output" ? "outputTimes" : "inputTimes"]);
  if (regionalTimes) multiply("one region", CHARGES.regional.times);
  return steps;
}

/** The facts behind a price. */
const priceFacts = ({ priceRow, regionalTimes }: ModelFacts): readonly (Fact | null)[] => [
  priceRow,
  regionalTimes && CHARGES.regional,
];

/** A line item of a workload’s bill, a month. */
export function lineWorking(estimate: Estimate, index: number, item: Item): Working {
  const bill = estimate.cost.workloads[index]!;
  const line = bill.lineItems.find((one) => one.item === item)!;
  return "callsPerMonth" in line ? toolWorking(estimate, index, line) : tokenWorking(estimate, index, line);
}

/** A line of tokens. */
function tokenWorking(estimate: Estimate, index: number, line: TokenLine): Working {
  const { scenario, cost } = estimate;
  const { item } = line;
  const workload = scenario.workloads[index]!;
  const bill = cost.workloads[index]!;
  const facts = estimate.facts.get(poolOf(workload.model))!;
  const long = facts.price !== null && isLongContext(facts.price, workload.inputTokens);
  const requests = attempts(workload, A_MONTH);
  const tokens = tokensOf(workload, item, bill.lineItems);
  const steps = [
    step(workload.retryShare ? "Requests a month, with retries" : "Requests a month", requests),
    step("Tokens each", tokens),
    step("Tokens a month", times(known(requests), known(tokens))),
  ];
  const title = `${lineLabel(item, workload, facts)}, ${workloadName(scenario, index)}, a month`;
  const plainRule = ruleOf(workload, item, bill.lineItems, long);
  const rule = facts.regionalTimes && !long ? "regional" : plainRule;
  if (!line.pricePerMTok)
    return working({
      title,
      steps,
      result: { label: "Price", expression: "none in force", value: "no price" },
      rule,
      facts: priceFacts(facts),
    });
  const view = billView(estimate).workloads[index]!.lines.find((one) => one.item === item)!;
  return working({
    title,
    steps: [...steps, ...priceSteps(facts, workload, item, long)],
    result: step(
      "A month",
      over(times(known(requests), known(tokens), price(line.pricePerMTok)), number(1_000_000)),
      view.month.text,
    ),
    rule,
    facts: priceFacts(facts),
  });
}
