import type { CostPoint, ForecastCostChart } from "@/lib/view/forecast/charts";
import { linearScale, type Point, type PlotArea, type Scale, type Size } from "@/components/charts/labels/geometry";
import { textWidth } from "@/components/charts/labels/text-width";
import { plotBeside } from "@/components/charts/labels/ticks";

/** The lines of a cost chart on its scales, in pixels; each in the pieces of the view. */
export interface CostLayout {
  readonly area: PlotArea;
  readonly width: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly cost: readonly (readonly Point[])[];
  readonly straight: readonly (readonly Point[])[];
  /** Around the range: p90 from left to right, p10 back. */
  readonly band: readonly (readonly Point[])[];
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
  const line = (points: readonly CostPoint[], valueOf: (point: CostPoint) => number) =>
    points.map((point) => ({ x: x(point.x), y: y(valueOf(point)) }));
  return {
    area,
    width: size.width,
    x,
    y,
    cost: view.pieces.map((points) => line(points, ({ usd }) => usd)),
    straight: view.pieces.map((points) => line(points, ({ straight }) => straight)),
    band: view.pieces
      .filter(([first]) => first!.p10 !== null)
      .map((points) => [...line(points, ({ p90 }) => p90!), ...line(points, ({ p10 }) => p10!).toReversed()]),
    ladder: { top: area.bottom + 34, height: LADDER_HEIGHT },
    hasRoom,
  };
}

/** Where the months of a span begin and end: a month reaches to the next one. */
export function spanEnds(
  { from, to }: { readonly from: number; readonly to: number },
  { x, area }: Pick<CostLayout, "x" | "area">,
): readonly [number, number] {
  return [x(from), Math.min(x(to), area.right)];
}
