import type { Item, LineItem, TokenItem } from "@/lib/cost";
import { keepsTwelveHours, pricesAt, reasonsInVain, type ModelFacts } from "@/lib/facts";
import { milli } from "@/lib/fields";
import type { Exact } from "@/lib/money";
import type { Workload } from "@/lib/scenario";
import { formatExact, formatRounded, UNKNOWN } from "@/lib/view/text";
import { ITEMS } from "@/lib/view/names";

/** What a line of the bill says of its size and price. */
export interface LineText {
  readonly label: string;
  /** Tokens of one request; of a tool its calls, with their unit. */
  readonly tokens: string;
  /** Million tokens a month; of a tool its calls, with their unit. */
  readonly millions: string;
  /** Dollars a million tokens; of a tool dollars a thousand calls, with their unit. */
  readonly price: string;
  /** What the month’s count is multiplied by, behind it: ` M × $1.10`, ` × $10.00 a 1,000`. */
  readonly times: string;
}

/** The bill that a line stands on, and what holds for its model. */
interface LinePlace {
  readonly lines: readonly LineItem[];
  readonly facts: ModelFacts;
}

/** What a line is called: writes that stay for 12 hours say so, and reasoning of a model that does not reason. */
export function lineLabel(item: Item, workload: Workload, facts: ModelFacts): string {
  const { price } = facts;
  if (item === "reasoning" && reasonsInVain(facts, workload)) return `${ITEMS[item]}, not supported`;
  const prices = price && pricesAt(price, workload.inputTokens)[workload.serviceTier];
  return item === "cache-write" && keepsTwelveHours(workload, prices) ? `${ITEMS[item]}, 12 hours` : ITEMS[item];
}

/** A line of the bill of a workload in words. */
export function lineText(workload: Workload, line: LineItem, { lines, facts }: LinePlace): LineText {
  const label = lineLabel(line.item, workload, facts);
  if ("callsPerMonth" in line) {
    const price = `${formatUsd2(line.pricePerThousandCalls)}\u00a0a\u00a01,000`;
    const each = thousandths(milli(workload[CALLS[line.item]]!));
    return { label, tokens: calls(each), millions: calls(line.callsPerMonth), price, times: ` × $${price}` };
  }
  const apart = lines.map(({ item }) => item);
  const price = line.pricePerMTok ? formatUsd2(line.pricePerMTok) : UNKNOWN;
  return {
    label,
    tokens: formatExact(thousandths(tokensMilli(workload, line.item, apart))),
    millions: millions(line.tokensPerMonth),
    price,
    times: ` M × $${price}`,
  };
}

/** Tokens of one request of a workload, input and output. */
export const requestTokens = (workload: Workload): string => formatExact(thousandths(tokensMilli(workload, null, [])));

const CALLS = { "web-search": "webSearchCalls", "file-search": "fileSearchCalls" } as const;

const thousandths = (count: number): Exact => ({ n: BigInt(count), d: 1000n });

/** Calls with their unit, to three decimals at most. */
function calls(count: Exact): string {
  const text = formatRounded(count, 3).replace(/\.?0+$/, "");
  return text === "1" ? "1\u00a0call" : `${text}\u00a0calls`;
}

/** Tokens of one request in thousandths: of one line, the lines apart from it left out; `null`: all of them. */
function tokensMilli(workload: Workload, item: TokenItem | null, apart: readonly Item[]): number {
  const input = milli(workload.inputTokens);
  const cached = milli(workload.cachedInputTokens);
  const written = milli(workload.cacheWriteTokens ?? 0);
  const visible = milli(workload.visibleOutputTokens);
  const reasoning = milli(workload.reasoningTokens);
  const plain = input - (apart.includes("cached-input") ? cached : 0) - (apart.includes("cache-write") ? written : 0);
  const n = { input: plain, "cached-input": cached, "cache-write": written, "visible-output": visible, reasoning };
  return item ? n[item] : input + visible + reasoning;
}

function millions({ n, d }: Exact): string {
  const small = n !== 0n && n * 100n < d * 1_000_000n;
  return small
    ? formatRounded({ n, d: d * 1_000_000n }, 6).replace(/0+$/, "")
    : formatRounded({ n, d: d * 1_000_000n }, 2);
}

/** A price as written, with at least two decimals: `1.10`, `0.0375`. */
function formatUsd2(price: Exact): string {
  const text = formatExact(price);
  const decimals = text.split(".")[1] ?? "";
  return decimals.length >= 2 ? text : `${text}${decimals ? "" : "."}${"0".repeat(2 - decimals.length)}`;
}
