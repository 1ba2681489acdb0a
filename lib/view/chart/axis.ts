import { formatCompact, formatNumber } from "@/lib/view/text";

/** A mark on an axis. Of marks that would touch, the one with the lower rank stays. */
export interface Tick {
  readonly value: number;
  readonly label: string;
  readonly rank: number;
  /** Today's value: set in bold. */
  readonly strong?: true;
}

/** One axis: its ends in the unit of the data, and its marks in rising order. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

const SIZES = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

/**
 * A value on an axis: `0.001`, `250`, `8k`, `1.5M`. A value that is not round is written in full: `65,536`.
 */
export function formatTick(value: number): string {
  for (const [size, letter] of SIZES) {
    if (value < 1e15 && value >= size && (value * 10) % size === 0) return `${formatNumber(value / size)}${letter}`;
  }
  return value < 1000 || value >= 1e15 ? formatCompact(value) : formatNumber(value);
}

const power = (exponent: number) => (exponent < 0 ? 1 / 10 ** -exponent : 10 ** exponent);

/**
 * Round values from `from` to `to` (both above 0) for a log axis, at most about `most`: 1, 2 and 5 of every
 * decade while they are few, then every decade, then every second, third … one.
 */
export function logSteps(from: number, to: number, most = 7): number[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const within = (values: number[]) => values.filter((value) => value >= from * 0.9999 && value <= to * 1.0001);
  const decades = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const fine = within(decades.flatMap((exponent) => [power(exponent), 2 * power(exponent), 5 * power(exponent)]));
  if (fine.length <= most) return fine;
  for (let step = 1; ; step++) {
    const coarse = within(decades.filter((exponent) => exponent % step === 0).map(power));
    if (coarse.length <= most) return coarse;
  }
}

/** Round values from 0 up to the first one not below `to`, at most about `most`, for a linear axis. */
export function linearSteps(to: number, most = 6): number[] {
  const size = power(Math.floor(Math.log10(to)));
  const step =
    [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((part) => part * size).find((value) => to / value <= most - 1) ?? 10 * size;
  return Array.from({ length: Math.ceil(to / step - 1e-9) + 1 }, (_, index) => index * step);
}

/** Marks of one rank at these values. */
export function ticks(values: readonly number[], label: (value: number) => string = formatTick): Tick[] {
  return values.map((value) => ({ value, label: label(value), rank: 1 }));
}

/** The `steps + 1` values that part `from`…`to` evenly on a log scale, both ends among them. */
export function logRange(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, index) =>
    index === steps ? to : from * (to / from) ** (index / steps),
  );
}

/** A log axis that holds `from`…`to` and starts on a round value. */
export function logAxis(from: number, to: number, label: (value: number) => string = formatTickInFull): Axis {
  const decade = power(Math.floor(Math.log10(from)));
  const least = [5, 2].map((part) => part * decade).find((value) => value <= from) ?? decade;
  return { from: least, to, ticks: ticks(logSteps(least, to), label) };
}

/** A round value, in full below 10,000. */
function formatTickInFull(value: number): string {
  return value < 10_000 ? formatCompact(value) : formatTick(value);
}

/** A linear axis from 0 that holds `to`. */
export function countAxis(to: number, most = 5): Axis {
  const top = Math.max(to, 1);
  return {
    from: 0,
    to: top * 1.04,
    ticks: ticks(linearSteps(top, most).filter((value) => value <= top * 1.04 && Number.isInteger(value))),
  };
}
