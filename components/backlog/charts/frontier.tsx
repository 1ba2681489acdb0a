"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import type { FrontierChart } from "@/lib/view/backlog/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import { frontierLabels } from "./frontier-labels";
import { frontierLayout } from "./frontier-layout";

/**
 * Time across, dollars up: a step for each split that waiting makes cheaper, the deadline and the budget as
 * lines, the chosen split as the solid dot.
 */
export default memo(function FrontierDrawing({ view, width, height }: DrawingProps<FrontierChart>) {
  const layout = useMemo(() => frontierLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => frontierLabels(view, layout), [view, layout]);
  const { plot, area, x, y, steps } = layout;
  const { deadline, budget, alone } = plot;
  const [first, chosen] = [view.points[0]!, view.points[view.chosen]];
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: plot.x, scale: plot.x.scale }, y: { axis: plot.y, scale: plot.y.scale } }}
      readings={() => view.points.map(({ hours, usd, text, detail }) => ({ x: hours, y: usd, text, detail }))}
    >
      <rect
        className={marks.shortage}
        x={area.left}
        y={area.top}
        width={Math.max(0, x(first.hours) - area.left)}
        height={area.bottom - area.top}
      />
      <ValueAxis area={area} axis={plot.y} scale={y} />
      <BottomAxis area={area} axis={plot.x} scale={x} label={plot.x.name} />
      {deadline && (
        <MarkLine className={chosen ? marks.marker : marks.exceeded} points={lineDown(area, x(deadline.hours))} />
      )}
      {budget && <MarkLine className={marks.marker} points={lineAcross(area, y(budget.usd))} />}
      <Curve className={classNames(marks.curve)} points={steps} />
      {alone.map(({ hours, usd, text }) => (
        <circle key={text} className={marks.ring} cx={x(hours)} cy={y(usd)} r={3.5} />
      ))}
      {chosen && <circle className={marks.point} cx={x(chosen.hours)} cy={y(chosen.usd)} r={5} />}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
