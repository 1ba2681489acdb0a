"use client";

import { memo, useMemo } from "react";
import { Curve } from "recharts";
import type { ForecastLimitsChart } from "@/lib/view/forecast/charts";
import { BottomAxis } from "@/components/charts/axes";
import axes from "@/components/charts/axes.module.css";
import { lineAcross } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { shortened } from "@/components/charts/labels/text-width";
import { MarkLine } from "@/components/charts/marks";
import marks from "@/components/charts/marks.module.css";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { classNames } from "@/components/ui/class-names";
import styles from "./charts.module.css";
import { GUTTER, limitsLayout, type SharePanel } from "./limits-layout";

/** The labels of the scale; the same in every panel. */
const LEVELS = [
  { share: 1, text: "100 %" },
  { share: 0.5, text: "50 %" },
  { share: 0, text: "0" },
];

/** What leaves the panel at the top: an arrow where it does; where it never was within it, from the axis up. */
function Off({ panel, area, off, used }: SharePanel) {
  if (off === null) return null;
  const at = Math.max(off, area.left + 3);
  const isFromStart = panel.texts.off!.x === 0 || used.length === 0;
  return (
    <g>
      {isFromStart && (
        <MarkLine
          className={styles.beyond}
          points={[
            { x: at, y: area.bottom },
            { x: at, y: area.top + 2 },
          ]}
        />
      )}
      <path className={styles.head} d={`M${at - 5} ${area.top + 4}L${at} ${area.top - 7}L${at + 5} ${area.top + 4}Z`} />
    </g>
  );
}

function Panel({ layout, view }: { readonly layout: SharePanel; readonly view: ForecastLimitsChart }) {
  const { panel, area, x, y, used, stayed, labels } = layout;
  const left = area.left - GUTTER;
  const { stayed: binds } = panel.texts;
  return (
    <g>
      <text className={styles.name} x={left} y={area.top - 34}>
        {panel.name}
      </text>
      <text x={left} y={area.top - 18}>
        {shortened(panel.about, area.right - left)}
      </text>
      {LEVELS.map(({ share, text }) => (
        <g key={share}>
          {share !== 0 && (
            <MarkLine className={share === 1 ? styles.full : axes.gridline} points={lineAcross(area, y(share))} />
          )}
          <text className={axes.text} x={area.left - 8} y={y(share) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {stayed.map((points) => (
        <Curve key={points[0]!.x} className={classNames(marks.secondary, marks.dashed)} points={[...points]} />
      ))}
      {used.map((points) => (
        <Curve key={points[0]!.x} className={classNames(marks.curve)} points={[...points]} />
      ))}
      <Off {...layout} />
      {binds && <circle className={marks.ring} cx={x(binds.x)} cy={y(1)} r={4} />}
      <BottomAxis area={area} axis={view.x} scale={x} />
      <Labels labels={labels} />
    </g>
  );
}

/** A panel for each limit, months across and the part of the limit used up, all on one scale. */
export default memo(function ForecastLimitsDrawing({ view, width, height }: DrawingProps<ForecastLimitsChart>) {
  const panels = useMemo(() => limitsLayout(view, { width, height }), [view, width, height]);
  return (
    <Surface view={view} width={width} height={height}>
      {panels.map((layout) => (
        <Panel key={layout.panel.key} layout={layout} view={view} />
      ))}
    </Surface>
  );
});
