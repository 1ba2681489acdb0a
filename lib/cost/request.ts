import type { TokenPrices } from "@/lib/facts";
import { milli } from "@/lib/fields";
import type { Exact } from "@/lib/money";
import type { Workload } from "@/lib/scenario";
import type { Item } from "./types";

/** Tokens of one request that have one price. */
export interface RequestPart {
  readonly item: Item;
  /** In thousandths of a token. */
  readonly tokensMilli: number;
  /** USD per million tokens; `null`: none is in force. */
  readonly price: Exact | null;
}

/**
 * The parts of one request: input always, the others where not zero. Cached tokens and cache writes without a
 * price of their own are plain input.
 */
export function requestParts(workload: Workload, prices: TokenPrices | null): readonly RequestPart[] {
  const cached = prices?.cachedInput ? milli(workload.cachedInputTokens) : 0;
  const written = prices?.cacheWrite ? milli(workload.cacheWriteTokens ?? 0) : 0;
  const visible = milli(workload.visibleOutputTokens);
  const reasoning = milli(workload.reasoningTokens);
  const input = milli(workload.inputTokens) - cached - written;
  const output = prices && prices.output;

  const parts: RequestPart[] = [{ item: "input", tokensMilli: input, price: prices && prices.input }];
  if (cached) parts.push({ item: "cached-input", tokensMilli: cached, price: prices!.cachedInput });
  if (written) parts.push({ item: "cache-write", tokensMilli: written, price: prices!.cacheWrite });
  if (visible) parts.push({ item: "visible-output", tokensMilli: visible, price: output });
  if (reasoning) parts.push({ item: "reasoning", tokensMilli: reasoning, price: output });
  return parts;
}
