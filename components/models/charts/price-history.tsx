"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { PriceChart, PriceKind } from "@/lib/view/models";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Obstacle, type Point, type Wish } from "@/components/charts/place";
import { fitTicks, linearScale, type Area } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

const KINDS = ["input", "cachedInput", "output"] as const;
const COLOURS: Readonly<Record<PriceKind, string>> = {
  input: "var(--c-input)",
  cachedInput: "var(--c-cached)",
  output: "var(--c-visible)",
};

/** The same heights, moved up where they would come closer than a line of text, the lowest first and none below `floor`. */
function apart(heights: readonly number[], floor: number): number[] {
  const moved = [...heights];
  let free = floor;
  for (const index of heights.map((_, index) => index).sort((a, b) => heights[b]! - heights[a]!)) {
    moved[index] = Math.min(heights[index]!, free);
    free = moved[index] - 14;
  }
  return moved;
}

/** Days across, dollars up from 0; each price holds from one day of change to the next, until the model's last day. */
export default memo(function PriceDrawing({ view, width, height }: DrawingProps<PriceChart>) {
  const layout = useMemo(() => {
    const left = 8 + Math.max(...view.y.ticks.map(({ label }) => textWidth(label)));
    const area: Area = { left: Math.max(36, left), right: width - 12, top: 14, bottom: height - 28 };
    return { area, x: linearScale(view.x, area.left, area.right), y: linearScale(view.y, area.bottom, area.top) };
  }, [view, width, height]);
  const { area, x, y } = layout;
  const placed = useMemo(() => {
    const { area, x, y } = layout;
    const steps = (kind: PriceKind): Point[] =>
      view.steps.flatMap(({ day, prices }, index) => {
        const price = prices[kind];
        const before = view.steps[index - 1]?.prices[kind];
        return price === null
          ? []
          : [...(before != null ? [{ x: x(day), y: y(before) }] : []), { x: x(day), y: y(price) }];
      });
    const lines: Obstacle[] = [
      ...KINDS.map((kind) => ({ points: steps(kind), weight: 4 })),
      ...(view.retired
        ? [
            {
              points: [
                { x: x(view.retired.day), y: area.top },
                { x: x(view.retired.day), y: area.bottom },
              ],
              weight: 1,
            },
          ]
        : []),
    ];
    const beside = apart(
      view.lines.map(({ last }) => y(last)),
      area.bottom - 8,
    );
    const wishes: Wish[] = [
      ...view.lines.map(({ text, last, lastDay, since }, index): Wish => ({
        text,
        at: [
          { x: x(lastDay), y: beside[index]!, sides: ["e"] },
          { x: x(lastDay), y: y(last), sides: ["nw", "sw"] },
          { x: (x(since) + x(lastDay)) / 2, y: y(last), sides: ["n", "s"] },
        ],
        sides: [],
        strong: true,
        must: true,
      })),
      ...(view.retired
        ? [
            {
              text: view.retired.text,
              at: [0.02, 0.3, 0.45, 0.6, 0.75].map((part) => ({
                x: x(view.retired!.day),
                y: area.top + part * (area.bottom - area.top),
              })),
              sides: ["se", "sw"] as const,
              must: true,
            },
          ]
        : []),
      ...view.starts.map(({ day, price, text }): Wish => ({
        text,
        at: [{ x: x(day), y: y(price) }],
        sides: ["ne", "se"],
        gap: 4,
        className: "halo",
      })),
    ];
    return placeLabels(
      wishes,
      { x: area.left, y: 0, width: area.right - area.left + 8, height: area.bottom },
      lines,
      [],
      textWidth,
    );
  }, [layout, view]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)} data={view.steps as PriceChart["steps"][number][]}>
      <XAxis hide type="number" dataKey="day" domain={[view.x.from, view.x.to]} allowDataOverflow />
      <YAxis hide type="number" domain={[view.y.from, view.y.to]} allowDataOverflow />
      <Grid area={area} y={view.y} yScale={y} xTicks={fitTicks(view.x.ticks, x, area)} xLabel="" />
      {view.retired && (
        <line className="here" x1={x(view.retired.day)} x2={x(view.retired.day)} y1={area.top} y2={area.bottom} />
      )}
      {KINDS.map((kind) => (
        <Line
          key={kind}
          dataKey={`prices.${kind}`}
          stroke={COLOURS[kind]}
          strokeWidth={2.25}
          {...(kind === "cachedInput" ? { strokeDasharray: "5 3" } : {})}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          zIndex={0}
          type="stepAfter"
        />
      ))}
      {view.retired &&
        view.lines.map(({ kind, last, lastDay }) => (
          <circle key={kind} className="hollow" style={{ stroke: COLOURS[kind] }} cx={x(lastDay)} cy={y(last)} r={4} />
        ))}
      <Labels labels={placed} />
    </ComposedChart>
  );
});
