"use client";

import { memo } from "react";
import type { SwingsChart } from "@/lib/view/ranges/charts";
import { linearScale, logScale, type Scale } from "@/components/charts/labels/geometry";
import { textWidth } from "@/components/charts/labels/text-width";
import { Surface, type DrawingProps } from "@/components/charts/surface";
import styles from "./ranges.module.css";

/** Room above the bars for what stands at the lines down them. */
const ABOVE = 24;
const MOST_STEP = 46;
type Bar = SwingsChart["bars"][number];

const endWords = ({ at, text }: Bar["low"]) => `${at}: ${text}`;
const isRising = ({ low, high }: Bar) => low.value <= high.value;

/** The scale of all bars, with room at both ends for their words. */
function scaleOf({ bars, entered, line, scale }: SwingsChart, width: number): Scale {
  const values = bars.flatMap(({ low, high }) => [low.value, high.value]).concat(entered.value, line?.value ?? []);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const side = (left: boolean) =>
    Math.max(...bars.map((bar) => textWidth(endWords(left === isRising(bar) ? bar.low : bar.high), true))) + 10;
  const [left, right] = [Math.min(side(true), width * 0.36), Math.min(side(false), width * 0.36)];
  const axis = { from, to: to > from ? to : from * 1.01 + 1e-9, ticks: [] };
  return (scale === "log" ? logScale : linearScale)(axis, left, width - right);
}

/** One bar an unknown: light from its low, dark to its high, both in words at the ends. */
export default memo(function SwingsDrawing({ view, width, height }: DrawingProps<SwingsChart>) {
  const x = scaleOf(view, width);
  const step = Math.min(MOST_STEP, (height - ABOVE) / view.bars.length);
  const { entered, line } = view;
  const middle = x(entered.value);
  const words = `${entered.text} as entered`;
  const half = textWidth(words, true) / 2;
  const enteredAt = Math.min(Math.max(middle, half), width - half);
  const lineHalf = line ? textWidth(line.text) / 2 : 0;
  const lineAt = line ? Math.min(Math.max(x(line.value), lineHalf), width - lineHalf) : 0;
  const meets = Math.abs(lineAt - enteredAt) < half + lineHalf + 6;
  return (
    <Surface view={view} width={width} height={height}>
      <text className={styles.strong} x={enteredAt} y={14} textAnchor="middle">
        {words}
      </text>
      {line && !meets && (
        <text className={styles.over} x={lineAt} y={14} textAnchor="middle">
          {line.text}
        </text>
      )}
      {view.bars.map((bar, index) => (
        <SwingRow key={bar.key} bar={bar} view={view} x={x} y={ABOVE + index * step} step={step} width={width} />
      ))}
    </Surface>
  );
});

interface SwingRowProps {
  readonly bar: Bar;
  readonly view: SwingsChart;
  readonly x: Scale;
  readonly y: number;
  readonly step: number;
  readonly width: number;
}

function SwingRow({ bar, view: { entered, line }, x, y, step, width }: SwingRowProps) {
  const thick = Math.min(12, step * 0.3);
  const top = y + Math.min(20, step * 0.45);
  const middle = x(entered.value);
  const [low, high] = [x(bar.low.value), x(bar.high.value)];
  const [left, right] = isRising(bar) ? [bar.low, bar.high] : [bar.high, bar.low];
  const ends = [Math.min(low, high, middle), Math.max(low, high, middle)] as const;
  const part = (at: number) => ({ x: Math.min(at, middle), width: Math.abs(at - middle) });
  const place = { y: top, height: thick };
  return (
    <g>
      {y > ABOVE && <line className={styles.between} x1={0} x2={width} y1={y - 1} y2={y - 1} />}
      <text x={0} y={top - 7}>
        <tspan className={styles.strong}>{bar.name}</tspan>
        <tspan dx={6}>{bar.range}</tspan>
      </text>
      {line && (
        <line className={styles.limit} x1={x(line.value)} x2={x(line.value)} y1={top - 4} y2={top + thick + 4} />
      )}
      <rect className={styles.lower} {...part(low)} {...place} />
      <rect className={styles.higher} {...part(high)} {...place} />
      <line className={styles.centre} x1={middle} x2={middle} y1={top - 4} y2={top + thick + 4} />
      <EndWords end={left} x={ends[0] - 6} y={top + thick - 1} anchor="end" />
      <EndWords end={right} x={ends[1] + 6} y={top + thick - 1} anchor="start" />
    </g>
  );
}

interface EndWordsProps {
  readonly end: Bar["low"];
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

function EndWords({ end: { at, text }, x, y, anchor }: EndWordsProps) {
  return (
    <text className={styles.halo} x={x} y={y} textAnchor={anchor}>
      {at}: <tspan className={styles.strong}>{text}</tspan>
    </text>
  );
}
