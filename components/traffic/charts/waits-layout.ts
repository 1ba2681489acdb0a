import { waitsPlot, type WaitsChart, type WaitsPlot } from "@/lib/view/traffic/charts";
import { linearScale, logScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";

/** The plot of a waits chart on its scales, in pixels. */
export interface WaitsLayout {
  readonly plot: WaitsPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
}

/**
 * Each percentile’s label stands on a line of its own above the plot, so that close ones stay apart: pixels
 * of a line.
 */
export const LINE = 15;

/** Lays a waits chart out: waits on a log scale, shares on a linear one, four lines of labels above. */
export function waitsLayout(view: WaitsChart, { width, height }: Size): WaitsLayout {
  const area = { left: 52, right: width - 12, top: 4 * LINE + 4, bottom: height - 44 };
  const plot = waitsPlot(view, area.right - area.left);
  return { plot, area, x: logScale(plot.x, area.left, area.right), y: linearScale(plot.y, area.bottom, area.top) };
}
