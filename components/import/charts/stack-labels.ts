import type { StackChart } from "@/lib/view/import/charts";
import { placeLabels, type PlacedLabel } from "@/components/charts/labels/place";
import type { StackLayout } from "./stack-layout";

/** The one label of a stack chart: its highest column. */
export function stackLabels(view: StackChart, { area, x, y }: StackLayout): PlacedLabel[] {
  const top = view.readings.reduce((best, reading) => (reading.y > best.y ? reading : best));
  return placeLabels(
    [
      {
        text: view.peakText,
        at: [{ x: x(top.x), y: y(top.y) }],
        sides: ["n", "ne", "nw"],
        gap: 3,
        strong: true,
        halo: true,
        required: true,
      },
    ],
    { bounds: { x: area.left, y: area.top - 20, width: area.right - area.left + 8, height: area.bottom } },
  );
}
