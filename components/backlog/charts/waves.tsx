"use client";

import { memo, useMemo } from "react";
import type { WaveBar, WavesChart } from "@/lib/view/backlog";
import { Labels, XAxisMarks, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { fitTicks, linearScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

/** Waves are solid; the standard stream, which is no block of time by itself, is outlined. */
const LOOKS: Readonly<
  Record<WaveBar["kind"], { readonly fill: string; readonly stroke?: string; readonly inside: string }>
> = {
  wave: { fill: "var(--mean)", inside: "onbar" },
  folded: { fill: "var(--mean)", inside: "onbar" },
  standard: { fill: "var(--col)", stroke: "var(--edge)", inside: "" },
};

interface Layout {
  readonly area: Area;
  readonly x: Scale;
  /** The middle of a bar. */
  readonly y: (index: number) => number;
  readonly thick: number;
}

function labels({ bars, deadline }: WavesChart, { area, x, y }: Layout) {
  const rows = bars.flatMap(({ name, text, from, to, kind }, index): Wish[] => {
    const width = textWidth(text) + 12;
    const [beside, inside] = [x(to) + width <= area.right + 12, x(to) - x(from) > width];
    const count: Wish =
      beside || !inside
        ? {
            text,
            at: [
              { x: x(to) + 6, y: y(index), sides: ["e"] },
              { x: x(from) - 6, y: y(index), sides: ["w"] },
            ],
            sides: ["e"],
            gap: 0,
            className: "halo",
          }
        : {
            text,
            at: [{ x: x(to) - 6, y: y(index) }],
            sides: ["w"],
            gap: 0,
            className: LOOKS[kind].inside,
            must: true,
          };
    return [{ text: name, at: [{ x: area.left, y: y(index) }], sides: ["w"], gap: 8, must: true }, count];
  });
  const mark: Wish[] = deadline
    ? [
        {
          text: deadline.text,
          at: [{ x: x(deadline.at), y: area.top - 2 }],
          sides: ["nw", "ne"],
          gap: -2,
          strong: true,
          className: deadline.missed ? "overT halo" : "halo",
          must: true,
        },
      ]
    : [];
  const line = deadline
    ? [
        {
          points: [
            { x: x(deadline.at), y: area.top },
            { x: x(deadline.at), y: area.bottom },
          ],
          weight: 1,
        },
      ]
    : [];
  return placeLabels(
    [...mark, ...rows],
    { x: 0, y: -4, width: area.right + 12, height: area.bottom + 4 },
    line,
    [],
    textWidth,
  );
}

/** Time across from 0, a bar for each wave and one for the standard stream; waves in the middle of many are folded into one bar with a seam for each. */
export default memo(function WavesDrawing({ view, width, height }: DrawingProps<WavesChart>) {
  const layout = useMemo((): Layout => {
    const gutter = Math.max(...view.bars.map(({ name }) => textWidth(name))) + 9;
    const area = { left: gutter, right: width - 12, top: 16, bottom: height - 44 };
    const step = (area.bottom - area.top) / Math.max(view.bars.length, 4);
    return {
      area,
      x: linearScale(view.x, area.left, area.right),
      y: (index) => area.top + (index + 0.5) * step,
      thick: Math.min(16, step * 0.62),
    };
  }, [view, width, height]);
  const { area, x, y, thick } = layout;
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  return (
    <svg width={width} height={height} role="img" aria-label={`${view.title}. ${view.description}`}>
      {view.x.ticks.map(({ value }) => (
        <line key={value} className="grid" x1={x(value)} x2={x(value)} y1={area.top} y2={area.bottom} />
      ))}
      <XAxisMarks area={area} ticks={fitTicks(view.x.ticks, x, area)} label={view.x.name} />
      {view.bars.map(({ name, from, to, kind, seams }, index) => (
        <g key={name}>
          <rect
            x={x(from)}
            y={y(index) - thick / 2}
            width={Math.max(1.5, x(to) - x(from))}
            height={thick}
            rx={2}
            fill={LOOKS[kind].fill}
            stroke={LOOKS[kind].stroke}
          />
          {seams.map((seam) => (
            <line
              key={seam}
              stroke="var(--bg)"
              strokeWidth={1}
              x1={x(seam)}
              x2={x(seam)}
              y1={y(index) - thick / 2}
              y2={y(index) + thick / 2}
            />
          ))}
        </g>
      ))}
      {view.deadline && (
        <line
          className={view.deadline.missed ? "peak" : "here"}
          x1={x(view.deadline.at)}
          x2={x(view.deadline.at)}
          y1={area.top}
          y2={area.bottom}
        />
      )}
      <Labels labels={placed} />
    </svg>
  );
});
