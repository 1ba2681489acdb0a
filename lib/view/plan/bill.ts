import { allocate, toUnits, type Exact, shareOf } from "@/lib/money";
import type { Item } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import {
  figure,
  type Figure,
  formatExact,
  formatPercent,
  formatRounded,
  formatUnits,
  formatUsd,
  UNKNOWN,
  usdPlaces,
} from "@/lib/view/text";
import { inTier, ITEMS, workloadName } from "@/lib/view/names";

/** One line of the bill. `start` and `width` are its place in the total, 0–1. */
export interface BillLine {
  readonly item: Item;
  readonly label: string;
  /** Tokens of one request. */
  readonly tokens: string;
  /** Million tokens a month. */
  readonly millions: string;
  readonly price: string;
  readonly month: Figure;
  readonly share: string;
  readonly start: number;
  readonly width: number;
}

/** A workload’s part of the bill. */
export interface BillWorkload {
  readonly name: string;
  readonly about: string;
  readonly tokens: string;
  readonly month: Figure;
  readonly share: string;
  readonly start: number;
  readonly lines: readonly BillLine[];
}

/** The bill of a month. */
export interface BillView {
  readonly finding: string;
  readonly workloads: readonly BillWorkload[];
  readonly total: Figure;
  /** Of the total, in the total; `–` where that is unknown. */
  readonly share: string;
  /** Share of each item in the total, input first. */
  readonly items: readonly { readonly item: Item; readonly width: number }[];
  readonly itemsText: string;
}

/** The order of the lines of a bill. */
export const ITEM_ORDER: readonly Item[] = ["input", "cached-input", "cache-write", "visible-output", "reasoning"];

/** Units of each amount so that the column adds up to `total`; plain rounding where an amount is unknown. */
function column(amounts: readonly (Exact | null)[], total: bigint | null, perUnit: bigint): (bigint | null)[] {
  if (total !== null && amounts.every((amount) => amount !== null)) return allocate(amounts, total, perUnit);
  return amounts.map((amount) => amount && toUnits(amount, perUnit));
}

/** The bill line by line; every column adds up to its displayed total, exactly. */
export function billView({ scenario, cost }: Estimate): BillView {
  const total = cost.perMonth;
  const places = total ? usdPlaces(total) : 2;
  const perUnit = 10n ** BigInt(places);
  const show = (units: bigint | null, amount: Exact | null) =>
    units === null ? UNKNOWN : formatUnits(units, places, amount!.n === 0n);
  const units = column(
    cost.workloads.map(({ perMonth }) => perMonth),
    total && toUnits(total, perUnit),
    perUnit,
  );
  let start = 0;
  const byItem = new Map<Item, number>();
  const workloads = cost.workloads.map((bill, index): BillWorkload => {
    const workload = scenario.workloads[index]!;
    const own = start;
    const lineUnits = column(
      bill.lineItems.map(({ perMonth }) => perMonth),
      units[index]!,
      perUnit,
    );
    const lines = bill.lineItems.map((line, n): BillLine => {
      const width = shareOf(line.perMonth, total);
      byItem.set(line.item, (byItem.get(line.item) ?? 0) + width);
      const view: BillLine = {
        item: line.item,
        label: ITEMS[line.item],
        tokens: formatExact(
          requestTokens(
            workload,
            line.item,
            bill.lineItems.map(({ item }) => item),
          ),
        ),
        millions: millions(line.tokensPerMonth),
        price: line.pricePerMTok ? formatUsd2(line.pricePerMTok) : UNKNOWN,
        month: figure(show(lineUnits[n]!, line.perMonth), { of: "line", workload: index, item: line.item }),
        share: total && line.perMonth ? formatPercent(width) : UNKNOWN,
        start,
        width,
      };
      start += width;
      return view;
    });
    return {
      name: workloadName(scenario, index),
      about: workload.model + inTier(workload.serviceTier),
      tokens: formatExact(requestTokens(workload, null, [])),
      month: figure(bill.perMonth ? show(units[index]!, bill.perMonth) : "no price", {
        of: "workload",
        workload: index,
      }),
      share: total && bill.perMonth ? formatPercent(shareOf(bill.perMonth, total)) : UNKNOWN,
      start: own,
      lines,
    };
  });
  const items = ITEM_ORDER.filter((item) => byItem.has(item)).map((item) => ({ item, width: byItem.get(item)! }));
  const largest = items.reduce((a, b) => (b.width > a.width ? b : a), items[0]!);
  return {
    finding: !total
      ? "A price is missing, so the bill has no total"
      : total.n === 0n
        ? "Nothing to pay"
        : `${ITEMS[largest.item]} is ${formatPercent(Math.round(largest.width * 100) / 100)} of the bill`,
    workloads,
    total: figure(total ? formatUsd(total) : "no price", { of: "month" }),
    share: total ? formatPercent(shareOf(total, total)) : UNKNOWN,
    items,
    itemsText: items.map(({ item, width }) => `${ITEMS[item].toLowerCase()} ${formatPercent(width)}`).join(", "),
  };
}

function requestTokens(
  workload: Estimate["scenario"]["workloads"][number],
  item: Item | null,
  apart: readonly Item[],
): Exact {
  const milli = (value: number) => BigInt(Math.round(value * 1000));
  const input = milli(workload.inputTokens);
  const cached = milli(workload.cachedInputTokens);
  const written = milli(workload.cacheWriteTokens ?? 0);
  const visible = milli(workload.visibleOutputTokens);
  const reasoning = milli(workload.reasoningTokens);
  const plain = input - (apart.includes("cached-input") ? cached : 0n) - (apart.includes("cache-write") ? written : 0n);
  const n = { input: plain, "cached-input": cached, "cache-write": written, "visible-output": visible, reasoning };
  return { n: item ? n[item] : input + visible + reasoning, d: 1000n };
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
