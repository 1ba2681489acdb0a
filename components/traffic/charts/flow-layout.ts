import { flowPlot, type FlowChart, type FlowPlot } from "@/lib/view/traffic/charts";
import { linearScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";
import { stepPoints } from "@/components/charts/paths";

/** The plot of a flow chart on its scales, in pixels. */
export interface FlowLayout {
  readonly plot: FlowPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  readonly main: readonly Point[];
  /** Empty where there is one series only. */
  readonly part: readonly Point[];
  /** The middle of the highest column. */
  readonly peak: Point;
}

/** Lays a flow chart out, with no more columns than pixels; both scales are linear. */
export function flowLayout(view: FlowChart, size: Size): FlowLayout {
  // The labels on the left do not hang on the number of columns; the number of columns hangs on their width.
  const area = plotBeside(flowPlot(view, 100).y.ticks, size, { left: 52, top: 18 });
  const plot = flowPlot(view, Math.floor(area.right - area.left));
  const { edges, main, part, peak } = plot;
  const [x, y] = [linearScale(plot.x, area.left, area.right), linearScale(plot.y, area.bottom, area.top)];
  return {
    plot,
    area,
    x,
    y,
    main: stepPoints(edges, main, x, y),
    part: part ? stepPoints(edges, part, x, y) : [],
    peak: { x: x((edges[peak]! + edges[peak + 1]!) / 2), y: y(main[peak]!) },
  };
}
