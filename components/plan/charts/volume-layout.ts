import { volumePlot, type VolumeChart, type VolumePlot } from "@/lib/view/plan/charts";
import { logScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The plot of a volume chart on its scales, in pixels. */
export interface VolumeLayout {
  readonly plot: VolumePlot;
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  /** Where today stands. */
  readonly today: Point;
  /** Where each tier ends, in the order of the plot’s stairs. */
  readonly ends: readonly Point[];
}

/** Lays a volume chart out; both scales are logarithmic. */
export function volumeLayout(view: VolumeChart, size: Size): VolumeLayout {
  const plot = volumePlot(view);
  const area = plotBeside(plot.y.ticks, size, { left: 52, top: 14 });
  const [x, y] = [logScale(plot.x, area.left, area.right), logScale(plot.y, area.bottom, area.top)];
  return {
    plot,
    area,
    x,
    y,
    today: { x: x(1), y: y(plot.today.cost) },
    ends: plot.stairs.map(({ traffic, cost }) => ({ x: x(traffic), y: y(cost) })),
  };
}

/** The points of the line of the scenario, or of the line it is compared with. */
export function costLine({ plot, x, y }: VolumeLayout, of: "cost" | "other"): Point[] {
  return plot.points.flatMap((point) => {
    const cost = point[of];
    return cost === null ? [] : [{ x: x(point.traffic), y: y(cost) }];
  });
}

/** The two lines of a stair: the level of a usage limit up to the end of its tier, and down from there. */
export const stairLines = ({ left, bottom }: PlotArea, end: Point) =>
  ({
    level: [{ x: left, y: end.y }, end],
    drop: [end, { x: end.x, y: bottom }],
  }) as const;
