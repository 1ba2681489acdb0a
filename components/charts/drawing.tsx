import type { ReactNode } from "react";
import type { PlacedLabel } from "./place";
import type { Area, PlacedTick, Scale } from "./scale";
import type { Axis } from "@/lib/view/chart";

/** What every drawing is given: a view and the size of its place, in pixels. */
export interface DrawingProps<View> {
  readonly view: View;
  readonly width: number;
  readonly height: number;
}

/**
 * What every chart hands to Recharts: its size, its name as one picture, and no layer of its own for keys, since the table is the way in.
 * Charts that follow somebody’s typing draw Recharts’ shapes on scales of their own: data handed to Recharts goes through a store,
 * which costs several times what the drawing does.
 */
export function chartProps(
  { title, description }: { readonly title: string; readonly description: string },
  width: number,
  height: number,
  { left, right, top, bottom }: Area,
) {
  return {
    width,
    height,
    title,
    desc: description,
    role: "img",
    accessibilityLayer: false,
    margin: { left, top, right: width - right, bottom: height - bottom },
  } as const;
}

/** Horizontal lines with their values, the axis below with its ticks, and what the axis measures. */
export function Grid({
  area: { left, right, bottom },
  y,
  yScale,
  xTicks,
  xLabel,
}: {
  readonly area: Area;
  readonly y: Axis;
  readonly yScale: Scale;
  readonly xTicks: readonly PlacedTick[];
  readonly xLabel: string;
}) {
  return (
    <g>
      {y.ticks.map(({ value, label }) => {
        const at = yScale(value);
        return (
          <g key={value}>
            <line className="grid" x1={left} x2={right} y1={at} y2={at} />
            <text className="tick" x={left - 8} y={at + 4} textAnchor="end">
              {label}
            </text>
          </g>
        );
      })}
      <XAxisMarks area={{ left, right, top: 0, bottom }} ticks={xTicks} label={xLabel} />
    </g>
  );
}

/** The axis below a plot. */
export function XAxisMarks({
  area: { left, right, bottom },
  ticks,
  label,
}: {
  readonly area: Area;
  readonly ticks: readonly PlacedTick[];
  readonly label: string;
}) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick.value}>
          <line className="tk" x1={tick.at} x2={tick.at} y1={bottom} y2={bottom + 4} />
          <text className={tick.strong ? "tick strong" : "tick"} x={tick.at} y={bottom + 18} textAnchor={tick.anchor}>
            {tick.label}
          </text>
        </g>
      ))}
      <line className="axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      {label && (
        <text className="axl" x={left} y={bottom + 38}>
          {label}
        </text>
      )}
    </g>
  );
}

/** Labels where they were placed. */
export function Labels({ labels }: { readonly labels: readonly PlacedLabel[] }): ReactNode {
  return labels.map(({ text, x, y, anchor, strong, className }) => (
    <text key={`${x} ${y}`} className={`${strong ? "strong " : ""}${className}`} x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  ));
}
