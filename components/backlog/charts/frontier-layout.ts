import { frontierPlot, type FrontierChart, type FrontierPlot } from "@/lib/view/backlog/charts";
import {
  linearScale,
  logScale,
  type Point,
  type PlotArea,
  type Scale,
  type Size,
} from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The plot of a frontier chart on its scales, in pixels. */
export interface FrontierLayout {
  readonly plot: FrontierPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  /**
   * The corners of the frontier: down to each split and on to the next, since until then the higher cost
   * holds.
   */
  readonly steps: readonly Point[];
}

/** Lays a frontier chart out; each axis says whether its scale is linear or logarithmic. */
export function frontierLayout(view: FrontierChart, size: Size): FrontierLayout {
  const plot = frontierPlot(view);
  const area = plotBeside(plot.y.ticks, size, { left: 44, top: 14 });
  const x = (plot.x.scale === "log" ? logScale : linearScale)(plot.x, area.left, area.right);
  const y = (plot.y.scale === "log" ? logScale : linearScale)(plot.y, area.bottom, area.top);
  const steps = view.points.flatMap(({ hours, usd }, index) => [
    ...(index ? [{ x: x(hours), y: y(view.points[index - 1]!.usd) }] : []),
    { x: x(hours), y: y(usd) },
  ]);
  return { plot, area, x, y, steps };
}
