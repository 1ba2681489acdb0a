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

/** The usage limit of each tier, as long as the tier lasts; limits above the plot are left to the words. */
function Stairs({ tiers }: Pick<ForecastCostChart, "tiers">, layout: CostLayout) {
  return tiers.map((span) => {
    const y = layout.y(span.usageLimit);
    const [from, to] = spanEnds(span, layout);
    if (y < layout.area.top - 1) return null;
    return (
      <MarkLine
        key={span.from}
        className={classNames(marks.stair, span.isOver ? styles.overLimit : styles.heldLimit)}
        points={[
          { x: from, y },
          { x: to, y },
        ]}
      />
    );
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
        return (
          <rect
            key={span.from}
            className={span.isOver ? marks.shortage : styles.ladder}
            x={from}
            y={top}
            width={Math.max(1, to - from - (index < tiers.length - 1 ? 1 : 0))}
            height={height}
          />
        );
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
  return (
    <ReadableSurface
      {...{ view, width, height, area }}
      axes={{ x: { axis: view.x, scale: "linear" }, y: { axis: view.y, scale: "linear" } }}
      readings={() => view.readings}
    >
      <ValueAxis area={area} axis={view.y} scale={y} />
      {band && <path className={styles.band} d={`${linePath(band)}Z`} />}
      <Curve className={classNames(marks.secondary, marks.dashed)} points={[...straight]} />
      {Stairs(view, layout)}
      {budget && y(budget.usd) >= area.top && (
        <MarkLine className={styles.budget} points={lineAcross(area, y(budget.usd))} />
      )}
      {budget?.span && y(budget.usd) >= area.top && (
        <path className={styles.bracket} d={bracketPath(x(budget.span[0]), x(budget.span[1]), y(budget.usd))} />
      )}
      {ends && <MarkLine className={marks.marker} points={lineDown(area, x(ends.month))} />}
      {passed && (
        <MarkLine
          className={marks.marker}
          points={[cost[passed.month]!, { x: cost[passed.month]!.x, y: area.bottom }]}
        />
      )}
      <Curve className={classNames(marks.curve)} points={[...cost]} />
      <circle className={marks.point} cx={cost[0]!.x} cy={cost[0]!.y} r={5} />
      <circle className={marks.point} cx={cost.at(-1)!.x} cy={cost.at(-1)!.y} r={4} />
      {passed && <circle className={marks.hollow} cx={cost[passed.month]!.x} cy={cost[passed.month]!.y} r={4.5} />}
      <BottomAxis area={area} axis={view.x} scale={x} />
      {Ladder(view, layout)}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
