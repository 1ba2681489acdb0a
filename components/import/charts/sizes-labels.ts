import type { SizesChart, SizesRow } from "@/lib/view/import";
import { logScale, type PlotArea, type Scale, type Size } from "@/components/charts/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";

/** The rows of a sizes chart on their scale, in pixels. */
export interface SizesLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  /** The middle of a row’s bar. */
  readonly y: (index: number) => number;
}

type MarkKey = SizesRow["marks"][number]["key"];

/** The height of a bar, in pixels. */
export const BAR = 8;

/** Lays a sizes chart out: a log scale across, each bar a little below the middle of its row, under the name. */
export function sizesLayout({ rows, x }: SizesChart, { width, height }: Size): SizesLayout {
  const area = { left: 4, right: width - 12, top: 0, bottom: height - 44 };
  const step = area.bottom / rows.length;
  return { area, x: logScale(x, area.left, area.right), y: (index) => (index + 0.58) * step };
}

/** One statistic of a row. */
export const markOf = ({ marks }: SizesRow, key: MarkKey) => marks.find((mark) => mark.key === key)!;

/** The labels of a sizes chart, row by row: name, median, 95th percentile and largest above, mean and 99th below. */
export function sizesLabels({ rows }: SizesChart, { area, x, y }: SizesLayout): PlacedLabel[] {
  const labels = rows.flatMap((row, index): Label[] => {
    const middle = y(index);
    const label = (key: MarkKey, side: "n" | "s"): Label => ({
      text: markOf(row, key).text,
      at: [{ x: x(markOf(row, key).at), y: middle + (side === "n" ? -BAR : BAR) }],
      sides: side === "n" ? ["n", "ne", "nw"] : ["s", "se", "sw"],
      gap: 4,
      halo: true,
    });
    const quantile = (key: "p50" | "p95"): Label => ({ ...label(key, "n"), strong: true, required: true });
    return [
      { text: row.name, at: [{ x: area.left, y: middle - 26 }], sides: ["ne"], gap: 0, strong: true, required: true },
      quantile("p50"),
      quantile("p95"),
      label("max", "n"),
      label("mean", "s"),
      label("p99", "s"),
    ];
  });
  return placeLabels(labels, {
    bounds: { x: area.left, y: -4, width: area.right - area.left + 12, height: area.bottom },
  });
}
