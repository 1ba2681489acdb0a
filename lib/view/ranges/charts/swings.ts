import type { Estimate } from "@/lib/estimate";
import { toNumber } from "@/lib/money";
import type { Driver, RangeResult } from "@/lib/ranges";
import { checkedSource, type ChartText, type Undrawn } from "@/lib/view/chart";
import { capital, listed } from "@/lib/view/names";
import { formatTier, formatTimes, formatUsd } from "@/lib/view/text";
import { byHeadroom, scaleSwing } from "../verdict";
import { barUsd, endOf, inSentence, inUnit, unknownName, verbOf } from "../words";

/** One end of a bar: the value of the unknown, and what it leads to. */
interface SwingEnd {
  readonly value: number;
  readonly at: string;
  readonly text: string;
}

/** One unknown: what it leads to at its low and at its high. */
interface SwingBar {
  readonly key: string;
  readonly name: string;
  readonly range: string;
  readonly low: SwingEnd;
  readonly high: SwingEnd;
}

/** One unknown after the other at its low and at its high, all others as entered; the widest swing first. */
export interface SwingsChart extends ChartText {
  readonly drawn: true;
  readonly scale: "linear" | "log";
  readonly entered: { readonly value: number; readonly text: string };
  /** A line that means something of its own: 1× of headroom. */
  readonly line: { readonly value: number; readonly text: string } | null;
  readonly bars: readonly SwingBar[];
}

/** At most so many bars are drawn; the table has all. */
const MOST_BARS = 7;
/** Swings below this part of the value are nothing. */
const NOTHING = 1e-9;

interface Measure {
  readonly eyebrow: string;
  readonly what: string;
  readonly entered: SwingsChart["entered"];
  readonly line: SwingsChart["line"];
  readonly scale: SwingsChart["scale"];
  readonly source: string;
  /** Drivers that move it, the widest first. */
  readonly moving: readonly Driver[];
  readonly ends: (driver: Driver) => readonly [low: SwingEnd, high: SwingEnd];
  readonly still: readonly Driver[];
}

/** How much less the second unknown moves: `; reasoning does as much`. */
function besideText(share: number, { field }: Driver, name: string): string {
  if (share < 0.5) return "; nothing else half as much";
  return share > 0.9 ? `; ${name} ${field === "requests" ? "do" : "does"} as much` : `; next is ${name}`;
}

function swingsOf({ scenario }: Estimate, measure: Measure): SwingsChart | Undrawn {
  const { eyebrow, what, entered, moving, ends, still } = measure;
  const [first, second] = moving;
  if (!first)
    return {
      drawn: false,
      eyebrow,
      reason: `No range moves ${what}`,
      remedy: "Ranges of other fields would.",
    };
  const bars = moving.map((driver): SwingBar => {
    const [low, high] = ends(driver);
    return {
      key: `${driver.workload}.${driver.field}`,
      name: unknownName(scenario, driver),
      range: inUnit(scenario, driver),
      low,
      high,
    };
  });
  const width = ({ low, high }: SwingBar) =>
    measure.scale === "log" ? Math.abs(Math.log(high.value / low.value)) : Math.abs(high.value - low.value);
  const { low, high } = bars[0]!;
  const [from, to] = low.value <= high.value ? [low, high] : [high, low];
  const beside = second ? besideText(width(bars[1]!) / width(bars[0]!), second, inSentence(scenario, second)) : "";
  const finding = `${capital(inSentence(scenario, first))} ${verbOf(first.field, "move")} ${what} from ${from.text} to ${to.text}${beside}`;
  const without = still.length
    ? ` ${capital(listed(still.slice(0, 3).map((driver) => inSentence(scenario, driver))))} ${still.length > 1 ? "do" : "does"} not move it.`
    : "";
  const left = bars.length - MOST_BARS;
  return {
    drawn: true,
    eyebrow,
    finding,
    units: `One unknown at its low and at its high, the others as entered.${without}`,
    source: `${left > 0 ? `${left} more in the table; ` : ""}${measure.source}`,
    title: `${capital(what)}, one unknown at a time`,
    description: `${finding}. ${bars
      .slice(0, MOST_BARS)
      .map((bar) => `${bar.name}: ${bar.low.at} gives ${bar.low.text}, ${bar.high.at} gives ${bar.high.text}`)
      .join("; ")}.`,
    table: {
      head: ["Unknown", "Low", "At its low", "High", "At its high"],
      rows: [
        ...bars.map((bar) => [bar.name, bar.low.at, bar.low.text, bar.high.at, bar.high.text]),
        ...still.map((driver) => [
          unknownName(scenario, driver),
          endOf(driver.field, driver.low),
          entered.text,
          endOf(driver.field, driver.high),
          entered.text,
        ]),
      ],
    },
    scale: measure.scale,
    entered,
    line: measure.line,
    bars: bars.slice(0, MOST_BARS),
  };
}

/** Which unknowns move the month’s cost. */
export function costSwings(estimate: Estimate, { drivers }: RangeResult): SwingsChart | Undrawn {
  const { perMonth } = estimate.cost;
  const eyebrow = "What matters for the month’s cost";
  const isKnown = drivers.every(({ costLow, costHigh }) => costLow && costHigh);
  if (!perMonth || !isKnown)
    return { drawn: false, eyebrow, reason: "Some amount has no price", remedy: "Enter your own price." };
  const amount = toNumber(perMonth);
  const moves = ({ costLow, costHigh }: Driver) =>
    Math.abs(toNumber(costHigh!) - toNumber(costLow!)) > NOTHING * amount;
  return swingsOf(estimate, {
    eyebrow,
    what: "the month’s cost",
    entered: { value: amount, text: formatUsd(perMonth) },
    line: null,
    scale: "linear",
    source: `Exact estimates; ${checkedSource("prices")}`,
    moving: drivers.filter(moves),
    still: drivers.filter((driver) => !moves(driver)),
    ends: ({ field, low, high, costLow, costHigh }) => [
      { value: toNumber(costLow!), at: endOf(field, low), text: barUsd(costLow!) },
      { value: toNumber(costHigh!), at: endOf(field, high), text: barUsd(costHigh!) },
    ],
  });
}

/** Which unknowns move the headroom at the scenario’s usage tier. */
export function headroomSwings(estimate: Estimate, { drivers }: RangeResult): SwingsChart | Undrawn {
  const { scenario, fit } = estimate;
  const eyebrow = `What matters for headroom at ${formatTier(scenario.usageTier)}`;
  const isKnown = drivers.every(({ scaleLow, scaleHigh }) => scaleLow !== null && scaleHigh !== null);
  if (fit.scaleAtLimit === null || !isKnown)
    return {
      drawn: false,
      eyebrow,
      reason: "No limit is known to have headroom below",
      remedy: "Enter your own limits.",
    };
  const moves = (driver: Driver) => scaleSwing(driver) > 1 + NOTHING;
  return swingsOf(estimate, {
    eyebrow,
    what: "the headroom",
    entered: { value: fit.scaleAtLimit, text: formatTimes(fit.scaleAtLimit) },
    line: { value: 1, text: "1×: limit" },
    scale: "log",
    source: `Exact estimates; log scale; ${checkedSource("limits")}`,
    moving: byHeadroom(drivers).filter(moves),
    still: drivers.filter((driver) => !moves(driver)),
    ends: ({ field, low, high, scaleLow, scaleHigh }) => [
      { value: scaleLow!, at: endOf(field, low), text: formatTimes(scaleLow) },
      { value: scaleHigh!, at: endOf(field, high), text: formatTimes(scaleHigh) },
    ],
  });
}
