"use client";

import { memo, useId, useMemo } from "react";
import { ComposedChart, Rectangle } from "recharts";
import type { BillChart } from "@/lib/view/plan";
import { chartProps, Labels, XAxisMarks, type DrawingProps } from "@/components/charts/drawing";
import { placeLabels, type Wish } from "@/components/charts/place";
import { fitTicks, linearScale, type Area, type Scale } from "@/components/charts/scale";
import { textWidth } from "@/components/charts/text-width";

type Item = BillChart["items"][number]["item"];

const COLOURS: Readonly<Record<Item, string>> = {
  input: "var(--c-input)",
  "cached-input": "var(--c-cached)",
  "cache-write": "var(--c-write)",
  "visible-output": "var(--c-visible)",
  reasoning: "var(--c-reason)",
};

interface Layout {
  readonly area: Area;
  readonly x: Scale;
  readonly y: (index: number) => number;
  readonly thick: number;
}

/** Where each bar's parts begin and end, in pixels. */
function partsOf({ bars, items }: BillChart, x: Scale) {
  return bars.map(({ parts }) => {
    let start = 0;
    return items.map(({ item }) => {
      const from = start;
      start += parts[item] ?? 0;
      return { item, from: x(from), to: x(start) };
    });
  });
}

function labels(view: BillChart, { area, x, y, thick }: Layout) {
  const parts = partsOf(view, x);
  // Each kind of token is named once, under its widest part; the widest of all choose first.
  const names = view.items
    .map(({ item, name, shortName }) => {
      const widest = parts
        .map((row, index) => ({ ...row.find((part) => part.item === item)!, index }))
        .reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
      return {
        name,
        shortName,
        at: { x: (widest.from + widest.to) / 2, y: y(widest.index) + thick / 2 },
        size: widest.to - widest.from,
      };
    })
    .sort((a, b) => b.size - a.size)
    .map(({ name, shortName, at }): Wish => ({
      text: name,
      short: shortName,
      at: [at],
      sides: ["s"],
      gap: 1,
      className: "halo",
    }));
  const rows = view.bars.flatMap(({ name, amount, total }, index): Wish[] => {
    const top = y(index) - thick / 2 + 1;
    return [
      { text: shortened(name, area.left - 8), at: [{ x: area.left, y: y(index) }], sides: ["w"], gap: 8, must: true },
      {
        text: amount,
        at: [
          { x: x(total) + 6, y: y(index) },
          { x: x(total), y: top, sides: ["nw"] },
        ],
        sides: ["e"],
        gap: 0,
        className: "halo",
      },
    ];
  });
  const place = (wishes: readonly Wish[]) =>
    placeLabels([...rows, ...wishes], { x: 0, y: 0, width: area.right + 8, height: area.bottom }, [], [], textWidth);
  const placed = place(names);
  return placed.length < rows.length + names.length
    ? place(names.map((name) => ({ ...name, text: name.short ?? name.text })))
    : placed;
}

/** The text, cut to `width` pixels where it is longer. */
function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let length = text.length - 1;
  while (length > 1 && textWidth(`${text.slice(0, length).trimEnd()}…`) > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** Dollars across from 0, a bar for each workload, parted by kind of token. */
export default memo(function BillDrawing({ view, width, height }: DrawingProps<BillChart>) {
  const hatch = useId();
  const layout = useMemo((): Layout => {
    const gutter = Math.max(...view.bars.map(({ name }) => textWidth(name))) + 9;
    const area = { left: Math.min(gutter, width * 0.34), right: width - 12, top: 0, bottom: height - 44 };
    // Words stand above the first bar and below the last.
    const [first, last] = [10, area.bottom - 12];
    const step = (last - first) / view.bars.length;
    return {
      area,
      x: linearScale(view.x, area.left, area.right),
      y: (index) => first + (index + 0.5) * step,
      thick: Math.min(16, step * 0.3),
    };
  }, [view, width, height]);
  const { area, x, y, thick } = layout;
  const placed = useMemo(() => labels(view, layout), [view, layout]);
  return (
    <ComposedChart {...chartProps(view, width, height, area)}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--bg)" />
          <rect width="3" height="5" fill={COLOURS["cached-input"]} />
        </pattern>
      </defs>
      {view.x.ticks.map(({ value }) => (
        <line key={value} className="grid" x1={x(value)} x2={x(value)} y1={area.top} y2={area.bottom} />
      ))}
      <XAxisMarks area={area} ticks={fitTicks(view.x.ticks, x, area)} label={view.xLabel} />
      {partsOf(view, x).map((parts, index) =>
        parts.map(
          ({ item, from, to }) =>
            to > from && (
              <Rectangle
                key={`${view.bars[index]!.key} ${item}`}
                x={from}
                y={y(index) - thick / 2}
                width={to - from}
                height={thick}
                fill={item === "cached-input" ? `url(#${hatch})` : COLOURS[item]}
                isAnimationActive={false}
              />
            ),
        ),
      )}
      <Labels labels={placed} />
    </ComposedChart>
  );
});
