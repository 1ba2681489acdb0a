"use client";

import { memo, useMemo } from "react";
import type { SizesChart, SizesRow } from "@/lib/view/import/charts";
import { BottomAxis, UprightGrid } from "@/components/charts/axes";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { sizesLabels } from "./sizes-labels";
import { BAR, markOf, sizesLayout, type MarkKey, type SizesLayout } from "./sizes-layout";

const COLOURS: Readonly<Record<SizesRow["tone"], string>> = { input: "var(--c-input)", output: "var(--c-visible)" };

interface RowProps {
  readonly row: SizesRow;
  readonly layout: SizesLayout;
  /** The middle of its bar. */
  readonly middle: number;
}

function Row({ row, layout: { area, x }, middle }: RowProps) {
  const at = (key: MarkKey) => x(markOf(row, key).at);
  const colour = COLOURS[row.tone];
  return (
    <g>
      <g stroke={colour} strokeWidth={1.5}>
        <MarkLine points={lineAcross({ ...area, left: at("p50"), right: at("max") }, middle)} />
      </g>
      <rect x={at("p50")} y={middle - BAR / 2} width={Math.max(2, at("p95") - at("p50"))} height={BAR} fill={colour} />
      <g stroke={colour} strokeWidth={1.5}>
        <MarkLine points={lineDown({ ...area, top: middle - 5, bottom: middle + 5 }, at("p99"))} />
      </g>
      <circle className={marks.point} style={{ fill: colour }} cx={at("max")} cy={middle} r={4.5} />
      <circle className={marks.ring} cx={at("mean")} cy={middle} r={4} />
    </g>
  );
}

/**
 * Tokens across on a log scale, a row for input and one for output: the median to the 95th percentile thick,
 * on to the largest thin.
 */
export default memo(function SizesDrawing({ view, width, height }: DrawingProps<SizesChart>) {
  const layout = useMemo(() => sizesLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => sizesLabels(view, layout), [view, layout]);
  const { area, x, y } = layout;
  return (
    <Surface view={view} width={width} height={height}>
      <UprightGrid area={area} axis={view.x} scale={x} />
      <BottomAxis area={area} axis={view.x} scale={x} label="tokens, log scale" />
      {view.rows.map((row, index) => (
        <Row key={row.name} row={row} layout={layout} middle={y(index)} />
      ))}
      <Labels labels={labels} />
    </Surface>
  );
});
