import { CHECKED_ON, isInputOnly, type Day, type Model, type PriceRow } from "@/lib/catalogue";
import { compare, divide, parseDecimal, subtract, type Exact, toGeometry } from "@/lib/money";
import { linearSteps, ticks, type Axis, type Tick, checkedSource, type ChartText } from "@/lib/view/chart";
import { formatCompact, formatDay, formatPercent, formatUsdText, UNKNOWN } from "@/lib/view/text";

/** The prices that are drawn. */
const PRICE_KINDS = ["input", "cachedInput", "output"] as const;
/** One of the prices that are drawn. */
export type PriceKind = (typeof PRICE_KINDS)[number];

/**
 * One kind of price over time, a step at a time: held from each point to the next. `null`: none was
 * published.
 */
interface PriceStep {
  readonly day: number;
  readonly prices: Readonly<Record<PriceKind, number | null>>;
}

/**
 * A model's prices over its life. Days are counted from an arbitrary day; the axis ends on the day the facts
 * were checked, or past the retirement.
 */
export interface PriceChart extends ChartText {
  readonly drawn: true;
  readonly x: Axis;
  readonly y: Axis;
  readonly steps: readonly PriceStep[];
  /** Each price as it stands at the end: since which day, and to which. */
  readonly lines: readonly {
    readonly kind: PriceKind;
    readonly text: string;
    readonly last: number;
    readonly since: number;
    readonly lastDay: number;
  }[];
  /** What each change changed the price to, for the figures beside the steps. */
  readonly starts: readonly {
    readonly day: number;
    readonly kind: PriceKind;
    readonly price: number;
    readonly text: string;
  }[];
  readonly retired: { readonly day: number; readonly text: string } | null;
}

const NAMES: Readonly<Record<PriceKind, string>> = { input: "input", cachedInput: "cached input", output: "output" };

/** The columns of the table beside the chart. */
const COLUMNS = [
  ["Input", "standard", "input"],
  ["Cached input", "standard", "cachedInput"],
  ["Output", "standard", "output"],
  ["Batch input", "batch", "input"],
  ["Batch output", "batch", "output"],
] as const;

/** Days since 1970 began. */
function dayNumber(day: Day): number {
  const [year, month, date] = day.split("-").map(Number);
  return Date.UTC(year!, month! - 1, date!) / 86_400_000;
}

const dollars = (text: string | null | undefined) => (text == null ? UNKNOWN : formatUsdText(text));
const listed = ({ prices }: PriceRow, kind: PriceKind): string | null => prices.standard[kind];

function price(row: PriceRow, kind: PriceKind): Exact | null {
  const text = listed(row, kind);
  return text === null ? null : parseDecimal(text);
}

/**
 * Whole per cent by which a price fell (above 0) or rose; `null` where one of the two is not known or nothing
 * changed.
 */
function fall(
  before: PriceRow,
  after: PriceRow,
  kind: PriceKind,
): { readonly down: boolean; readonly text: string } | null {
  const [a, b] = [price(before, kind), price(after, kind)];
  if (!a || !b || compare(a, b) === 0 || a.n === 0n) return null;
  const down = compare(b, a) < 0;
  return {
    down,
    text: formatPercent(Math.round(toGeometry(divide(down ? subtract(a, b) : subtract(b, a), a)) * 100) / 100),
  };
}

const over = (model: Model) => model.retirement !== null && model.retirement.on <= CHECKED_ON;

function finding(model: Model): string {
  const { id, prices } = model;
  const retired = over(model);
  const last = prices.at(-1)!.prices.standard;
  const now = `${dollars(last.input)} in${last.output === null ? "" : ` and ${dollars(last.output)} out`}`;
  const changes = prices.slice(1).flatMap((row, index) => {
    const change = fall(prices[index]!, row, "input");
    return change
      ? [{ row, ...change, both: last.output === null || fall(prices[index]!, row, "output")?.text === change.text }]
      : [];
  });
  const change = changes.at(-1);
  if (!change) {
    const unchanged = retired ? ", from its first day to its last" : `, unchanged since ${formatDay(prices[0]!.from)}`;
    return `${id} ${retired ? "cost" : "costs"} ${now}${prices.length > 1 ? "" : unchanged}`;
  }
  return `${id} became ${change.text} ${change.down ? "cheaper" : "dearer"} on ${formatDay(change.row.from)}${change.both ? "" : " for input"}: ${now}`;
}

