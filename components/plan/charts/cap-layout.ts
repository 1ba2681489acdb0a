import { capPlot, type CapChart, type CapPlot } from "@/lib/view/plan/charts";
import { logScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The accounting rules, each a curve, in the order they are drawn. */
export const CAP_RULES = ["prompt-plus-cap", "larger-of", "actual"] as const;
type CapRule = (typeof CAP_RULES)[number];
/** Between peak and curve: where the peak fits, and where it does not. */
export type Zone = "room" | "short";

/** The plot of a cap chart on its scales, in pixels. */
export interface CapLayout {
  readonly plot: CapPlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
}

/** Lays a cap chart out; both scales are logarithmic. */
export function capLayout(view: CapChart, size: Size): CapLayout {
  const plot = capPlot(view);
  const area = plotBeside(plot.y.ticks, size, { left: 44, top: 14 });
  return { plot, area, x: logScale(plot.x, area.left, area.right), y: logScale(plot.y, area.bottom, area.top) };
}

/** The points of one rule's curve, without those above the plot. */
export function curveOf({ plot, area, x, y }: CapLayout, rule: CapRule): Point[] {
  return plot.points.flatMap(({ cap, rates }) => {
    const rate = rates[rule];
    return rate === null || rate > plot.y.to ? [] : [{ x: x(cap), y: Math.min(y(rate), area.bottom) }];
  });
}

/** The columns of a zone from left to right: where each stands, its lower and its upper end. */
export function zoneColumns({ plot, x, y }: CapLayout, zone: Zone) {
  return plot.points.flatMap((point) => {
    const ends = point[zone];
    return ends ? [{ x: x(point.cap), low: y(ends[0]), high: y(ends[1]) }] : [];
  });
}

/** The height of the peak, or the end of the plot it lies beyond. */
export function peakHeight({ plot: { peak }, area, y }: CapLayout): number {
  return peak.beyond === "above" ? area.top : peak.beyond === "below" ? area.bottom : y(peak.at);
}
