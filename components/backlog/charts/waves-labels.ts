import type { WaveBar, WavesChart } from "@/lib/view/backlog/charts";
import { lineDown } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { textWidth } from "@/components/charts/labels/text-width";
import type { WavesLayout } from "./waves-layout";

/** The labels of a waves chart: the deadline first, then name and count of each bar. */
export function wavesLabels({ bars, deadline }: WavesChart, layout: WavesLayout): PlacedLabel[] {
  const { area, x, y } = layout;
  const rows = bars.flatMap((bar, index): Label[] => [
    { text: bar.name, at: [{ x: area.left, y: y(index) }], sides: ["w"], required: true },
    countLabel(bar, y(index), layout),
  ]);
  return placeLabels([deadline && deadlineLabel(deadline, layout), ...rows], {
    bounds: { x: 0, y: -4, width: area.right + 12, height: area.bottom + 4 },
    lines: [deadline && { points: lineDown(area, x(deadline.at)), weight: 1 }],
  });
}

/** A bar’s count beside the bar; inside it where it reaches the end of the plot and is long enough. */
function countLabel({ text, from, to, kind }: WaveBar, middle: number, { area, x }: WavesLayout): Label {
  const room = textWidth(text) + 12;
  const inside = x(to) + room > area.right + 12 && x(to) - x(from) > room;
  if (inside)
    return {
      text,
      at: [{ x: x(to) - 6, y: middle }],
      sides: ["w"],
      gap: 0,
      tone: kind === "standard" ? "plain" : "inverse",
      required: true,
    };
  return {
    text,
    at: [
      { x: x(to) + 6, y: middle, sides: ["e"] },
      { x: x(from) - 6, y: middle, sides: ["w"] },
    ],
    sides: ["e"],
    gap: 0,
    halo: true,
  };
}

const deadlineLabel = ({ text, at, missed }: NonNullable<WavesChart["deadline"]>, { area, x }: WavesLayout): Label => ({
  text,
  at: [{ x: x(at), y: area.top - 2 }],
  sides: ["nw", "ne"],
  gap: -2,
  strong: true,
  tone: missed ? "over" : "plain",
  halo: true,
  required: true,
});
