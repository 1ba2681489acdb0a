import type { SizesChart, SizesRow } from "@/lib/view/import/charts";
import { logScale, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";

/** The rows of a sizes chart on their scale, in pixels. */
export interface SizesLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  /** The middle of a row’s bar. */
  readonly y: (index: number) => number;
}

/** The name of one statistic of a row. */
export type MarkKey = SizesRow["marks"][number]["key"];

/** The height of a bar, in pixels. */
export const BAR = 8;

/**
 * Lays a sizes chart out: a log scale across, each bar a little below the middle of its row, under the name.
 */
export function sizesLayout({ rows, x }: SizesChart, { width, height }: Size): SizesLayout {
  const area = { left: 4, right: width - 12, top: 0, bottom: height - 44 };
  const step = area.bottom / rows.length;
  return { area, x: logScale(x, area.left, area.right), y: (index) => (index + 0.58) * step };
}

/** One statistic of a row. */
export const markOf = ({ marks }: SizesRow, key: MarkKey) => marks.find((mark) => mark.key === key)!;
