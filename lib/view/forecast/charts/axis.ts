import { monthsAfter, type Forecast } from "@/lib/forecast";
import type { Axis, Tick } from "@/lib/view/chart";
import { formatShortMonth } from "@/lib/view/dates";

/** The rank of a month on the axis: both ends before years, years before quarters, quarters before the rest. */
function rankOf(month: number, end: number): number {
  if (month === 0 || month === end) return 0;
  if (month % 12 === 0) return 1;
  return month % 6 === 0 ? 2 : month % 3 === 0 ? 3 : 4;
}

/** The months of a forecast from left to right, each by the day it begins, to the end of the last. */
export function monthAxis({ scenario, months }: Forecast): Axis {
  const end = months.length;
  const all = Array.from({ length: end + 1 }, (_, month) => month);
  // Over more months single ones would stand between quarters, unevenly.
  const named = all.filter((month) => end <= 8 || rankOf(month, end) < 4);
  const ticks = named.map((month): Tick => ({
    value: month,
    label: formatShortMonth(monthsAfter(scenario.asOf, month)),
    rank: rankOf(month, end),
  }));
  return { from: 0, to: end, ticks };
}
