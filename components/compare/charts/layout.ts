import {
  costHeadroomPlot,
  type ComparePoint,
  type CostHeadroomChart,
  type CostHeadroomPlot,
} from "@/lib/view/compare/charts";
import { logScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The chart on its scales, in pixels. */
export interface CostHeadroomLayout {
  readonly plot: CostHeadroomPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  /** Where the plot of what is published ends. */
  readonly floor: number;
  /** The height of rows without published rates. */
  readonly lane: number;
  readonly dots: readonly Dot[];
  /** The corners of the frontier. */
  readonly steps: readonly Point[];
}

const LANE = 52;
/** Pixels within which two points are one dot. */
const SAME = 6;

/** Points that stand in one place, and that place. */
interface Dot extends Point {
  /** What they look like; what is entered and the cheapest are dots of their own. */
  readonly of: ComparePoint;
  readonly count: number;
}

/** The points as dots: those of one kind that would cover each other are one, counted. */
function dotsOf(view: CostHeadroomChart, place: (point: ComparePoint) => Point): Dot[] {
  const isAlone = ({ isNow, isCheapest }: ComparePoint) => isNow || isCheapest;
  const dots: Dot[] = [];
  for (const of of view.points) {
    const at = place(of);
    const near = isAlone(of)
      ? -1
      : dots.findIndex(
          (dot) => !isAlone(dot.of) && dot.of.kind === of.kind && Math.hypot(dot.x - at.x, dot.y - at.y) < SAME,
        );
    if (near < 0) dots.push({ ...at, of, count: 1 });
    else dots[near] = { ...dots[near]!, count: dots[near]!.count + 1 };
  }
  // What stands on top is drawn last.
  return dots.toSorted((a, b) => Number(isAlone(a.of)) - Number(isAlone(b.of)));
}

/** Where a point stands. */
export const placeOf = (
  { usd, times }: ComparePoint,
  { x, y, lane }: Pick<CostHeadroomLayout, "x" | "y" | "lane">,
): Point => ({
  x: x(usd),
  y: times === null ? lane : y(times),
});

/** Lays the chart out; rows without published rates stand in a lane of their own below the others. */
export function costHeadroomLayout(view: CostHeadroomChart, size: Size): CostHeadroomLayout {
  const plot = costHeadroomPlot(view);
  const area = plotBeside(plot.y.ticks, size, { left: 36, top: 22 });
  const floor = area.bottom - (plot.hasLane ? LANE : 0);
  const x = logScale(plot.x, area.left, area.right);
  const y = logScale(plot.y, floor, area.top);
  const { frontier } = view;
  const [first, last] = [frontier[0]!, frontier.at(-1)!];
  const steps = [
    { x: x(first.usd), y: floor },
    ...frontier.flatMap(({ usd, times }, index) => [
      ...(index > 0 ? [{ x: x(usd), y: y(frontier[index - 1]!.times!) }] : []),
      { x: x(usd), y: y(times!) },
    ]),
    { x: area.right, y: y(last.times!) },
  ];
  const lane = area.bottom - 20;
  const dots = dotsOf(view, (point) => placeOf(point, { x, y, lane }));
  return { plot, area, x, y, floor, lane, dots, steps };
}
