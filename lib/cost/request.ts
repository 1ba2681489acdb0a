import { CHARGES } from "@/lib/catalogue";
import { keepsTwelveHours, type TokenPrices } from "@/lib/facts";
import { milli } from "@/lib/fields";
import { exact, multiply, parseDecimal, type Exact } from "@/lib/money";
import type { Workload } from "@/lib/scenario";
import type { TokenItem, ToolItem } from "./types";

/** Tokens of one request that have one price. */
interface TokenPart {
  readonly item: TokenItem;
  /** Tokens in thousandths. */
  readonly countMilli: number;
  /** USD per million; `null`: none is in force. */
  readonly price: Exact | null;
}

/** Calls of one tool in one request. */
interface ToolPart {
  readonly item: ToolItem;
  /** Calls in thousandths. */
  readonly countMilli: number;
  /** USD per million. */
  readonly price: Exact;
  /** USD per thousand, as it is listed. */
  readonly perThousand: Exact;
}

/** What of one request has one price. */
export type RequestPart = TokenPart | ToolPart;

/** Whether a part is calls of a tool and no tokens. */
export const isTool = (part: RequestPart): part is ToolPart => "perThousand" in part;

/** What each tool costs, and which field of a workload counts its calls. */
const TOOLS = (
  [
    ["web-search", "webSearchCalls", CHARGES.webSearch],
    ["file-search", "fileSearchCalls", CHARGES.fileSearch],
  ] as const
).map(([item, field, { perThousandCallsUsd }]) => {
  const perThousand = parseDecimal(perThousandCallsUsd)!;
  return { item, field, perThousand, price: multiply(perThousand, exact(1000n)) };
});

/**
 * The parts of one request: input always, the others where not zero. Cached tokens and cache writes without a
 * price of their own are plain input. Calls of tools cost the same in every service tier.
 */
export function requestParts(workload: Workload, prices: TokenPrices | null): readonly RequestPart[] {
  const cached = prices?.cachedInput ? milli(workload.cachedInputTokens) : 0;
  const priceOfWrites = keepsTwelveHours(workload, prices) ? prices.cacheWrite12Hours : (prices?.cacheWrite ?? null);
  const written = priceOfWrites ? milli(workload.cacheWriteTokens ?? 0) : 0;
  const visible = milli(workload.visibleOutputTokens);
  const reasoning = milli(workload.reasoningTokens);
  const input = milli(workload.inputTokens) - cached - written;
  const output = prices && prices.output;

  const parts: RequestPart[] = [{ item: "input", countMilli: input, price: prices && prices.input }];
  if (cached) parts.push({ item: "cached-input", countMilli: cached, price: prices!.cachedInput });
  if (written) parts.push({ item: "cache-write", countMilli: written, price: priceOfWrites });
  if (visible) parts.push({ item: "visible-output", countMilli: visible, price: output });
  if (reasoning) parts.push({ item: "reasoning", countMilli: reasoning, price: output });
  for (const { item, field, price, perThousand } of TOOLS) {
    const calls = milli(workload[field] ?? 0);
    if (calls) parts.push({ item, countMilli: calls, price, perThousand });
  }
  return parts;
}
