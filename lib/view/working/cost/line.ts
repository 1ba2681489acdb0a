import type { Item } from "@/lib/cost";
import { type Estimate } from "@/lib/estimate";
import { parseDecimal } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { poolOf, type Workload } from "@/lib/scenario";
import { isLongContext, type ModelFacts } from "@/lib/facts";
import { billView } from "@/lib/view/plan";
import { formatDay } from "@/lib/view/text";
import { ITEMS, workloadName } from "@/lib/view/names";
import { step, working, type Working, type WorkingStep } from "../compose";
import { A_MONTH, attempts } from "../rates";
import { known, minus, number, over, price, shown, times, type Term } from "../term";

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

/** A line item of a workload’s bill, a month. */
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
    return working({
      title,
      steps,
      result: { label: "Price", expression: "none in force", value: "no price" },
      rule,
      facts: [facts.priceRow],
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
    facts: [facts.priceRow],
  });
}
