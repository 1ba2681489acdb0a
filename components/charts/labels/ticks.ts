import type { Tick } from "@/lib/view/chart";
import type { PlotArea, Scale, Size } from "./geometry";
import { textWidth } from "./text-width";

/** A tick of the axis below a plot whose label has room. */
export interface PlacedTick extends Tick {
  /** Pixels from the left of the drawing. */
  readonly at: number;
  /** A label that would leave the drawing starts or ends at its tick. */
  readonly anchor: "start" | "middle" | "end";
}

/** Pixels between two tick labels. */
const GAP = 10;
/** Pixels that the first label may stand out to the left, below the labels of the values. */
const OVERHANG = 20;

/**
 * The ticks whose labels stand clear of each other, from left to right; of two that touch the lower rank
 * stays.
 */
export function fitTicks(ticks: readonly Tick[], scale: Scale, { left, right }: PlotArea): PlacedTick[] {
  const taken: { from: number; to: number }[] = [];
  const placed: PlacedTick[] = [];
  for (const tick of [...ticks].sort((a, b) => a.rank - b.rank)) {
    const at = scale(tick.value);
    const width = textWidth(tick.label, tick.strong);
    const anchor =
      at - width / 2 < Math.max(0, left - OVERHANG) ? "start" : at + width / 2 > right + 4 ? "end" : "middle";
    const from = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
    const outside = at < left - 0.5 || at > right + 0.5;
    if (outside || taken.some((other) => from < other.to + GAP && from + width > other.from - GAP)) continue;
    taken.push({ from, to: from + width });
    placed.push({ ...tick, at, anchor });
  }
  return placed.sort((a, b) => a.at - b.at);
}

/** Room kept around a plot, in pixels. */
interface Room {
  /** The least room on the left for the labels of the values; wider labels take more. */
  readonly left: number;
  readonly top: number;
  /** Below: tick labels and the name of the axis take 44, tick labels alone 28. */
  readonly bottom?: number;
  /** Between the labels of the values and the edge of the drawing. */
  readonly gap?: number;
}

/** The plot beside its ticks: the widest label fits on the left, half a label may pass the right end. */
export function plotBeside(
  ticks: readonly Tick[],
  { width, height }: Size,
  { left, top, bottom = 44, gap = 8 }: Room,
): PlotArea {
  const widest = Math.max(...ticks.map(({ label }) => textWidth(label)));
  return { left: Math.max(left, gap + widest), right: width - 12, top, bottom: height - bottom };
}
