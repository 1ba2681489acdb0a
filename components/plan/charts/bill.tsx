"use client";

import { memo, useId, useMemo } from "react";
import type { BillChart } from "@/lib/view/plan/charts";
import { BottomAxis, UprightGrid } from "@/components/charts/axes";
import { Labels } from "@/components/charts/labels/labels";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import { billLabels } from "./bill-labels";
import { billLayout } from "./bill-layout";

const COLOURS: Readonly<Record<BillChart["items"][number]["item"], string>> = {
  input: "var(--c-input)",
  "cached-input": "var(--c-cached)",
  "cache-write": "var(--c-write)",
  "visible-output": "var(--c-visible)",
  reasoning: "var(--c-reason)",
  "web-search": "var(--c-web)",
  "file-search": "var(--c-files)",
};

/** Dollars across from 0, a bar for each workload, parted by kind of token. */
export default memo(function BillDrawing({ view, width, height }: DrawingProps<BillChart>) {
  const hatch = useId();
  const layout = useMemo(() => billLayout(view, { width, height }), [view, width, height]);
  const labels = useMemo(() => billLabels(view, layout), [view, layout]);
  const { area, x, y, thick, parts } = layout;
  return (
    <Surface view={view} width={width} height={height}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--bg)" />
          <rect width="3" height="5" fill={COLOURS["cached-input"]} />
        </pattern>
      </defs>
      <UprightGrid area={area} axis={view.x} scale={x} />
      <BottomAxis area={area} axis={view.x} scale={x} label={view.xLabel} />
      {parts.map((row, index) => (
        <g key={view.bars[index]!.key}>
          {row
            .filter(({ from, to }) => to > from)
            .map(({ item, from, to }) => (
              <rect
                key={item}
                x={from}
                y={y(index) - thick / 2}
                width={to - from}
                height={thick}
                fill={item === "cached-input" ? `url(#${hatch})` : COLOURS[item]}
              />
            ))}
        </g>
      ))}
      <Labels labels={labels} />
    </Surface>
  );
});
