import { allocate, toUnits, type Exact, shareOf } from "@/lib/money";
import type { Item } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import { poolOf } from "@/lib/scenario";
import { figure, type Figure, formatPercent, formatUnits, formatUsd, UNKNOWN, usdPlaces } from "@/lib/view/text";
import { inTier, ITEMS, workloadName } from "@/lib/view/names";
import { lineText, requestTokens, type LineText } from "./bill-line";

/** One line of the bill. `start` and `width` are its place in the total, 0–1. */
export interface BillLine extends LineText {
  readonly item: Item;
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
export const ITEM_ORDER: readonly Item[] = [
  "input",
  "cached-input",
  "cache-write",
  "visible-output",
  "reasoning",
  "web-search",
  "file-search",
];

/** Units of each amount so that the column adds up to `total`; plain rounding where an amount is unknown. */
function column(amounts: readonly (Exact | null)[], total: bigint | null, perUnit: bigint): (bigint | null)[] {
  if (total !== null && amounts.every((amount) => amount !== null)) return allocate(amounts, total, perUnit);
  return amounts.map((amount) => amount && toUnits(amount, perUnit));
}

/** The bill line by line; every column adds up to its displayed total, exactly. */
export function billView({ scenario, facts, cost }: Estimate): BillView {
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
    const model = facts.get(poolOf(workload.model))!;
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
        ...lineText(workload, line, { lines: bill.lineItems, facts: model }),
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
      about: workload.model + inTier(workload.serviceTier) + (model.regionalTimes ? ", in one region" : ""),
      tokens: requestTokens(workload),
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
