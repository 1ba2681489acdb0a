"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import type { CostHeadroomChart } from "@/lib/view/compare/charts";
import { BottomAxis, ValueAxis } from "@/components/charts/axes";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { ReadableSurface } from "@/components/charts/readable-surface";
import type { DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import { costHeadroomLayout } from "./layout";
import { costHeadroomLabels } from "./layout-labels";
import styles from "./cost-headroom.module.css";

const LOOKS = { fits: marks.fitting, over: marks.ring, unknown: classNames(marks.ring, marks.untold) } as const;

/** Points that stand in one place are a dot with room for their number. */
const radiusOf = (isNow: boolean, count: number) => (count > 1 ? 6.5 : isNow ? 5 : 3.5);

/**
 * Cost across, headroom up: a point for each row, solid where it fits; the frontier as a dotted step, what a usage
 * tier lets an account spend as upright lines.
 */
export default memo(function CostHeadroomDrawing({ view, width, height }: DrawingProps<CostHeadroomChart>) {
  const layout = useMemo(() => costHeadroomLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => costHeadroomLabels(view, layout), [view, layout]);
  const { plot, area, x, y, floor, lane, steps } = layout;
  const own = plot.limits.find(({ isOwn }) => isOwn);
  const known = view.points.filter(({ times }) => times !== null);
  const roomRight = own ? x(own.usd) : area.right;
  return (
    <ReadableSurface
      {...{ view, width, height }}
      area={{ ...area, bottom: floor }}
      axes={{ x: { axis: plot.x, scale: "log" }, y: { axis: plot.y, scale: "log" } }}
      readings={() => known.map(({ usd, times, name, detail }) => ({ x: usd, y: times!, text: name, detail }))}
    >
      <rect
        className={marks.room}
        x={area.left}
        y={area.top}
        width={Math.max(0, roomRight - area.left)}
        height={Math.max(0, y(1) - area.top)}
      />
      <ValueAxis area={area} axis={plot.y} scale={y} />
      <BottomAxis area={area} axis={plot.x} scale={x} label="a month" />
      {plot.hasLane && <MarkLine className={marks.rowLine} points={lineAcross(area, lane)} />}
      {plot.limits.map(({ usd, isOwn }) => (
        <MarkLine key={usd} className={isOwn ? marks.ownTier : marks.rowLine} points={lineDown(area, x(usd))} />
      ))}
      <MarkLine className={marks.limit} points={lineAcross(area, y(1))} />
      <Curve className={classNames(marks.stair, marks.fits, marks.dotted)} points={[...steps]} />
      {layout.dots.map(({ of, count, x: left, y: top }) => (
        <circle
          key={of.key}
          className={of.isNow ? marks.point : LOOKS[of.kind]}
          cx={left}
          cy={top}
          r={radiusOf(of.isNow, count)}
        />
      ))}
      {layout.dots
        .filter(({ count }) => count > 1)
        .map(({ of, count, x: left, y: top }) => (
          <text key={of.key} className={of.kind === "fits" ? styles.onFitting : styles.count} x={left} y={top + 3}>
            {count}
          </text>
        ))}
      <Labels labels={labels} />
    </ReadableSurface>
  );
});
