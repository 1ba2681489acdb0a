import { loadPlot, type LoadChart, type LoadPanel, type LoadPlot } from "@/lib/view/traffic/charts";
import { linearScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";
import { stepPoints } from "@/components/charts/paths";

/** One of the two panels on its scales, in pixels. */
export interface PanelLayout {
  readonly panel: LoadPanel;
  readonly area: PlotArea;
  readonly y: Scale;
  readonly admitted: readonly Point[];
  /** Empty where all that came was admitted. */
  readonly offered: readonly Point[];
  /** Empty for a trace. */
  readonly curve: readonly Point[];
}

/** Both panels of a load chart, one above the other on one time axis. */
export interface LoadLayout {
  readonly plot: LoadPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly panels: readonly PanelLayout[];
  /** The first panel’s share of the height. */
  readonly share: number;
}

/** Pixels between the panels: room for the name of the second one. */
const GAP = 32;

/** Lays a load chart out, with no more columns than pixels. */
export function loadLayout(view: LoadChart, size: Size): LoadLayout {
  // The labels on the left do not hang on the number of columns; the number of columns hangs on their width.
  const ticks = loadPlot(view, 100).panels.flatMap(({ y }) => y.ticks);
  const area = plotBeside(ticks, size, { left: 52, top: 18 });
  const plot = loadPlot(view, Math.floor(area.right - area.left));
  const x = linearScale(plot.x, area.left, area.right);
  const tall = (area.bottom - area.top - GAP) / 2;
  const panels = plot.panels.map((panel, index): PanelLayout => {
    const top = area.top + index * (tall + GAP);
    const y = linearScale(panel.y, top + tall, top);
    const stepsOf = (values: readonly number[] | null) => (values ? stepPoints(plot.edges, values, x, y) : []);
    return {
      panel,
      area: { ...area, top, bottom: top + tall },
      y,
      admitted: stepsOf(panel.admitted),
      offered: stepsOf(panel.offered),
      curve: stepsOf(panel.curve),
    };
  });
  return { plot, area, x, panels, share: tall / (area.bottom - area.top) };
}
