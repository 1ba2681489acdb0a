import type { Item } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import { compare, sum, type Exact, shareOf, toGeometry } from "@/lib/money";
import { billView, ITEM_ORDER } from "../bill";
import {
  formatTick,
  linearSteps,
  ticks,
  type Axis,
  checkedSource,
  type ChartText,
  type Undrawn,
  withTable,
} from "@/lib/view/chart";
import { formatPercent, formatUsd } from "@/lib/view/text";
import { ITEMS, workloadName } from "@/lib/view/names";
import { lacksOutput } from "./lacks-output";

/** One workload's month, parted by line item. */
interface BillBar {
  readonly key: string;
  readonly name: string;
  readonly amount: string;
  readonly total: number;
  readonly parts: Readonly<Partial<Record<Item, number>>>;
}

/** The month's bill as bars: workloads down, line items along. */
export interface BillChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly xLabel: string;
  readonly items: readonly { readonly item: Item; readonly name: string; readonly shortName: string }[];
  /** Dearest first; workloads past those that find room are one bar of their own. */
  readonly bars: readonly BillBar[];
}

const EYEBROW = "Bill by workload";
const MOST_BARS = 6;

/**
 * What each workload costs a month, line item by line item; workloads without a price are left out and
 * counted.
 */
export function billChart(estimate: Estimate): BillChart | Undrawn {
  const { scenario, cost } = estimate;
  const priced = cost.workloads.flatMap((workload, index) =>
    workload.perMonth && workload.perMonth.n > 0n ? [{ ...workload, perMonth: workload.perMonth, index }] : [],
  );
  const without = cost.workloads.filter(({ perMonth }) => !perMonth).length;
  const vain = cost.workloads.findIndex(({ perMonth }, index) => !perMonth && lacksOutput(estimate, index));
  if (priced.length === 0 && vain >= 0)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: `${cost.workloads[vain]!.model} gives no output, so the bill cannot be drawn`,
      remedy: "Take the output out.",
    };
  if (priced.length === 0) {
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: without ? "No workload has a price" : "Nothing to pay",
      remedy: without ? "Enter your own price." : "Every price in use is 0.",
    };
  }
  priced.sort((a, b) => compare(b.perMonth, a.perMonth) || a.index - b.index);
  const bars = priced.map(({ perMonth, index, lineItems }): BillBar => ({
    key: String(index),
    name: workloadName(scenario, index),
    amount: formatUsd(perMonth),
    total: toGeometry(perMonth),
    parts: Object.fromEntries(lineItems.map((line) => [line.item, toGeometry(line.perMonth)])),
  }));
  const items = ITEM_ORDER.filter((item) => bars.some(({ parts }) => parts[item])).map((item) => ({
    item,
    name: ITEMS[item],
    shortName: item === "cache-write" ? "Writes" : ITEMS[item].split(" ")[0]!,
  }));
  const drawn =
    bars.length > MOST_BARS
      ? [
          ...bars.slice(0, MOST_BARS - 1),
          rest(bars.slice(MOST_BARS - 1), sum(priced.slice(MOST_BARS - 1).map(({ perMonth }) => perMonth))),
        ]
      : bars;
  const widest = Math.max(...drawn.map(({ total }) => total));
  const steps = linearSteps(widest, 5);
  const sentence = finding(estimate, priced[0]!);
  const view = {
    drawn: true as const,
    eyebrow: EYEBROW,
    finding: sentence,
    units: `Dollars a month by workload and line item${without ? `; ${without} without a price left out` : ""}`,
    source: `${scenario.modelOverrides.some(({ price }) => price) ? "Your own prices; " : ""}${checkedSource("prices")}`,
    title: "Dollars a month by workload and line item",
    description: `${sentence}. ${bars
      .slice(0, MOST_BARS)
      .map(({ name, amount }) => `${name} ${amount}`)
      .join(", ")}.`,
    x: {
      from: 0,
      to: Math.max(widest * 1.02, steps.at(-2) ?? 0),
      ticks: ticks(
        steps.filter((step) => step <= widest * 1.02),
        (value) => `$${formatTick(value)}`,
      ),
    },
    xLabel: "dollars a month",
    items,
    bars: drawn,
  };
  return withTable(view, () => table(estimate));
}

function rest(bars: readonly BillBar[], amount: Exact): BillBar {
  const parts = Object.fromEntries(
    ITEM_ORDER.map((item) => [item, bars.reduce((length, bar) => length + (bar.parts[item] ?? 0), 0)]),
  );
  return { key: "rest", name: `${bars.length} others`, amount: formatUsd(amount), total: toGeometry(amount), parts };
}

function finding({ scenario, cost }: Estimate, dearest: { readonly index: number }): string {
  const workload = cost.workloads[dearest.index]!;
  const name = workloadName(scenario, dearest.index);
  const line = workload.lineItems.reduce((a, b) => (b.perMonth && compare(b.perMonth, a.perMonth!) > 0 ? b : a));
  const item = ITEMS[line.item].toLowerCase();
  const whole = (ratio: number) =>
    formatPercent(ratio >= 0.01 && ratio < 0.995 ? Math.round(ratio * 100) / 100 : ratio);
  if (cost.workloads.length === 1 || !cost.perMonth)
    return `${ITEMS[line.item]} is ${whole(shareOf(line.perMonth, workload.perMonth))} of ${possessive(name)} ${formatUsd(workload.perMonth)}`;
  return `${name} is ${whole(shareOf(workload.perMonth, cost.perMonth))} of the bill; its ${item} alone is ${whole(shareOf(line.perMonth, cost.perMonth))}`;
}

const possessive = (name: string) => (name.endsWith("s") ? `${name}’` : `${name}’s`);

/** The bill's own columns, which add up. */
function table(estimate: Estimate): ChartText["table"] {
  const { workloads, total } = billView(estimate);
  const { cost } = estimate;
  const used = ITEM_ORDER.filter((item) => workloads.some(({ lines }) => lines.some((line) => line.item === item)));
  return {
    head: ["Workload", ...used.map((item) => ITEMS[item]), "A month", "Of the bill"],
    rows: [
      ...workloads.map(({ name, lines, month, share }) => [
        name,
        ...used.map((item) => lines.find((line) => line.item === item)?.month.text ?? ""),
        month.text,
        share,
      ]),
      ["Total", ...used.map(() => ""), total.text, cost.perMonth && cost.perMonth.n > 0n ? "100\u202f%" : ""],
    ],
  };
}
