"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import { volumeReadings, type VolumeChart } from "@/lib/view/plan/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { Labels } from "@/components/charts/labels/labels";
import marks from "@/components/charts/marks.module.css";
import { MarkLine } from "@/components/charts/marks";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import { volumeLabels } from "./volume-labels";
import { costLine, stairLines, volumeLayout } from "./volume-layout";

const TONES = { over: marks.over, ok: marks.fits, plain: undefined } as const;

/**
 * Traffic across, dollars a month up, both on log scales; each tier's usage limit is a stair that ends where
 * the tier does.
 */
export default memo(function VolumeDrawing({ view, width, height }: DrawingProps<VolumeChart>) {
  const layout = useMemo(() => volumeLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => volumeLabels(layout), [layout]);
  const { plot, area, x, y, today, ends } = layout;
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: plot.x, scale: "log" }, y: { axis: plot.y, scale: "log" } }}
      readings={() => volumeReadings(view, plot.x)}
    >
      <ValueAxis area={area} axis={plot.y} scale={y} />
      <BottomAxis area={area} axis={plot.x} scale={x} label={plot.xLabel} />
      <Curve className={classNames(marks.secondary, marks.dashed)} points={costLine(layout, "other")} />
      {plot.stairs.map(({ tier, tone }, index) => {
        const { level, drop } = stairLines(area, ends[index]!);
        return (
          <g key={tier}>
            <MarkLine className={classNames(marks.stair, TONES[tone])} points={level} />
            <MarkLine className={classNames(marks.stair, marks.dotted, TONES[tone])} points={drop} />
          </g>
        );
      })}
      <Curve className={classNames(marks.curve)} points={costLine(layout, "cost")} />
      {plot.stairs.map(({ tier, tone }, index) => (
        <circle
          key={tier}
          className={classNames(marks.ring, TONES[tone])}
          cx={ends[index]!.x}
          cy={ends[index]!.y}
          r={3.5}
        />
      ))}
      <circle className={marks.point} cx={today.x} cy={today.y} r={5} />
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
