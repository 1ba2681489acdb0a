"use client";

import { memo, useMemo } from "react";
import { ComposedChart } from "recharts";
import type { StackChart, StackSeries } from "@/lib/view/import";
import { chartProps, Grid, Labels, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { NO_READINGS, Readings, useReading } from "@/components/charts/readings";
import { fitTicks, linearScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

const COLOURS: Readonly<Record<StackSeries["tone"], string>> = {
  input: "var(--c-input)",
  output: "var(--c-visible)",
  first: "var(--mean)",
  second: "var(--peak)",
  third: "var(--line-2)",
  rest: "var(--line)",
};
/** Where the names of the series stand, above the plot. */
const KEY = { swatch: 9, gap: 6, between: 16, y: 11 } as const;

/** A tenth of a pixel: the path stays short. */
const near = (pixels: number) => Math.round(pixels * 10) / 10;

interface Layout {
  readonly area: Area;
  readonly x: Scale;
  readonly y: Scale;
  readonly key: readonly { readonly name: string; readonly tone: StackSeries["tone"]; readonly at: number }[];
}

function shortened(text: string, width: number): string {
  let length = text.length;
  while (length > 3 && textWidth(`${text.slice(0, length)}…`) > width) length--;
  return length === text.length || textWidth(text) <= width ? text : `${text.slice(0, length)}…`;
}

function layoutOf(view: StackChart, width: number, height: number): Layout {
  const left = Math.max(40, 12 + Math.max(...view.y.ticks.map(({ label }) => textWidth(label))));
  const named = view.series.length > 1;
  const area = { left, right: width - 12, top: named ? 40 : 18, bottom: height - 44 };
  const most = (area.right - left) / view.series.length - KEY.swatch - KEY.gap - KEY.between;
  let at = left;
  const key = named
    ? view.series.map(({ name, tone }) => {
        const text = shortened(name, most);
        const place = { name: text, tone, at };
        at += KEY.swatch + KEY.gap + textWidth(text) + KEY.between;
        return place;
      })
    : [];
  return { area, x: linearScale(view.x, area.left, area.right), y: linearScale(view.y, area.bottom, area.top), key };
}

/** Where the columns of each series stand: one path a series, however many columns. */
function paths({ edges, series }: StackChart, { x, y }: Layout) {
  const below = new Array<number>(edges.length - 1).fill(0);
  const air = x(edges[1]!) - x(edges[0]!) > 6 ? 1 : 0;
  return series.map(({ name, tone, values }) => ({
    name,
    tone,
    d: values
      .map((value, index) => {
        const from = below[index]!;
        below[index] = from + value;
        if (value === 0) return "";
        const [left, right] = [x(edges[index]!), Math.max(x(edges[index + 1]!) - air, x(edges[index]!) + 0.5)];
        return `M${near(left)} ${near(y(from))}H${near(right)}V${near(y(from + value))}H${near(left)}Z`;
      })
      .join(""),
  }));
}

function labels(view: StackChart, { area, x, y }: Layout) {
  const top = view.readings.reduce((best, reading) => (reading.y > best.y ? reading : best));
  const wish: Wish = {
    text: view.peakText,
    at: [{ x: x(top.x), y: y(top.y) }],
    sides: ["n", "ne", "nw"],
    gap: 3,
    strong: true,
    className: "halo",
    must: true,
  };
  return placeLabels(
    [wish],
    { x: area.left, y: area.top - 20, width: area.right - area.left + 8, height: area.bottom },
    [],
    [],
    textWidth,
  );
}

/** Time across, columns up: a stack of parts in each. */
export default memo(function StackDrawing({ view, width, height }: DrawingProps<StackChart>) {
  const layout = useMemo(() => layoutOf(view, width, height), [view, width, height]);
  const reading = useReading();
  const drawn = useMemo(() => paths(view, layout), [view, layout]);
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  const { area, x, y, key } = layout;
  return (
    <ComposedChart
      {...chartProps(view, width, height, area)}
      {...reading.over}
      data={reading.on ? [...view.readings] : NO_READINGS}
    >
      <Grid area={area} y={view.y} yScale={y} xTicks={fitTicks(view.x.ticks, x, area)} xLabel={view.xLabel} />
      {drawn.map(({ name, tone, d }) => (
        <path
          key={name}
          d={d}
          style={{
            fill: COLOURS[tone],
            stroke: tone === "third" || tone === "rest" ? "var(--edge)" : "none",
            strokeWidth: 0.5,
          }}
        />
      ))}
      {key.map(({ name, tone, at }) => (
        <g key={name}>
          <rect
            x={at}
            y={KEY.y - KEY.swatch}
            width={KEY.swatch}
            height={KEY.swatch}
            rx={2}
            style={{ fill: COLOURS[tone], stroke: tone === "third" || tone === "rest" ? "var(--edge)" : "none" }}
          />
          <text x={at + KEY.swatch + KEY.gap} y={KEY.y}>
            {name}
          </text>
        </g>
      ))}
      <Labels labels={placed} />
      {reading.on && <Readings x={view.x} y={view.y} scale="linear" />}
    </ComposedChart>
  );
});
