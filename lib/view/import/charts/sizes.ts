import type { Spread, UsageReport } from "@/lib/usage";
import { logAxis, type Axis, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatFactor, formatNumber } from "@/lib/view/text";
import { formatSize } from "../words";

/** Quantiles of the size of a request, a row for input and one for output, on a log scale. */
export interface SizesChart extends ChartText {
  readonly drawn: true;
  readonly rows: readonly SizesRow[];
  readonly x: Axis;
}

/** The sizes of one kind of token. */
export interface SizesRow {
  readonly name: string;
  readonly tone: "input" | "output";
  /** From the least to the most; none below 1, where a log scale begins. */
  readonly marks: readonly {
    readonly key: "p50" | "mean" | "p95" | "p99" | "max";
    readonly at: number;
    readonly text: string;
  }[];
}

const MARK_NAMES = { p50: "p50", mean: "mean", p95: "p95", p99: "p99", max: "largest" } as const;
const KEYS = ["p50", "mean", "p95", "p99", "max"] as const;

const row = (name: string, tone: SizesRow["tone"], spread: Spread): SizesRow => ({
  name,
  tone,
  marks: KEYS.map((key) => ({
    key,
    at: Math.max(1, spread[key]),
    text: `${MARK_NAMES[key]} ${formatSize(spread[key])}`,
  })).sort((a, b) => a.at - b.at),
});

/** The quantiles of input and output tokens of a request; undrawn where no single request is known. */
export function sizesChart({ total: { input, output } }: UsageReport): SizesChart | Undrawn {
  const eyebrow = "Size of a request";
  if (!input || !output || input.max < 1)
    return {
      drawn: false,
      eyebrow,
      reason: "No single request is known, so no sizes",
      remedy: "A log with a row for each request draws a chart here.",
    };
  const rows = [row("Input", "input", input), ...(output.max >= 1 ? [row("Output", "output", output)] : [])];
  const values = rows.flatMap(({ marks }) => marks.map(({ at }) => at));
  const over = input.p50 > 0 ? input.p95 / input.p50 : null;
  const finding =
    over !== null && over > 1
      ? `One request in twenty has at least ${formatFactor(over)} times the median input`
      : `Half of the requests have ${formatNumber(input.p50)} tokens of input or less`;
  return {
    drawn: true,
    eyebrow,
    title: "Size of a request",
    finding,
    units: "Tokens of a request, log scale: median to p95 thick, to the largest thin",
    source: "The imported log; quantiles are nearest-rank",
    description: `${finding}. ${rows.map(({ name, marks }) => `${name}: ${marks.map(({ text }) => text).join(", ")}`).join(". ")}.`,
    rows,
    x: logAxis(Math.max(1, Math.min(...values) / 2), Math.max(...values, 10) * 1.6),
    table: {
      head: ["Tokens", "Mean", "p50", "p95", "p99", "Largest"],
      rows: [
        ["Input", ...[input.mean, input.p50, input.p95, input.p99, input.max].map(formatSize)],
        ["Output", ...[output.mean, output.p50, output.p95, output.p99, output.max].map(formatSize)],
      ],
    },
  };
}
