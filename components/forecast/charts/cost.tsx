"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import type { ForecastCostChart } from "@/lib/view/forecast/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import axes from "@/components/charts/axes.module.css";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { linePath } from "@/components/charts/paths";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import styles from "./charts.module.css";
import { costLabels, ladderLabels } from "./cost-labels";
import { costLayout, spanEnds, type CostLayout } from "./cost-layout";

/** The usage limit of each tier, red while it is passed; limits above the plot are left to the words. */
function Stairs({ tiers }: Pick<ForecastCostChart, "tiers">, layout: CostLayout) {
  return tiers.flatMap((span) => {
    const y = layout.y(span.usageLimit);
    if (y < layout.area.top - 1) return [];
    const line = (run: { readonly from: number; readonly to: number }, look: string | undefined) => {
      const [from, to] = spanEnds(run, layout);
      const points = [
        { x: from, y },
        { x: to, y },
      ] as const;
      return <MarkLine key={`${look} ${from}`} className={classNames(marks.stair, look)} points={points} />;
    };
    return [line(span, styles.heldLimit), ...span.over.map(([from, to]) => line({ from, to }, styles.overLimit))];
  });
}

/** A line between two months with a stroke at each end. */
const bracketPath = (from: number, to: number, y: number): string =>
  `M${from} ${y - 5}v10M${to} ${y - 5}v10M${from} ${y}H${to}`;

/** The strip below the plot: which usage tier each month has. */
function Ladder({ tiers }: Pick<ForecastCostChart, "tiers">, layout: CostLayout) {
  const { top, height } = layout.ladder;
  return (
    <g>
      <text className={axes.text} x={layout.area.left - 8} y={top + height / 2 + 4} textAnchor="end">
        tier
      </text>
      {tiers.map((span, index) => {
        const [from, to] = spanEnds(span, layout);
        const bar = (start: number, end: number, look: string | undefined) => (
          <rect
            key={`${look} ${start}`}
            className={look}
            x={start}
            y={top}
            width={Math.max(1, end - start)}
            height={height}
          />
        );
        const end = to - (index < tiers.length - 1 ? 1 : 0);
        const over = span.over.map(([one, other]) => spanEnds({ from: one, to: other }, layout));
        return [
          bar(from, end, styles.ladder),
          ...over.map(([start, stop]) => bar(start, Math.min(stop, end), marks.shortage)),
        ];
      })}
    </g>
  );
}

/**
 * Months across, dollars up from 0: the cost of each month, the straight line beside it, the range around it, the
 * budget and the usage limit of each tier; the usage tiers as a strip below.
 */
export default memo(function ForecastCostDrawing({ view, width, height }: DrawingProps<ForecastCostChart>) {
  const layout = useMemo(() => costLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => [...costLabels(view, layout), ...ladderLabels(view, layout)], [view, layout]);
  const { area, x, y, cost, straight, band } = layout;
  const { budget, passed, ends } = view;
  const [start, end] = [cost[0]![0]!, cost.at(-1)!.at(-1)!];
  const passes = passed && { x: x(passed.x), y: y(passed.usd) };
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: view.x, scale: "linear" }, y: { axis: view.y, scale: "linear" } }}
      readings={() => view.readings}
    >
      <ValueAxis area={area} axis={view.y} scale={y} />
      {band.map((outline) => (
        <path key={outline[0]!.x} className={styles.band} d={`${linePath(outline)}Z`} />
      ))}
      {straight.map((points) => (
        <Curve key={points[0]!.x} className={classNames(marks.secondary, marks.dashed)} points={[...points]} />
      ))}
      {Stairs(view, layout)}
      {budget && y(budget.usd) >= area.top && (
        <MarkLine className={styles.budget} points={lineAcross(area, y(budget.usd))} />
      )}
      {budget?.span && y(budget.usd) >= area.top && (
        <path className={styles.bracket} d={bracketPath(x(budget.span[0]), x(budget.span[1]), y(budget.usd))} />
      )}
      {ends.map((day) => (
        <MarkLine key={day.x} className={marks.marker} points={lineDown(area, x(day.x))} />
      ))}
      {passes && <MarkLine className={marks.marker} points={[passes, { x: passes.x, y: area.bottom }]} />}
      {cost.map((points) => (
        <Curve key={points[0]!.x} className={classNames(marks.curve)} points={[...points]} />
      ))}
      <circle className={marks.point} cx={start.x} cy={start.y} r={5} />
      <circle className={marks.point} cx={end.x} cy={end.y} r={4} />
      {passes && <circle className={marks.hollow} cx={passes.x} cy={passes.y} r={4.5} />}
      <BottomAxis area={area} axis={view.x} scale={x} />
      {Ladder(view, layout)}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
