"use client";

import { memo, useMemo } from "react";
import type { StackChart, StackSeries } from "@/lib/view/import/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { Labels } from "@/components/charts/labels/labels";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { stackLabels } from "./stack-labels";
import { columnPaths, KEY, stackLayout } from "./stack-layout";

const COLOURS: Readonly<Record<StackSeries["tone"], string>> = {
  input: "var(--c-input)",
  output: "var(--c-visible)",
  first: "var(--mean)",
  second: "var(--peak)",
  third: "var(--line-2)",
  rest: "var(--line)",
};

/** Colours close to that of the page have an edge. */
const lookOf = (tone: StackSeries["tone"]) => ({
  fill: COLOURS[tone],
  stroke: tone === "third" || tone === "rest" ? "var(--edge)" : "none",
});

/** Time across, columns up: a stack of parts in each. */
export default memo(function StackDrawing({ view, width, height }: DrawingProps<StackChart>) {
  const layout = useMemo(() => stackLayout(view, { width, height }), [view, width, height]);
  const columns = useMemo(() => columnPaths(view, layout), [view, layout]);
  const labels = useMemo(() => stackLabels(view, layout), [view, layout]);
  const { area, x, y, key } = layout;
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: view.x, scale: "linear" }, y: { axis: view.y, scale: "linear" } }}
      readings={() => view.readings}
    >
      <ValueAxis area={area} axis={view.y} scale={y} />
      <BottomAxis area={area} axis={view.x} scale={x} label={view.xLabel} />
      {/* One path a series: 520 columns of three parts took 285 ms to mount as Recharts’ bars, so 5 ms. */}
      {columns.map(({ tone, path }) => (
        <path key={tone} d={path} style={lookOf(tone)} strokeWidth={0.5} />
      ))}
      {key.map(({ name, tone, at }) => (
        <g key={tone}>
          <rect x={at} y={KEY.y - KEY.swatch} width={KEY.swatch} height={KEY.swatch} rx={2} style={lookOf(tone)} />
          <text x={at + KEY.swatch + KEY.gap} y={KEY.y}>
            {name}
          </text>
        </g>
      ))}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
