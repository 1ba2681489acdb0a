import type { PriceChart, PriceKind } from "@/lib/view/models";
import { linearScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The plot of a price chart on its scales, in pixels. */
export interface PriceLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
}

/** Lays a price chart out; both scales are linear. */
export function priceLayout(view: PriceChart, size: Size): PriceLayout {
  const area = plotBeside(view.y.ticks, size, { left: 36, top: 14, bottom: 28 });
  return { area, x: linearScale(view.x, area.left, area.right), y: linearScale(view.y, area.bottom, area.top) };
}

/** The kinds of price, each a line, in the order they are drawn. */
export const KINDS = ["input", "cachedInput", "output"] as const;

/** The corners of one line of prices: each holds until the next one begins. */
export function stepsOf({ steps }: PriceChart, kind: PriceKind, { x, y }: PriceLayout): Point[] {
  return steps.flatMap(({ day, prices }, index) => {
    const price = prices[kind];
    const before = steps[index - 1]?.prices[kind];
    if (price === null) return [];
    return [...(before != null ? [{ x: x(day), y: y(before) }] : []), { x: x(day), y: y(price) }];
  });
}
