import { useContext, useState } from "react";
import { ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import type { Axis, Reading } from "@/lib/view/chart";
import type { PlotArea } from "./labels/geometry";
import { OnPaper } from "./on-paper";
import { Surface, type DrawingProps, type SurfaceProps } from "./surface";

/**
 * What Recharts is told of a chart: its size, its name as one picture, and no layer for keys, since the table
 * is the way in.
 */
export function chartProps({ view, width, height }: DrawingProps<SurfaceProps["view"]>, area: PlotArea) {
  return {
    width,
    height,
    title: view.title,
    desc: view.description,
    role: "img",
    accessibilityLayer: false,
    margin: { left: area.left, top: area.top, right: width - area.right, bottom: height - area.bottom },
  } as const;
}

/** An axis a pointer reads along. */
interface ReadableAxis {
  readonly axis: Axis;
  readonly scale: "log" | "linear";
}

interface ReadableSurfaceProps extends SurfaceProps {
  readonly area: PlotArea;
  readonly axes: { readonly x: ReadableAxis; readonly y: ReadableAxis };
  /** The points a pointer can read, rising in `x`; asked for when a pointer comes. */
  readonly readings: () => readonly Reading[];
}

/** The data of a chart no pointer is over: always the same, so that Recharts sees no change. */
const NO_READINGS: Reading[] = [];

/**
 * A picture in which a pointer reads exact values. Recharts holds the readings and draws dot, note and
 * cursor, but only while a pointer is there; the marks in it are drawn on scales of our own. With Recharts'
 * own marks the cap chart took 9.1 ms a key press, so 2.0 ms (DECISIONS.md, Charts).
 */
export function ReadableSurface({ area, axes: { x, y }, readings, children, ...drawing }: ReadableSurfaceProps) {
  const [read, setRead] = useState(false);
  if (useContext(OnPaper)) return <Surface {...drawing}>{children}</Surface>;
  return (
    <ComposedChart
      {...chartProps(drawing, area)}
      data={read ? [...readings()] : NO_READINGS}
      onMouseEnter={() => setRead(true)}
      onMouseLeave={() => setRead(false)}
      onTouchStart={() => setRead(true)}
    >
      {children}
      {read && (
        <>
          <XAxis hide type="number" dataKey="x" scale={x.scale} domain={[x.axis.from, x.axis.to]} allowDataOverflow />
          <YAxis hide type="number" scale={y.scale} domain={[y.axis.from, y.axis.to]} allowDataOverflow />
          <Line
            dataKey="y"
            stroke="none"
            dot={false}
            activeDot={{ r: 4, fill: "var(--ink)", stroke: "var(--bg)", strokeWidth: 2 }}
            isAnimationActive={false}
          />
          <Tooltip
            content={<ReadingNote />}
            cursor={{ stroke: "var(--edge)", strokeDasharray: "2 3" }}
            isAnimationActive={false}
          />
        </>
      )}
    </ComposedChart>
  );
}

interface NoteProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Reading }[];
}

function ReadingNote({ active, payload }: NoteProps) {
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
