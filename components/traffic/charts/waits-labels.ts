import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { LINE, type WaitsLayout } from "./waits-layout";

/** The labels of a waits chart: one for each percentile. */
export function waitsLabels({ plot, area, x }: WaitsLayout): PlacedLabel[] {
  const labels = plot.marks.map(({ at, text, shortText }, index): Label => ({
    text,
    short: shortText,
    at: [{ x: x(at), y: index * LINE + 6 }],
    sides: ["e", "w"],
    gap: 5,
    strong: true,
    halo: true,
    required: true,
  }));
  return placeLabels(labels, {
    bounds: { x: area.left, y: -4, width: area.right - area.left, height: area.bottom },
  });
}
