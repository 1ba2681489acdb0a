import { tokensPlot, type TokensChart, type TokensPlot } from "@/lib/view/plan/charts";
import { logScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";

/** Half the height of a tier’s mark, in pixels. */
export const MARK = 7;

/** The rows of a tokens chart on their scale, in pixels. */
export interface TokensLayout {
  readonly plot: TokensPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  /** The middle of a row. */
  readonly y: (index: number) => number;
}

/** Lays a tokens chart out: a log scale across, rows of equal height. */
export function tokensLayout(view: TokensChart, { width, height }: Size): TokensLayout {
  const plot = tokensPlot(view);
  const area = { left: 4, right: width - 12, top: 0, bottom: height - 44 };
  const step = (area.bottom - area.top) / plot.rows.length;
  return { plot, area, x: logScale(plot.x, area.left, area.right), y: (index) => area.top + (index + 0.5) * step };
}