/** A model's input, cached and output price over time, with its retirement. */
export function priceChart(model: Model): PriceChart {
  const { prices, retirement } = model;
  const first = dayNumber(prices[0]!.from);
  const retired = retirement && dayNumber(retirement.on);
  const checked = dayNumber(CHECKED_ON);
  const to = Math.max(checked, retired ?? 0);
  const end = retired ?? checked;
  const value = (row: PriceRow, kind: PriceKind) => {
    const known = price(row, kind);
    return known && toGeometry(known);
  };
  const step = (row: PriceRow, day: number): PriceStep => ({
    day,
    prices: { input: value(row, "input"), cachedInput: value(row, "cachedInput"), output: value(row, "output") },
  });
  const steps = [...prices.map((row) => step(row, dayNumber(row.from))), step(prices.at(-1)!, end)];
  const highest = Math.max(...steps.flatMap((one) => PRICE_KINDS.map((kind) => one.prices[kind] ?? 0)));
  const ySteps = linearSteps(highest, 5);
  const last = prices.at(-1)!;
  const days: Tick[] = [
    ...prices.map((row, index) => ({
      value: dayNumber(row.from),
      label: formatDay(row.from),
      rank: index === 0 ? 1 : 2,
    })),
    ...(retirement ? [{ value: retired!, label: formatDay(retirement.on), rank: 0 }] : []),
    ...(retirement && retired! >= checked ? [] : [{ value: checked, label: formatDay(CHECKED_ON), rank: 3 }]),
  ];
  const sentence = finding(model);
  const columns = isInputOnly(model) ? COLUMNS.filter(([, , kind]) => kind === "input") : COLUMNS;
  const own = prices.map(
    ({ from, prices: { standard } }) =>
      `from ${formatDay(from)} input ${dollars(standard.input)}${standard.output === null ? "" : `, cached input ${dollars(standard.cachedInput)}, output ${dollars(standard.output)}`}`,
  );
  return {
    drawn: true,
    eyebrow: "Price history",
    finding: sentence,
    units: "Dollars per million tokens, standard",
    source: checkedSource("prices"),
    title: `Prices of ${model.id} over time`,
    description: `${own.join("; ")}${retirement ? `; ${over(model) ? "retired" : "retires"} ${formatDay(retirement.on)}` : ""}.`,
    table: {
      head: ["From", ...columns.map(([name]) => name)],
      rows: [
        ...prices.map(({ from, prices: tiers }) => [
          formatDay(from),
          ...columns.map(([, tier, kind]) => dollars(tiers[tier]?.[kind])),
        ]),
        ...(retirement
          ? [[formatDay(retirement.on), over(model) ? "retired" : "retires", ...columns.slice(1).map(() => "")]]
          : []),
      ],
    },
    x: { from: first, to: Math.max(to, first + 1), ticks: days.sort((a, b) => a.value - b.value) },
    y: {
      from: 0,
      to: Math.max(highest * 1.08, ySteps.at(-2) ?? 0),
      ticks: ticks(
        ySteps.filter((one) => one <= highest * 1.08),
        (one) => `$${formatCompact(one)}`,
      ),
    },
    steps,
    lines: PRICE_KINDS.filter((kind) => listed(last, kind) !== null).map((kind) => ({
      kind,
      text: `${NAMES[kind]} ${dollars(listed(last, kind))}`,
      last: value(last, kind)!,
      since: dayNumber(
        prices.findLast((row, n) => n === 0 || listed(row, kind) !== listed(prices[n - 1]!, kind))!.from,
      ),
      lastDay: end,
    })),
    starts: prices.slice(0, -1).flatMap((row, index) =>
      PRICE_KINDS.filter(
        (kind) => listed(row, kind) !== null && (index === 0 || listed(prices[index - 1]!, kind) !== listed(row, kind)),
      ).map((kind) => ({
        day: dayNumber(row.from),
        kind,
        price: value(row, kind)!,
        text: dollars(listed(row, kind)),
      })),
    ),
    retired: retirement
      ? { day: retired!, text: `${over(model) ? "retired" : "retires"} ${formatDay(retirement.on)}` }
      : null,
  };
}
