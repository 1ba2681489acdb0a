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
  /** The corners of the frontier. */
  readonly steps: readonly Point[];
}

const LANE = 52;

/** Where a point stands. */
export const placeOf = ({ usd, times }: ComparePoint, { x, y, lane }: CostHeadroomLayout): Point => ({
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
  return { plot, area, x, y, floor, lane: area.bottom - 20, steps };
}
