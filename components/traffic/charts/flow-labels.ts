import type { FlowChart } from "@/lib/view/traffic/charts";
import { boxAround } from "@/components/charts/labels/geometry";
import { placeLabels, type PlacedLabel } from "@/components/charts/labels/place";
import { highestPoint } from "@/components/charts/paths";
import type { FlowLayout } from "./flow-layout";

/** The labels of a flow chart: the peak, then the name of the second series at its highest. */
export function flowLabels({ peakText, partName, tone }: FlowChart, layout: FlowLayout): PlacedLabel[] {
  const { area, main, part, peak } = layout;
  const highest = highestPoint(part);
  return placeLabels(
    [
      {
        text: peakText,
        at: [peak],
        sides: ["n", "ne", "nw", "e", "w"],
        gap: 6,
        strong: true,
        tone,
        halo: true,
        required: true,
      },
      highest && { text: partName, at: [highest], sides: ["ne", "nw", "e", "w"], gap: 5, halo: true, crossings: 2 },
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left, height: area.bottom },
      lines: [
        { points: main, weight: 2 },
        { points: part, weight: 1 },
      ],
      taken: [boxAround(peak, 4)],
    },
  );
}
