import type { Point, Scale } from "./labels/geometry";

/**
 * The corners of a line that keeps each value from one edge to the next; there is one edge more than values.
 */
export function stepPoints(edges: readonly number[], values: readonly number[], x: Scale, y: Scale): Point[] {
  const points: Point[] = [];
  values.forEach((value, index) => {
    const at = y(value);
    points.push({ x: x(edges[index]!), y: at }, { x: x(edges[index + 1]!), y: at });
  });
  return points;
}

/** Rounds to a tenth of a pixel, which keeps paths of a thousand corners short. */
export const toTenth = (pixels: number) => Math.round(pixels * 10) / 10;

/** Points as the path of a line. */
export const linePath = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index ? "L" : "M"}${toTenth(x)} ${toTenth(y)}`).join("");

/** Points as the path of a filled area that stands on `bottom`. */
export function areaPath(points: readonly Point[], bottom: number): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${linePath(points)}L${last.x} ${bottom}L${first.x} ${bottom}Z` : "";
}

/** The highest of some points, `null` of none; of equals the first. */
export const highestPoint = (points: readonly Point[]): Point | null =>
  points.reduce<Point | null>((best, point) => (best && best.y <= point.y ? best : point), null);
