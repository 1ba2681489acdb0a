import type { Box, Point } from "./geometry";
import { textWidth } from "./text-width";

/** Where a label stands to its point: compass directions; `n` and `s` are centred over it. */
export type Side = "n" | "ne" | "e" | "se" | "s" | "sw" | "w" | "nw";

/** A point a label may stand at. */
interface LabelPlace extends Point {
  /** Replaces the sides of the label at this point. */
  readonly sides?: readonly Side[];
}

/**
 * The colour of a label: `faint` names what is less important, `over` and `ok` a state, `inverse` stands on a
 * bar.
 */
export type LabelTone = "plain" | "faint" | "over" | "ok" | "inverse";

/** A label and the places it may take, the best first. */
export interface Label {
  readonly text: string;
  /** Replaces the text where that finds no room. */
  readonly short?: string;
  readonly at: readonly LabelPlace[];
  readonly sides: readonly Side[];
  /** Pixels between point and label; 8 by default. */
  readonly gap?: number;
  /** Left and right ends it keeps to, inside those of the plot. */
  readonly within?: readonly [number, number];
  /** Set in bold. */
  readonly strong?: boolean;
  readonly tone?: LabelTone;
  /** Outlined in the colour of the page, so that it reads over lines. */
  readonly halo?: boolean;
  /** The first place with at most this weight of crossed lines is taken; 0 by default. */
  readonly crossings?: number;
  /** Drawn even where it crosses lines of more weight than `BEARABLE`; others are left to the table. */
  readonly required?: boolean;
}

/** A line that labels keep clear of, and how much a crossing weighs. */
export interface LabelObstacle {
  readonly points: readonly Point[];
  readonly weight: number;
}

/** A label where it stands: `x` is its start, middle or end as `anchor` says, `y` its baseline. */
export interface PlacedLabel extends Point {
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly strong: boolean;
  readonly tone: LabelTone;
  readonly halo: boolean;
}

/** What labels are placed among. */
export interface Surroundings {
  /** No label leaves these bounds. */
  readonly bounds: Box;
  /** Lines to keep clear of; `null` is none. */
  readonly lines?: readonly (LabelObstacle | null)[];
  /** Boxes no label may cover. */
  readonly taken?: readonly Box[];
  /** Width of a text in pixels. */
  readonly measure?: typeof textWidth;
}

const HEIGHT = 14;
/** From the top of a label to its baseline. */
const ASCENT = 11;
/** The letters of a label leave this much of its box free: a line there runs beside them. */
const LETTERS = { top: 1, bottom: 3 };
/** Pixels between two labels of one line. */
const AIR = 6;
/** The most weight a label that is not required may cross: one thin line. */
const BEARABLE = 1;

function boxAt({ x, y }: Point, side: Side, gap: number, width: number): Box {
  const left = side.includes("e") ? x + gap : side.includes("w") ? x - gap - width : x - width / 2;
  const above = y - HEIGHT - (side === "n" ? gap : 1);
  const below = y + (side === "s" ? gap : 2);
  const top = side.startsWith("n") ? above : side.startsWith("s") ? below : y - HEIGHT / 2;
  return { x: left, y: top, width, height: HEIGHT };
}

/** Whether two boxes touch, or stand side by side with less than `air` pixels between them. */
export function overlap(a: Box, b: Box, air = 0): boolean {
  return a.x < b.x + b.width + air && b.x < a.x + a.width + air && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the segment from `a` to `b` passes through the inside of the box. */
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
 * Places labels clear of each other, of `taken` boxes and, where they can, of the lines. Earlier labels
 * choose first; `null` is no label. A label that finds no place is left out; a required one crosses lines,
 * but never another label.
 */
export function placeLabels(labels: readonly (Label | null)[], surroundings: Surroundings): PlacedLabel[] {
  const boxes: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const found = label && bestPlace(label, surroundings, boxes);
    if (!found) continue;
    const { box, side, text, cost } = found;
    boxes.push(box);
    const anchor = side.includes("e") ? "start" : side.includes("w") ? "end" : "middle";
    const offset = { start: 0, middle: box.width / 2, end: box.width }[anchor];
    placed.push({
      text,
      anchor,
      x: box.x + offset,
      y: box.y + ASCENT,
      strong: label.strong ?? false,
      tone: label.tone ?? "plain",
      halo: label.halo === true || cost > 0,
    });
  }
  return placed;
}

interface Found {
  readonly box: Box;
  readonly side: Side;
  readonly text: string;
  /** The weight of the lines it crosses. */
  readonly cost: number;
}

function bestPlace(label: Label, { bounds, lines = [], taken = [], measure = textWidth }: Surroundings, others: Box[]) {
  const low = Math.max(bounds.x, label.within?.[0] ?? -Infinity);
  const high = Math.min(bounds.x + bounds.width, label.within?.[1] ?? Infinity);
  const fits = ({ x, y, width }: Box) =>
    x >= low && x + width <= high && y >= bounds.y && y + HEIGHT <= bounds.y + bounds.height;
  let best: Found | null = null;
  for (const { text, width, at, side } of candidates(label, measure)) {
    const box = boxAt(at, side, label.gap ?? 8, width);
    if (!fits(box)) continue;
    if (taken.some((other) => overlap(box, other)) || others.some((other) => overlap(box, other, AIR))) continue;
    const cost = costOf(box, lines);
    if (cost <= (label.crossings ?? 0)) return { box, side, text, cost };
    if (!best || cost < best.cost) best = { box, side, text, cost };
  }
  return best && (label.required || best.cost <= BEARABLE) ? best : null;
}

/** Every text, point and side of a label, the best first; each text is measured once. */
function* candidates({ text, short, strong, at: places, sides }: Label, measure: typeof textWidth) {
  for (const each of short === undefined ? [text] : [text, short]) {
    const width = measure(each, strong ?? false);
    for (const at of places) for (const side of at.sides ?? sides) yield { text: each, width, at, side };
  }
}

/** The weight of the lines that pass through the letters of a label. */
function costOf({ x, y, width }: Box, lines: readonly (LabelObstacle | null)[]): number {
  const letters = { x, y: y + LETTERS.top, width, height: HEIGHT - LETTERS.top - LETTERS.bottom };
  let cost = 0;
  for (const line of lines) {
    if (line?.points.some((point, index) => index > 0 && crosses(letters, line.points[index - 1]!, point)))
      cost += line.weight;
  }
  return cost;
}
