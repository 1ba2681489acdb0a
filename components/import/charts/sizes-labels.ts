import type { SizesChart } from "@/lib/view/import/charts";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { BAR, markOf, type MarkKey, type SizesLayout } from "./sizes-layout";

/**
 * The labels of a sizes chart, row by row: name, median, 95th percentile and largest above, mean and 99th
 * below.
 */
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
