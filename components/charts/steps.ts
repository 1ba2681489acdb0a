import type { Point } from "./place";
import type { Scale } from "./scale";

/** The corners of a line that keeps each value from one edge to the next: one edge more than values. */
export function steps(edges: readonly number[], values: readonly number[], x: Scale, y: Scale): Point[] {
  const points: Point[] = [];
  values.forEach((value, index) => {
    const at = y(value);
    points.push({ x: x(edges[index]!), y: at }, { x: x(edges[index + 1]!), y: at });
  });
  return points;
}

/** A tenth of a pixel: paths of a thousand corners stay short. */
const near = (pixels: number) => Math.round(pixels * 10) / 10;

/** Points as the path of a line. */
export const linePath = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index ? "L" : "M"}${near(x)} ${near(y)}`).join("");

/** The same closed down to a level. */
export function areaPath(points: readonly Point[], bottom: number): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${linePath(points)}L${last.x} ${bottom}L${first.x} ${bottom}Z` : "";
}
