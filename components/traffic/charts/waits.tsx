"use client";

import { memo, useMemo } from "react";
import { waitsReadings, type WaitsChart } from "@/lib/view/traffic/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { waitsLabels } from "./waits-labels";
import { LINE, waitsLayout } from "./waits-layout";

/** Waits across on a log scale, the share of requests up; a line at each percentile. */
export default memo(function WaitsDrawing({ view, width, height }: DrawingProps<WaitsChart>) {
  const layout = useMemo(() => waitsLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => waitsLabels(layout), [layout]);
  const { plot, area, x, y } = layout;
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: plot.x, scale: "log" }, y: { axis: plot.y, scale: "linear" } }}
      readings={() => waitsReadings(view, plot)}
    >
      <ValueAxis area={area} axis={plot.y} scale={y} />
      <BottomAxis area={area} axis={plot.x} scale={x} label="wait, log scale" />
      {/* Columns have two ends each; a bar of Recharts has one place and a width it works out itself. */}
      {plot.columns.map(({ from, to, share }) => (
        <rect
          key={from}
          fill="var(--peak)"
          x={x(from)}
          y={y(share)}
          width={Math.max(1, x(to) - x(from) - 1)}
          height={area.bottom - y(share)}
        />
      ))}
      {plot.marks.map(({ at, text }, index) => (
        <MarkLine key={text} className={marks.marker} points={lineDown({ ...area, top: index * LINE }, x(at))} />
      ))}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
