import type { MonthsChart } from "@/lib/view/ranges/charts";
import { linearScale, logScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";

/** One case as a mark. */
interface CaseMark {
  readonly x: number;
  readonly y: number;
  readonly kind: "within" | "between" | "over";
}

/** The cases of a month on their scale, in pixels. */
export interface MonthsLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  readonly radius: number;
  readonly cases: readonly CaseMark[];
}

/** Room above the cases for words, and below the axis for its labels, the whiskers and their words. */
const ABOVE = 44;
const BELOW = 82;
const LARGEST = 6.4;

function kindOf({ within, between }: MonthsChart, index: number): CaseMark["kind"] {
  if (index < within) return "within";
  return index < within + between ? "between" : "over";
}

/** The middle of a column, and the size of what stands in it. */
interface Place {
  readonly at: number;
  readonly radius: number;
}

/** One column to the side for a case whose column stands on the other side of its line. */
function aside({ budget, limit }: MonthsChart, kind: CaseMark["kind"], x: Scale, { at, radius }: Place): number {
  const [least, most] = [
    kind === "over" ? limit : kind === "between" ? budget : null,
    kind === "within" && budget && budget.value < limit.value ? budget : limit,
  ];
  if (least && at - radius <= x(least.value)) return 1;
  return kind !== "over" && most && at + radius >= x(most.value) ? -1 : 0;
}

/** How many cases stand in each column of this width, the highest column. */
function highest(columns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Cases stand in columns, one on the other; marks are smaller where a column would leave the plot. */
export function monthsLayout(view: MonthsChart, { width, height }: Size): MonthsLayout {
  const area = { left: 10, right: width - 14, top: ABOVE, bottom: height - BELOW };
  const x = (view.scale === "log" ? logScale : linearScale)(view.x, area.left, area.right);
  const room = area.bottom - area.top;
  let radius = LARGEST;
  let columns: number[] = [];
  for (; radius > 1; radius -= 0.2) {
    const pitch = 2 * radius + 3.4;
    columns = view.months.map((month) => Math.round((x(month) - area.left) / pitch));
    if (highest(columns) * (2 * radius + 2.2) <= room) break;
  }
  const stacked = new Map<number, number>();
  const pitch = 2 * radius + 3.4;
  const cases = columns.map((nearest, index): CaseMark => {
    const kind = kindOf(view, index);
    const column = nearest + aside(view, kind, x, { at: area.left + nearest * pitch, radius });
    const below = stacked.get(column) ?? 0;
    stacked.set(column, below + 1);
    return {
      x: area.left + column * pitch,
      y: area.bottom - radius - 3 - below * (2 * radius + 2.2),
      kind,
    };
  });
  return { area, x, radius, cases };
}
