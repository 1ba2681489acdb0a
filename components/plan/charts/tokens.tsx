"use client";

import { memo, useMemo } from "react";
import type { TokensChart } from "@/lib/view/plan/charts";
import { BottomAxis } from "@/components/charts/axes";
import { lineAcross, lineDown } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { tokensLabels } from "./tokens-labels";
import { MARK, tokensLayout } from "./tokens-layout";

const COLOURS = { fits: "var(--mean)", over: "var(--over-fill)", unknown: "var(--peak)" } as const;

/**
 * Tokens a minute across on a log scale, a row for each model or rule: a bar from the mean to the peak, a
 * mark at each tier's limit.
 */
export default memo(function TokensDrawing({ view, width, height }: DrawingProps<TokensChart>) {
  const layout = useMemo(() => tokensLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => tokensLabels(layout), [layout]);
  const { plot, area, x, y } = layout;
  const rows = plot.rows.map((row, index) => ({ ...row, middle: y(index) }));
  const busy = rows.filter(({ peak }) => peak > 0);
  return (
    <Surface view={view} width={width} height={height}>
      <BottomAxis area={area} axis={plot.x} scale={x} label={plot.xLabel} />
      {rows.map(({ key, marks: tiers, middle }) => (
        <g key={key}>
          <MarkLine className={marks.rowLine} points={lineAcross(area, middle)} />
          {tiers.map(({ at, own }) => (
            <MarkLine
              key={at}
              className={own ? marks.ownTier : marks.tier}
              points={lineDown({ ...area, top: middle - MARK, bottom: middle + MARK }, x(at))}
            />
          ))}
        </g>
      ))}
      {busy.map(({ key, mean, peak, state, middle }) => (
        <rect key={key} x={x(mean)} y={middle - 3} width={x(peak) - x(mean)} height={6} fill={COLOURS[state]} />
      ))}
      {busy.map(({ key, peak, state, middle }) => (
        <circle key={key} className={marks.point} style={{ fill: COLOURS[state] }} cx={x(peak)} cy={middle} r={5.5} />
      ))}
      {rows.map(
        ({ key, charge, middle }) =>
          charge && <circle key={key} className={marks.hollow} cx={x(charge.at)} cy={middle} r={5} />,
      )}
      <Labels labels={labels} />
    </Surface>
  );
});
