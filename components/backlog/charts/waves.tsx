"use client";

import { memo, useMemo } from "react";
import type { WaveBar, WavesChart } from "@/lib/view/backlog/charts";
import { BottomAxis, UprightGrid } from "@/components/charts/axes";
import { lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { wavesLabels } from "./waves-labels";
import { wavesLayout } from "./waves-layout";

/** Waves are solid; the standard stream, which is no block of time by itself, is outlined. */
const LOOKS: Readonly<Record<WaveBar["kind"], { readonly fill: string; readonly stroke?: string }>> = {
  wave: { fill: "var(--mean)" },
  folded: { fill: "var(--mean)" },
  standard: { fill: "var(--col)", stroke: "var(--edge)" },
};

/**
 * Time across from 0, a bar for each wave and one for the standard stream; waves in the middle of many are
 * folded into one bar with a seam for each.
 */
export default memo(function WavesDrawing({ view, width, height }: DrawingProps<WavesChart>) {
  const layout = useMemo(() => wavesLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => wavesLabels(view, layout), [view, layout]);
  const { area, x, y, thick } = layout;
  const { bars, deadline } = view;
  return (
    <Surface view={view} width={width} height={height}>
      <UprightGrid area={area} axis={view.x} scale={x} />
      <BottomAxis area={area} axis={view.x} scale={x} label={view.x.name} />
      {bars.map(({ name, from, to, kind, seams }, index) => {
        const [top, bottom] = [y(index) - thick / 2, y(index) + thick / 2];
        return (
          <g key={name}>
            <rect x={x(from)} y={top} width={Math.max(1.5, x(to) - x(from))} height={thick} rx={2} {...LOOKS[kind]} />
            {seams.map((seam) => (
              <MarkLine key={seam} className={marks.seam} points={lineDown({ ...area, top, bottom }, x(seam))} />
            ))}
          </g>
        );
      })}
      {deadline && (
        <MarkLine className={deadline.missed ? marks.exceeded : marks.marker} points={lineDown(area, x(deadline.at))} />
      )}
      <Labels labels={labels} />
    </Surface>
  );
});
