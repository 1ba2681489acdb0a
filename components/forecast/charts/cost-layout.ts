import type { ForecastCostChart } from "@/lib/view/forecast/charts";
import { linearScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { textWidth } from "@/components/charts/labels/text-width";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The lines of a cost chart on its scales, in pixels. */
export interface CostLayout {
  readonly area: PlotArea;
  readonly x: Scale;
  readonly y: Scale;
  readonly cost: readonly Point[];
  readonly straight: readonly Point[];
  /** Around the range: p90 from left to right, p10 back. */
  readonly band: readonly Point[] | null;
  /** The strip of usage tiers below the plot. */
  readonly ladder: { readonly top: number; readonly height: number };
  /** Whether values at the ends of the lines stand beside the plot. */
  readonly hasRoom: boolean;
}

const LADDER_HEIGHT = 24;

/** Lays a cost chart out: on a wide one the ends of the lines are named on the right of the plot. */
export function costLayout(view: ForecastCostChart, size: Size): CostLayout {
  const hasRoom = size.width >= 560;
  const ends = [view.texts.last, view.texts.straight.replace(/, .*/, ""), view.bandTexts?.p90 ?? ""];
  const beside = hasRoom ? Math.max(...ends.map((text) => textWidth(text, true)), textWidth("straight line")) + 16 : 0;
  const base = plotBeside(view.y.ticks, size, { left: 44, top: 22, bottom: 72 });
  const area = { ...base, right: base.right - beside };
  const x = linearScale(view.x, area.left, area.right);
  const y = linearScale(view.y, area.bottom, area.top);
  const line = (values: readonly number[]) => values.map((value, month) => ({ x: x(month), y: y(value) }));
  const { band } = view;
  return {
    area,
    x,
    y,
    cost: line(view.costs),
    straight: line(view.straight),
    band: band && [...line(band.map(({ p90 }) => p90)), ...line(band.map(({ p10 }) => p10)).toReversed()],
    ladder: { top: area.bottom + 34, height: LADDER_HEIGHT },
    hasRoom,
  };
}

/** Where the months of a span begin and end: a month reaches to the next one, the last to the end of the plot. */
export function spanEnds(
  { from, to }: { readonly from: number; readonly to: number },
  { x, area }: Pick<CostLayout, "x" | "area">,
): readonly [number, number] {
  return [x(from), Math.min(x(to), area.right)];
}
