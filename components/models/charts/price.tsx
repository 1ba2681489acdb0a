"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import type { PriceChart, PriceKind } from "@/lib/view/models";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { Labels } from "@/components/charts/labels/labels";
import { chartProps } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { priceLabels } from "./price-labels";
import { KINDS, priceLayout } from "./price-layout";

const COLOURS: Readonly<Record<PriceKind, string>> = {
  input: "var(--c-input)",
  cachedInput: "var(--c-cached)",
  output: "var(--c-visible)",
};

/** What Recharts draws stays in the order it is written in, below the labels. */
const IN_PLACE = { zIndex: 0 } as const;

/** Down from the top, so that the dashes begin there. */
const lastDay = (day: number, { y }: PriceChart) =>
  [
    { x: day, y: y.to },
    { x: day, y: y.from },
  ] as const;

/**
 * Days across, dollars up from 0; each price holds from one day of change to the next, until the model's last
 * day.
 */
export default memo(function PriceDrawing({ view, width, height }: DrawingProps<PriceChart>) {
  const layout = useMemo(() => priceLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => priceLabels(view, layout), [view, layout]);
  const { area, x, y } = layout;
  const { retired } = view;
  return (
    <ComposedChart {...chartProps({ view, width, height }, area)} data={[...view.steps]}>
      <XAxis hide type="number" dataKey="day" domain={[view.x.from, view.x.to]} allowDataOverflow />
      <YAxis hide type="number" domain={[view.y.from, view.y.to]} allowDataOverflow />
      <ValueAxis area={area} axis={view.y} scale={y} />
      <BottomAxis area={area} axis={view.x} scale={x} />
      {retired && (
        <ReferenceLine segment={lastDay(retired.day, view)} stroke="var(--ink)" strokeDasharray="2 3" {...IN_PLACE} />
      )}
      {KINDS.map((kind) => (
        <Line
          key={kind}
          type="stepAfter"
          dataKey={`prices.${kind}`}
          stroke={COLOURS[kind]}
          strokeWidth={2.25}
          {...(kind === "cachedInput" ? { strokeDasharray: "5 3" } : {})}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          {...IN_PLACE}
        />
      ))}
      {retired &&
        view.lines.map(({ kind, last, lastDay }) => (
          <ReferenceDot
            key={kind}
            x={lastDay}
            y={last}
            r={4}
            fill="var(--bg)"
            stroke={COLOURS[kind]}
            strokeWidth={2}
            {...IN_PLACE}
          />
        ))}
      <Labels labels={labels} />
    </ComposedChart>
  );
});
