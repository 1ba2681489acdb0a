import type { WavesChart } from "@/lib/view/backlog/charts";
import { linearScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { textWidth } from "@/components/charts/labels/text-width";

/** The rows of a waves chart on their scale, in pixels. */
export interface WavesLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  /** The middle of a bar. */
  readonly y: (index: number) => number;
  /** The height of a bar. */
  readonly thick: number;
}

/** Lays a waves chart out: the names on the left in full, rows never taller than a quarter of the plot. */
export function wavesLayout({ bars, x }: WavesChart, { width, height }: Size): WavesLayout {
  const gutter = Math.max(...bars.map(({ name }) => textWidth(name))) + 9;
  const area = { left: gutter, right: width - 12, top: 16, bottom: height - 44 };
  const step = (area.bottom - area.top) / Math.max(bars.length, 4);
  return {
    area,
    x: linearScale(x, area.left, area.right),
    y: (index) => area.top + (index + 0.5) * step,
    thick: Math.min(16, step * 0.62),
  };
}
