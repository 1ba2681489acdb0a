"use client";

import { memo, useMemo } from "react";
import { ComposedChart, Rectangle } from "recharts";
import type { SizesChart, SizesRow } from "@/lib/view/import";
import { chartProps, Labels, XAxisMarks, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { fitTicks, logScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

const COLOURS: Readonly<Record<SizesRow["tone"], string>> = { input: "var(--c-input)", output: "var(--c-visible)" };
const BAR = 8;

interface Layout {
  readonly area: Area;
  readonly x: Scale;
  readonly y: (index: number) => number;
}

const at = ({ marks }: SizesRow, key: SizesRow["marks"][number]["key"]) => marks.find((mark) => mark.key === key)!.at;

function labels({ rows }: SizesChart, { area, x, y }: Layout) {
  const wishes = rows.flatMap((row, index): Wish[] => {
    const middle = y(index);
    const wish = (key: SizesRow["marks"][number]["key"], side: "n" | "s", must: boolean): Wish => ({
      text: row.marks.find((mark) => mark.key === key)!.text,
      at: [{ x: x(at(row, key)), y: middle + (side === "n" ? -BAR : BAR) }],
      sides: side === "n" ? ["n", "ne", "nw"] : ["s", "se", "sw"],
      gap: 4,
      must,
      className: "halo",
      strong: key === "p50" || key === "p95",
    });
    return [
      { text: row.name, at: [{ x: area.left, y: middle - 26 }], sides: ["ne"], gap: 0, strong: true, must: true },
      wish("p50", "n", true),
      wish("p95", "n", true),
      wish("max", "n", false),
      wish("mean", "s", false),
      wish("p99", "s", false),
    ];
  });
  return placeLabels(
    wishes,
    { x: area.left, y: -4, width: area.right - area.left + 12, height: area.bottom },
    [],
    [],
    textWidth,
  );
}

/** Tokens across on a log scale, a row for input and one for output: the median to the 95th percentile thick, on to the largest thin. */
export default memo(function SizesDrawing({ view, width, height }: DrawingProps<SizesChart>) {
  const layout = useMemo((): Layout => {
    const area = { left: 4, right: width - 12, top: 0, bottom: height - 44 };
    const step = area.bottom / view.rows.length;
    return { area, x: logScale(view.x, area.left, area.right), y: (index) => (index + 0.58) * step };
  }, [view, width, height]);
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  const { area, x, y } = layout;
  return (
    <ComposedChart {...chartProps(view, width, height, area)}>
      {view.x.ticks.map(({ value }) => (
        <line key={value} className="grid" x1={x(value)} x2={x(value)} y1={area.top} y2={area.bottom} />
      ))}
      <XAxisMarks area={area} ticks={fitTicks(view.x.ticks, x, area)} label="tokens, log scale" />
      {view.rows.map((row, index) => (
        <g key={row.name}>
          <line
            className="thin"
            style={{ stroke: COLOURS[row.tone], strokeWidth: 1.5 }}
            x1={x(at(row, "p50"))}
            x2={x(at(row, "max"))}
            y1={y(index)}
            y2={y(index)}
          />
          <Rectangle
            x={x(at(row, "p50"))}
            y={y(index) - BAR / 2}
            width={Math.max(2, x(at(row, "p95")) - x(at(row, "p50")))}
            height={BAR}
            fill={COLOURS[row.tone]}
            isAnimationActive={false}
          />
          <line
            className="axis"
            style={{ stroke: COLOURS[row.tone], strokeWidth: 1.5 }}
            x1={x(at(row, "p99"))}
            x2={x(at(row, "p99"))}
            y1={y(index) - 5}
            y2={y(index) + 5}
          />
          <circle className="dot" style={{ fill: COLOURS[row.tone] }} cx={x(at(row, "max"))} cy={y(index)} r={4.5} />
          <circle className="node" cx={x(at(row, "mean"))} cy={y(index)} r={4} />
        </g>
      ))}
      <Labels labels={placed} />
    </ComposedChart>
  );
});
