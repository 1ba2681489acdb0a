import { useState } from "react";
import { Line, Tooltip, XAxis, YAxis } from "recharts";
import type { Axis, Reading } from "@/lib/view/chart";

/** The data of a chart no pointer is over: always the same, so that Recharts sees no change. */
export const NO_READINGS: Reading[] = [];

/** Whether a pointer is over the chart, and the listeners that tell. */
export function useReading() {
  const [on, turn] = useState(false);
  return {
    on,
    over: { onMouseEnter: () => turn(true), onMouseLeave: () => turn(false), onTouchStart: () => turn(true) },
  };
}

/**
 * What lets a pointer read exact values along a curve: its data, the axes they lie on, a dot and a note.
 * It joins the chart only while a pointer is there, so that a chart that follows somebody’s typing need not keep it up to date.
 */
export function Readings({
  x,
  y,
  scale,
  yScale = scale,
}: {
  readonly x: Axis;
  readonly y: Axis;
  readonly scale: "log" | "linear";
  readonly yScale?: "log" | "linear";
}) {
  return (
    <>
      <XAxis hide type="number" dataKey="x" scale={scale} domain={[x.from, x.to]} allowDataOverflow />
      <YAxis hide type="number" scale={yScale} domain={[y.from, y.to]} allowDataOverflow />
      <Line
        dataKey="y"
        stroke="none"
        dot={false}
        activeDot={{ r: 4, fill: "var(--ink)", stroke: "var(--bg)", strokeWidth: 2 }}
        isAnimationActive={false}
      />
      <Tooltip
        content={<Note />}
        cursor={{ stroke: "var(--edge)", strokeDasharray: "2 3" }}
        isAnimationActive={false}
      />
    </>
  );
}

function Note({
  active,
  payload,
}: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Reading }[];
}) {
  const reading = payload?.[0]?.payload;
  if (!active || !reading) return null;
  return (
    <p className="max-w-60 rounded-button border border-line-2 bg-field px-2 py-1 text-12 shadow-popover">
      <b>{reading.text}</b>
      <br />
      {reading.detail}
    </p>
  );
}
