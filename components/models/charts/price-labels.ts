import type { PriceChart } from "@/lib/view/models";
import { lineDown } from "@/components/charts/labels/geometry";
import { placeLabels, type Label, type PlacedLabel } from "@/components/charts/labels/place";
import { KINDS, stepsOf, type PriceLayout } from "./price-layout";

/** The labels of a price chart: the price of each line where it ends, the last day, then the first prices. */
export function priceLabels(view: PriceChart, layout: PriceLayout): PlacedLabel[] {
  const { area, x, y } = layout;
  const { retired } = view;
  const beside = apart(
    view.lines.map(({ last }) => y(last)),
    area.bottom - 8,
  );
  return placeLabels(
    [
      ...view.lines.map((line, index) => lastPriceLabel(line, beside[index]!, layout)),
      retired && retiredLabel(retired, layout),
      ...view.starts.map(({ day, price, text }): Label => ({
        text,
        at: [{ x: x(day), y: y(price) }],
        sides: ["ne", "se"],
        gap: 4,
        halo: true,
      })),
    ],
    {
      bounds: { x: area.left, y: 0, width: area.right - area.left + 8, height: area.bottom },
      lines: [
        ...KINDS.map((kind) => ({ points: stepsOf(view, kind, layout), weight: 4 })),
        retired && { points: lineDown(area, x(retired.day)), weight: 1 },
      ],
    },
  );
}

/**
 * The same heights, moved up where they would come closer than a line of text, the lowest first and none
 * below `floor`.
 */
function apart(heights: readonly number[], floor: number): number[] {
  const moved = [...heights];
  let free = floor;
  for (const index of heights.map((_, index) => index).sort((a, b) => heights[b]! - heights[a]!)) {
    moved[index] = Math.min(heights[index]!, free);
    free = moved[index] - 14;
  }
  return moved;
}

const lastPriceLabel = (
  { text, last, lastDay, since }: PriceChart["lines"][number],
  beside: number,
  { x, y }: PriceLayout,
): Label => ({
  text,
  at: [
    { x: x(lastDay), y: beside, sides: ["e"] },
    { x: x(lastDay), y: y(last), sides: ["nw", "sw"] },
    { x: (x(since) + x(lastDay)) / 2, y: y(last), sides: ["n", "s"] },
  ],
  sides: [],
  strong: true,
  required: true,
});

const retiredLabel = ({ day, text }: NonNullable<PriceChart["retired"]>, { area, x }: PriceLayout): Label => ({
  text,
  at: [0.02, 0.3, 0.45, 0.6, 0.75].map((part) => ({ x: x(day), y: area.top + part * (area.bottom - area.top) })),
  sides: ["se", "sw"],
  required: true,
});
