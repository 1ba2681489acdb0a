import { monthsAfter, type Forecast } from "@/lib/forecast";
import type { Axis, Tick } from "@/lib/view/chart";
import { formatShortMonth } from "@/lib/view/dates";

/** The rank of a month on the axis: both ends before years, years before quarters, quarters before the rest. */
function rankOf(month: number, last: number): number {
  if (month === 0 || month === last) return 0;
  if (month % 12 === 0) return 1;
  return month % 6 === 0 ? 2 : month % 3 === 0 ? 3 : 4;
}

/** The months of a forecast from left to right; `marked` ones stand out and keep their place. */
export function monthAxis({ scenario, months }: Forecast, marked: readonly number[] = []): Axis {
  const last = months.length - 1;
  // Over many months single ones would stand between quarters, unevenly.
  const named = months.filter(({ month }) => last < 18 || rankOf(month, last) < 4 || marked.includes(month));
  const ticks = named.map(({ month, from }): Tick => ({
    value: month,
    label: formatShortMonth(from),
    rank: marked.includes(month) ? -1 : rankOf(month, last),
    ...(marked.includes(month) && { strong: true }),
  }));
  const end: Tick[] = last === 0 ? [{ value: 1, label: formatShortMonth(monthsAfter(scenario.asOf, 1)), rank: 1 }] : [];
  return { from: 0, to: Math.max(1, last), ticks: [...ticks, ...end] };
}
