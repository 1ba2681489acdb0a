import type { Axis } from "@/lib/view/chart";

/** A place in the drawing, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in the drawing, in pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The size of a whole drawing, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The plot inside its axes, in pixels of the drawing. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Turns a value of an axis into pixels. */
export type Scale = (value: number) => number;

/** Values above 0 at even distances for even ratios: `from` stands at `start`, `to` at `end`. */
export function logScale({ from, to }: Axis, start: number, end: number): Scale {
  const [low, span] = [Math.log(from), Math.log(to) - Math.log(from)];
  return (value) => start + ((Math.log(value) - low) / span) * (end - start);
}

/** Values at even distances: `from` stands at `start`, `to` at `end`. */
export function linearScale({ from, to }: Axis, start: number, end: number): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** The line across the plot at a height. */
export const lineAcross = ({ left, right }: PlotArea, y: number): readonly [Point, Point] => [
  { x: left, y },
  { x: right, y },
];

/** The line from the top of the plot to its bottom. */
export const lineDown = ({ top, bottom }: PlotArea, x: number): readonly [Point, Point] => [
  { x, y: top },
  { x, y: bottom },
];

/** The square around a point that reaches `radius` pixels to each side. */
export const boxAround = ({ x, y }: Point, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
