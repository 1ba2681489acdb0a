import { lineAcross, type Point } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { highestPoint } from "@/components/charts/paths";
import type { LoadLayout, PanelLayout } from "./load-layout";

/**
 * The labels of a load chart, panel by panel: the limit first, then what came, what was admitted and the
 * curve.
 */
export const loadLabels = ({ panels }: LoadLayout): PlacedLabel[] => panels.flatMap(panelLabels);

function panelLabels({ panel, area, y, admitted, offered, curve }: PanelLayout): PlacedLabel[] {
  const { limit, labels } = panel;
  const { left, right, top, bottom } = area;
  return placeLabels(
    [
      limit && limitLabel(limit, area, limit.beyond ? top + 12 : y(limit.at)),
      panel.offered && {
        text: labels.offered,
        at: along(offered),
        sides: ["ne", "nw", "e", "w"],
        gap: 5,
        halo: true,
        crossings: 1,
      },
      // What is admitted whole is named over the panel: a label would stand on the columns.
      labels.admitted === ""
        ? null
        : {
            text: labels.admitted,
            at: along(admitted),
            sides: ["ne", "nw", "e", "w", "se", "sw"],
            gap: 5,
            strong: true,
            halo: true,
            crossings: 1,
          },
      panel.curve && {
        text: labels.curve,
        at: along(curve),
        sides: ["ne", "nw", "se", "sw"],
        gap: 5,
        tone: "faint",
        halo: true,
        crossings: 1,
      },
    ],
    {
      bounds: { x: left, y: top - 4, width: right - left, height: bottom - top + 4 },
      lines: [
        { points: admitted, weight: 1 },
        { points: offered, weight: 1 },
        limit && !limit.beyond ? { points: lineAcross(area, y(limit.at)), weight: 3 } : null,
      ],
    },
  );
}

const limitLabel = (
  { text, exceeded }: NonNullable<PanelLayout["panel"]["limit"]>,
  { left, right }: PanelLayout["area"],
  y: number,
): Label => ({
  text,
  at: [
    { x: right, y },
    { x: left + 2, y, sides: ["ne", "se"] },
  ],
  sides: ["nw", "sw"],
  gap: 0,
  strong: true,
  tone: exceeded ? "over" : "plain",
  halo: true,
  required: true,
});

/** Corners a label may stand at: the highest, and some along the way. */
function along(points: readonly Point[]): Point[] {
  const highest = highestPoint(points);
  const some = [0.25, 0.5, 0.75, 0.1, 0.9].flatMap((part) => points[Math.floor(part * points.length)] ?? []);
  return highest ? [highest, ...some] : [];
}
