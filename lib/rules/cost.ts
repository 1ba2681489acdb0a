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
      "Cached tokens are counted inside input. They cost the cached price: a twentieth of the input price on gpt-6.1 and gpt-6.2, a tenth on most models from gpt-5 to gpt-6, a quarter on gpt-4.1, o3 and o4-mini, half on gpt-4o and o1, o1-mini and o3-mini. The rest of the input costs the full price. Where a model has no cached price, or had none on a date, they cost full price too.",
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
      "The batch prices of o1-mini before 31 January 2025 follow from this rule: no batch table of that time is public. OpenAI’s table has one exception: gpt-3.5-turbo-1106 costs as much in batch as in standard.",
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
    title: "Flex and Fast have prices of their own",
    statement:
      "A model costs its flex or Fast price where it has one, cached input likewise; without an input and an output price the service tier cannot be bought, and the cost is unknown. Fast costs more and is faster; until 30 July 2026 OpenAI called it priority, and links and the API still do.",
    formula: "cost = tokens × price of the service tier ÷ 1,000,000",
    basis: "published",
    doubt:
      "From a million tokens a minute on, Fast traffic that grows by half within 15 minutes may be served, and billed, as standard; that is not modelled.",
    sources: ["flex", "priority", "pricing"],
    checkedOn,
    confidence: "high",
  },
  "flex-winds-down": {
    title: "Flex is being wound down",
    statement:
      "OpenAI gives flex to no new model: none of GPT-6.2 has it. Asking for a service tier that a model lacks is an error. Where flex is left it costs half, is slower, may time out, and may be refused for want of room with a 429, Resource Unavailable, which is not charged.",
    basis: "published",
    sources: ["flex"],
    checkedOn,
    confidence: "high",
  },
  "cache-write": {
    title: "Writing to the cache can have a price",
    statement:
      "gpt-5.6 and later models bill input that is written to the cache at 1.25 times plain input, in every service tier. Tokens written are part of input, beside those read from the cache. On these models caching is implicit: what a prompt of 1,024 tokens or more does not read it may write, unless prompt_cache_options.mode is explicit. Where no price of writes exists they cost plain input of the service tier. gpt-6.1-terra and gpt-6.2 also sell writes that stay for 12 hours, at 2.5 times input.",
    formula:
      "input cost = (input − cached − written) × input price + cached × cached price + written × cache-write price",
    basis: "published",
    doubt:
      "Tables print the price of writes in batch, flex and Fast for some models; for the others it follows from the rule. OpenAI’s guide says “may cache”: an estimate without written tokens can be up to a quarter of the input cost too low. Writes for 12 hours are printed for gpt-6.2-sol only.",
    sources: ["pricing", "prompt-caching"],
    checkedOn,
    confidence: "medium",
  },
  "long-context": {
    title: "From a length on, the whole request costs more",
    statement:
      "Some models have long-context prices: a request whose input reaches the threshold, 272,001 tokens from gpt-5.6 on and 272,000 on gpt-5.4 and gpt-5.5, is billed whole at twice the input prices and one and a half times the output price. The mean input of a workload decides for all its requests; a price of your own holds at every length.",
    formula: "price = published price × 2 for input, × 1.5 for output, from 272,001 or 272,000 input tokens on",
    basis: "published",
    doubt:
      "OpenAI’s pages of gpt-5.6 and later say “more than 272K”, so 272,000 is not long there; of gpt-5.4 and gpt-5.5 the price table says “under 272K” and the model page “over”, and the table is followed. Requests spread around the threshold are not split.",
    sources: ["pricing"],
    checkedOn,
    confidence: "medium",
  },
  regional: {
    title: "Processing in one region costs a tenth more",
    statement:
      "On endpoints with data residency every token price of models released on or after 5 March 2026, gpt-5.4 and later, is 1.1 times the listed one. A model counts as released on the day of its first price. Your own prices of such a model are multiplied too; a model of your own has no such day and is not. Calls of tools cost the same.",
    formula: "price = listed price × 1.1",
    basis: "published",
    doubt:
      "The page says “eligible for data residency”: which models and service tiers are offered in which region is not entered. FedRAMP endpoints cost a tenth more too and are not modelled.",
    sources: ["pricing"],
    checkedOn,
    confidence: "high",
  },
  "tool-calls": {
    title: "Tools are billed by the call",
    statement:
      "A web search costs $10.00 per 1,000 calls and a file search $2.50, beside the tokens, on every model and in every service tier, retries included. What a search finds is input of the request: enter it as input tokens.",
    formula: "cost = attempts × calls a request × price per 1,000 ÷ 1,000",
    basis: "published",
    doubt:
      "A search of the web may run several searches, each billed as a call. On gpt-4o-mini and gpt-4.1-mini the content of a web search is billed as 8,000 input tokens a call, whatever its size. The preview tool costs $25.00 on models without reasoning, its content free.",
    sources: ["pricing"],
    checkedOn,
    confidence: "high",
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
      "On or after its retirement day a model is estimated at its last published prices and limits, and a note says that it is retired and what succeeds it, where a successor was found. A model is active, then deprecated with at least 6 months’ notice (3 for chat, codex and other special variants, 2 weeks for previews), then shut down; GET /v1/models gives its shutdown_date. Before a model’s first price there is no price, and nothing is estimated as $0.",
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
