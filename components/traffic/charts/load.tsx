"use client";

import { memo, useMemo } from "react";
import { loadReadings, type LoadChart } from "@/lib/view/traffic/charts";
import { AxisLine, BottomAxis, PlotName, ValueAxis } from "@/components/charts/axes";
import { lineAcross } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { areaPath, linePath } from "@/components/charts/paths";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import { loadLabels } from "./load-labels";
import { loadLayout, type PanelLayout } from "./load-layout";

/** The height of a reading is a share of both panels together. */
const BOTH_PANELS = { axis: { from: 0, to: 1, ticks: [] }, scale: "linear" } as const;

/**
 * One panel: what came behind, the curve, what was admitted and the limit. Steps are one path each, as in the
 * flow chart.
 */
function Panel({ layout: { panel, area, y, admitted, offered, curve } }: { readonly layout: PanelLayout }) {
  const { limit } = panel;
  return (
    <g>
      <ValueAxis area={area} axis={panel.y} scale={y} />
      <PlotName left={area.left} top={area.top}>
        {panel.name}
      </PlotName>
      {offered.length > 0 && <path className={marks.arrivals} d={areaPath(offered, area.bottom)} />}
      {curve.length > 0 && <path className={classNames(marks.secondary, marks.dashed)} d={linePath(curve)} />}
      <path className={classNames(marks.curve, marks.thin)} d={linePath(admitted)} />
      {limit && !limit.beyond && (
        <MarkLine className={limit.exceeded ? marks.exceeded : marks.limit} points={lineAcross(area, y(limit.at))} />
      )}
      <AxisLine left={area.left} right={area.right} at={area.bottom} />
    </g>
  );
}

/**
 * Time across; above, requests a minute that came and that were admitted, below, tokens charged, each against
 * its limit.
 */
export default memo(function LoadDrawing({ view, width, height }: DrawingProps<LoadChart>) {
  const layout = useMemo(() => loadLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => loadLabels(layout), [layout]);
  const { plot, area, x, panels, share } = layout;
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: plot.x, scale: "linear" }, y: BOTH_PANELS }}
      readings={() => loadReadings(view, plot, share)}
    >
      {panels.map((each) => (
        <Panel key={each.panel.name} layout={each} />
      ))}
      <BottomAxis area={area} axis={plot.x} scale={x} label={plot.x.name} />
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
