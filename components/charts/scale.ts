import type { Axis, Tick } from "@/lib/view/chart";
import { textWidth } from "./text-width";

/** Data to pixels. */
export type Scale = (value: number) => number;

export function logScale({ from, to }: Axis, start: number, end: number): Scale {
  const [low, span] = [Math.log(from), Math.log(to) - Math.log(from)];
  return (value) => start + ((Math.log(value) - low) / span) * (end - start);
}

export function linearScale({ from, to }: Axis, start: number, end: number): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** The plot inside its axes, in pixels of the drawing. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedTick extends Tick {
  readonly at: number;
  /** Where its label starts or ends, so that it stays over the plot. */
  readonly anchor: "start" | "middle" | "end";
}

const GAP = 10;

/** The ticks of an axis across whose labels stand clear of each other, the lowest ranks first. */
export function fitTicks(ticks: readonly Tick[], scale: Scale, { left, right }: Area): PlacedTick[] {
  const taken: { from: number; to: number }[] = [];
  const placed: PlacedTick[] = [];
  for (const tick of [...ticks].sort((a, b) => a.rank - b.rank)) {
    const at = scale(tick.value);
    const width = textWidth(tick.label, tick.strong);
    const anchor = at - width / 2 < left - 4 ? "start" : at + width / 2 > right + 4 ? "end" : "middle";
    const from = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
    if (
      at < left - 0.5 ||
      at > right + 0.5 ||
      taken.some((other) => from < other.to + GAP && from + width > other.from - GAP)
    )
      continue;
    taken.push({ from, to: from + width });
    placed.push({ ...tick, at, anchor });
  }
  return placed.sort((a, b) => a.at - b.at);
}
