"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import { capReadings, type CapChart } from "@/lib/view/plan/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import { capLabels } from "./cap-labels";
import { capLayout, zoneColumns, curveOf, CAP_RULES, type CapLayout, type Zone } from "./cap-layout";

const ZONES = [
  { zone: "room", className: marks.room },
  { zone: "short", className: marks.shortage },
] as const;

/** The corners of a filled zone: its upper ends, and the lower ones it stands on. */
function outline(layout: CapLayout, zone: Zone) {
  const columns = zoneColumns(layout, zone);
  return {
    points: columns.map(({ x, high }) => ({ x, y: high })),
    baseLine: columns.map(({ x, low }) => ({ x, y: low })),
  };
}

/** Caps across, requests a minute up, both on log scales; room and want of room at the peak are tinted. */
export default memo(function CapDrawing({ view, width, height }: DrawingProps<CapChart>) {
  const layout = useMemo(() => capLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => capLabels(layout), [layout]);
  const { plot, area, x, y } = layout;
  const { peak, mean, ceiling, today, threshold, never, main } = plot;
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: plot.x, scale: "log" }, y: { axis: plot.y, scale: "log" } }}
      readings={() => capReadings(view)}
    >
      <ValueAxis area={area} axis={plot.y} scale={y} />
      <BottomAxis area={area} axis={plot.x} scale={x} label={plot.xLabel} />
      {never && (
        <rect
          className={marks.shortage}
          x={x(never.from)}
          y={area.top}
          width={area.right - x(never.from)}
          height={area.bottom - area.top}
        />
      )}
      {ZONES.map(({ zone, className }) => (
        <Curve key={zone} className={classNames(className)} {...outline(layout, zone)} />
      ))}
      {CAP_RULES.filter((rule) => rule !== main).map((rule) => (
        <Curve
          key={rule}
          className={classNames(marks.secondary, rule !== "actual" && marks.dashed)}
          points={curveOf(layout, rule)}
        />
      ))}
      {ceiling && !ceiling.beyond && <MarkLine className={marks.secondary} points={lineAcross(area, y(ceiling.at))} />}
      {!peak.beyond && <MarkLine className={marks.exceeded} points={lineAcross(area, y(peak.at))} />}
      {mean && !mean.beyond && <MarkLine className={marks.mean} points={lineAcross(area, y(mean.at))} />}
      <Curve className={classNames(marks.curve)} points={curveOf(layout, main)} />
      {today && <MarkLine className={marks.marker} points={lineDown({ ...area, top: y(today.rate) }, x(today.cap))} />}
      {threshold && <circle className={marks.hollow} cx={x(threshold.cap)} cy={y(threshold.rate)} r={4} />}
      {today && <circle className={marks.point} cx={x(today.cap)} cy={y(today.rate)} r={5} />}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
