/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a label stands to its point: compass directions; `n` and `s` are centred over it. */
export type Side = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

/** A point a label may stand at, with sides of its own where not every one will do. */
export interface Spot extends Point {
  readonly sides?: readonly Side[];
}

/** A label and the places it would take, the best first. */
export interface Wish {
  readonly text: string;
  /** Said instead where the text finds no room. */
  readonly short?: string;
  readonly at: readonly Spot[];
  readonly sides: readonly Side[];
  /** Pixels between point and label; 8. */
  readonly gap?: number;
  /** Left and right ends it must keep, beside those of the plot. */
  readonly within?: readonly [number, number];
  readonly strong?: boolean;
  readonly className?: string;
  /** The crossings it takes for a better place: 0. */
  readonly bears?: number;
  /** Stands even where it crosses a line; others are left to the table. */
  readonly must?: boolean;
}

/** A line labels keep clear of, and how much a crossing counts. */
export interface Obstacle {
  readonly points: readonly Point[];
  readonly weight: number;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly strong: boolean;
  readonly className: string;
}

const HEIGHT = 14;
/** From the top of a label to its baseline. */
const ASCENT = 11;
/** Where the letters of a label begin and end in its box: a line outside them runs beside it, not through it. */
const LETTERS = { top: 1, bottom: 3 };
/** A crossing that a label which is no must may make: a thin line, once. */
const BEARABLE = 1;

function boxAt({ x, y }: Point, side: Side, gap: number, width: number): Box {
  const left = side.includes("e") ? x + gap : side.includes("w") ? x - gap - width : x - width / 2;
  const top = side.startsWith("n")
    ? y - HEIGHT - (side === "n" ? gap : 1)
    : side.startsWith("s")
      ? y + (side === "s" ? gap : 2)
      : y - HEIGHT / 2;
  return { x: left, y: top, width, height: HEIGHT };
}

/** Air between two labels of one line. */
const AIR = 6;

/** Whether two boxes touch, with `air` beside them counted. */
export function overlap(a: Box, b: Box, air = 0): boolean {
  return a.x < b.x + b.width + air && b.x < a.x + a.width + air && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the segment from `a` to `b` passes through the box. */
export function crosses(box: Box, a: Point, b: Point): boolean {
  let enter = 0;
  let leave = 1;
  for (const [from, delta, low, high] of [
    [a.x, b.x - a.x, box.x, box.x + box.width],
    [a.y, b.y - a.y, box.y, box.y + box.height],
  ] as const) {
    if (delta === 0) {
      if (from <= low || from >= high) return false;
    } else {
      const [first, second] = [(low - from) / delta, (high - from) / delta];
      enter = Math.max(enter, Math.min(first, second));
      leave = Math.min(leave, Math.max(first, second));
    }
  }
  return enter < leave;
}

/**
 * Labels where they stand clear of each other, of `taken` boxes and, if they can, of the lines. Earlier wishes choose first;
 * what finds no place is left out unless it must stand.
 */
export function placeLabels(
  wishes: readonly Wish[],
  bounds: Box,
  lines: readonly Obstacle[],
  taken: readonly Box[],
  measure: (text: string, strong: boolean) => number,
): PlacedLabel[] {
  const boxes: Box[] = [];
  const labels: PlacedLabel[] = [];
  for (const wish of wishes) {
    const found = bestPlace(wish, bounds, lines, taken, boxes, measure);
    if (!found) continue;
    boxes.push(found.box);
    const { box, side, text, cost } = found;
    const anchor = side.includes("e") ? "start" : side.includes("w") ? "end" : "middle";
    labels.push({
      text,
      anchor,
      x: anchor === "start" ? box.x : anchor === "end" ? box.x + box.width : box.x + box.width / 2,
      y: box.y + ASCENT,
      strong: wish.strong ?? false,
      className: `${wish.className ?? ""}${cost > 0 ? " halo" : ""}`,
    });
  }
  return labels;
}

interface Found {
  readonly box: Box;
  readonly side: Side;
  readonly text: string;
  readonly cost: number;
}

function bestPlace(
  wish: Wish,
  bounds: Box,
  lines: readonly Obstacle[],
  taken: readonly Box[],
  labels: readonly Box[],
  measure: (text: string, strong: boolean) => number,
): Found | null {
  const [low, high] = [
    Math.max(bounds.x, wish.within?.[0] ?? -Infinity),
    Math.min(bounds.x + bounds.width, wish.within?.[1] ?? Infinity),
  ];
  let best: Found | null = null;
  for (const text of wish.short === undefined ? [wish.text] : [wish.text, wish.short]) {
    const width = measure(text, wish.strong ?? false);
    for (const at of wish.at) {
      for (const side of at.sides ?? wish.sides) {
        const box = boxAt(at, side, wish.gap ?? 8, width);
        if (box.x < low || box.x + width > high || box.y < bounds.y || box.y + HEIGHT > bounds.y + bounds.height)
          continue;
        if (taken.some((other) => overlap(box, other)) || labels.some((other) => overlap(box, other, AIR))) continue;
        const letters = { x: box.x, y: box.y + LETTERS.top, width, height: HEIGHT - LETTERS.top - LETTERS.bottom };
        const cost = lines.reduce(
          (sum, { points, weight }) =>
            points.some((point, index) => index > 0 && crosses(letters, points[index - 1]!, point))
              ? sum + weight
              : sum,
          0,
        );
        if (cost <= (wish.bears ?? 0)) return { box, side, text, cost };
        if (!best || cost < best.cost) best = { box, side, text, cost };
      }
    }
  }
  return best && (wish.must || best.cost <= BEARABLE) ? best : null;
}
