import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const checkedOn = CHECKED_ON;

/** Rules of the bill: from tokens to money. */
export const COST_RULES = {
  "month-730": {
    title: "A month is 730 hours",
    statement:
      "A month is 730 hours, a day 24, a year 8,760: a month is a twelfth of 365 days, whatever the calendar says.",
    formula: "hours a month = 365 × 24 ÷ 12 = 730",
    basis: "defined",
    doubt:
      "OpenAI bills by calendar month: February costs 672 ÷ 730 of the figure shown, a month of 31 days 744 ÷ 730.",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "price-per-million": {
    title: "Prices are per million tokens",
    statement:
      "Tokens cost their number times the price in dollars per million. Alias and dated snapshot of a model cost the same.",
    formula: "cost = tokens × price ÷ 1,000,000",
    basis: "published",
    sources: ["pricing"],
    checkedOn,
    confidence: "high",
  },
  "cached-input": {
    title: "Cached input is part of input, at its own price",
    statement:
      "Cached tokens are counted inside input. They cost the cached price: a tenth of the input price on most models from gpt-5 on, half or a quarter on older ones, as half on o1-mini, o1 and o3-mini. The rest of the input costs the full price. Where a model has no cached price, or had none on a date, they cost full price too.",
    formula: "input cost = (input − cached) × input price + cached × cached price",
    basis: "published",
    sources: ["prompt-caching", "pricing"],
    checkedOn,
    confidence: "high",
  },
  "batch-price": {
    title: "Batch costs half",
    statement:
      "In the Batch API, input and output each cost half of their standard price, and answers may take 24 hours.",
    formula: "batch price = standard price ÷ 2",
    basis: "published",
    doubt:
      "The batch prices of o1-mini before 31 January 2025 follow from this rule: no batch table of that time is public.",
    sources: ["batch", "pricing"],
    checkedOn,
    confidence: "high",
  },
  "batch-no-cached-discount": {
    title: "Batch has no cached discount where no cached batch price exists",
    statement:
      "Without a cached batch price, as on every model before gpt-5, o1-mini, o1 and o3-mini among them, and on some since, every input token in batch costs the batch input price, cached or not: the two discounts do not stack.",
    formula: "batch input cost = input × batch input price",
    basis: "published",
    doubt:
      "OpenAI’s batch table prints “–” for cached input; that cached tokens then cost the full batch price is inferred from the dash.",
    sources: ["pricing"],
    checkedOn,
    confidence: "medium",
  },
  "batch-cached": {
    title: "Cached input in batch, where it has a price",
    statement:
      "Most models from gpt-5 on that have a cached price have one in batch too, half of it: there the two discounts stack. It is then a line of its own in batch as in standard.",
    formula: "batch input cost = (input − cached) × batch input price + cached × cached batch price",
    basis: "published",
    sources: ["pricing"],
    checkedOn,
    confidence: "high",
  },
  "flex-priority": {
    title: "Flex and priority have prices of their own",
    statement:
      "A model costs its flex or priority price where it has one, cached input likewise; without an input and an output price the service tier cannot be bought, and the cost is unknown. Flex is slower and may be refused for want of room; priority costs more and is faster.",
    formula: "cost = tokens × price of the service tier ÷ 1,000,000",
    basis: "published",
    sources: ["flex", "priority", "pricing"],
    checkedOn,
    confidence: "high",
  },
  "cache-write": {
    title: "Writing to the cache can have a price",
    statement:
      "Some models bill input that is written to the cache above plain input. Tokens written are part of input, beside those read from the cache. Where no such price exists, and outside standard, they cost plain input of the service tier.",
    formula:
      "input cost = (input − cached − written) × input price + cached × cached price + written × cache-write price",
    basis: "published",
    doubt:
      "What a write costs in batch, flex and priority is not published by itself; plain input is assumed there, and a note says so.",
    sources: ["pricing"],
    checkedOn,
    confidence: "medium",
  },
  "long-context": {
    title: "From a length on, the whole request costs more",
    statement:
      "Some models have long-context prices: a request whose input is at or over the threshold, 272,000 tokens where there is one, is billed whole at twice the input prices and one and a half times the output price. The mean input of a workload decides for all its requests; a price of your own holds at every length.",
    formula: "price = published price × 2 for input, × 1.5 for output, from 272,000 input tokens on",
    basis: "published",
    doubt:
      "OpenAI prints the normal prices for prompts under 272K tokens, so 272,000 itself counts as long. Requests spread around the threshold are not split.",
    sources: ["pricing"],
    checkedOn,
    confidence: "medium",
  },
  "reasoning-is-output": {
    title: "Reasoning tokens are output",
    statement:
      "Reasoning tokens are billed at the output price and are already inside completion_tokens: output is visible plus reasoning, never counted a second time. They are billed even where the cap cuts the answer off before anything visible.",
    formula: "output = visible + reasoning",
    basis: "published",
    sources: ["reasoning", "pricing"],
    checkedOn,
    confidence: "high",
  },
  "retries-billed": {
    title: "Retries cost and load like requests",
    statement:
      "The retry share is the number of billed extra attempts per wanted request. Each attempt costs the tokens of a request and counts against every limit; amounts per request are per wanted request.",
    formula: "attempts = wanted requests × (1 + retry share)",
    basis: "defined",
    doubt:
      "A request refused with 429 bills no tokens yet still counts towards requests a minute: enter here only the attempts that produced tokens.",
    sources: ["help-5955604"],
    checkedOn,
    confidence: "high",
  },
  "retired-prices": {
    title: "A retired model keeps its last prices",
    statement:
      "On or after its retirement day a model is estimated at its last published prices and limits, and a note says that it is retired and what succeeds it. Before a model’s first price there is no price, and nothing is estimated as $0.",
    basis: "defined",
    sources: ["deprecations"],
    checkedOn,
    confidence: "high",
  },
  rounding: {
    title: "Amounts are exact, and rounded once",
    statement:
      "Prices are decimal text and amounts exact fractions; nothing is rounded before it is shown, then once, half to even. Figures shown in one column are rounded so that they add up to the total under them. Percentages and multiples round half up, but never onto 100 %.",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
} as const satisfies Record<string, Rule>;
