import { boxAround, type Point } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type LabelObstacle, type PlacedLabel } from "@/components/charts/labels/place";
import { costLine, stairLines, type VolumeLayout } from "./volume-layout";

/**
 * The labels of a volume chart: today first, then the tiers with a state, the other tiers and the other line.
 */
export function volumeLabels(layout: VolumeLayout): PlacedLabel[] {
  const { plot, area, today, ends } = layout;
  const tiers = plot.stairs.map((stair, index) => ({
    label: tierLabel(stair, ends[index]!, area.left),
    tone: stair.tone,
  }));
  return placeLabels(
    [
      {
        text: plot.today.text,
        short: "today",
        at: [today, { x: today.x, y: today.y + 12, sides: ["se"] }],
        sides: ["nw", "w", "se", "e", "sw", "ne"],
        gap: 10,
        strong: true,
        halo: true,
        required: true,
      },
      ...tiers.filter(({ tone }) => tone !== "plain").map(({ label }) => label),
      ...tiers.filter(({ tone }) => tone === "plain").map(({ label }) => label),
      otherLabel(layout),
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left, height: area.bottom },
      lines: linesOf(layout),
      taken: [boxAround(today, 6), ...ends.map((end) => boxAround(end, 4))],
    },
  );
}

function linesOf(layout: VolumeLayout): LabelObstacle[] {
  const stairs = layout.ends.map((end) => stairLines(layout.area, end));
  return [
    { points: costLine(layout, "cost"), weight: 4 },
    { points: costLine(layout, "other"), weight: 1 },
    ...stairs.map(({ level }) => ({ points: level, weight: 4 })),
    ...stairs.map(({ drop }) => ({ points: drop, weight: 1 })),
  ];
}

function tierLabel(stair: VolumeLayout["plot"]["stairs"][number], end: Point, left: number): Label {
  const { text, shortText, tone } = stair;
  const stated = tone !== "plain";
  return {
    text,
    short: shortText,
    // Beside today there is no room at the end of the level, but at its beginning.
    at: [end, { x: left, y: end.y, sides: ["ne", "se"] }],
    sides: ["nw", "sw"],
    gap: 7,
    strong: stated,
    tone,
    halo: true,
    required: stated,
  };
}

/** The name of the other line, somewhere along its first stretch. */
function otherLabel(layout: VolumeLayout): Label | null {
  const name = layout.plot.otherName;
  const [from, to] = costLine(layout, "other");
  if (!name || !from || !to) return null;
  return {
    text: name,
    at: [0.6, 0.72, 0.45, 0.3, 0.85, 0.15].map((part) => ({
      x: from.x + part * (to.x - from.x),
      y: from.y + part * (to.y - from.y),
    })),
    sides: ["se", "e"],
    gap: 10,
    tone: "faint",
    halo: true,
  };
}
