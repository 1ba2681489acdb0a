import type { Point } from "./labels/geometry";

interface MarkLineProps {
  readonly points: readonly [Point, Point];
  readonly className?: string | undefined;
}

/** A straight line: a level across the plot, a day or a deadline down it. */
export function MarkLine({ points: [from, to], className }: MarkLineProps) {
  return <line className={className} x1={from.x} x2={to.x} y1={from.y} y2={to.y} />;
}
