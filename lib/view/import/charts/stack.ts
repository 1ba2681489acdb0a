import { type Axis, type ChartText, type Reading, type Undrawn, countAxis } from "@/lib/view/chart";
import { formatCompact, formatNumber } from "@/lib/view/text";
import { capital } from "@/lib/view/names";

/** Amounts through time: columns side by side, each made of the same parts. */
export interface StackChart extends ChartText {
  readonly drawn: true;
  /** Where each column begins, and the end of the last, on the x axis. */
  readonly edges: readonly number[];
  /** From the bottom up. */
  readonly series: readonly StackSeries[];
  readonly x: Axis;
  readonly xLabel: string;
  readonly y: Axis;
  /** What stands at the largest column. */
  readonly peakText: string;
  readonly readings: readonly Reading[];
}

/** One part of every column. */
export interface StackSeries {
  readonly name: string;
  /** Colour: a kind of token, or a model by its rank. */
  readonly tone: "input" | "output" | "first" | "second" | "third" | "rest";
  readonly values: readonly number[];
}

const SOURCE = "The imported log; nothing of it leaves this browser";

/** Why there is no chart, and what would draw one. */
export const undrawn = (eyebrow: string, reason: string, remedy: string): Undrawn => ({
  drawn: false,
  eyebrow,
  reason,
  remedy,
});

/** The parts that each column of a chart is made of. */
export interface StackParts {
  readonly edges: readonly number[];
  readonly series: readonly StackSeries[];
  readonly x: Axis;
  readonly xLabel: string;
  /** What a column is called. */
  readonly names: readonly string[];
  /** How long a column is. */
  readonly each: string;
}

/** `1 request`, `2 tokens`. */
const counted = (count: number, unit: string): string =>
  `${formatNumber(count)} ${count === 1 ? unit.replace(/s$/, "") : unit}`;

/** The total of each column, over its parts. */
export const totalsOf = ({ edges, series }: Pick<StackParts, "edges" | "series">) =>
  edges.slice(1).map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0));

/** A chart of columns with its text, table and readings. */
export function stack(
  parts: StackParts,
  text: Pick<ChartText, "eyebrow" | "finding" | "units" | "title">,
  unit: string,
  column: string,
): StackChart {
  const totals = totalsOf(parts);
  const most = Math.max(...totals);
  const at = totals.indexOf(most);
  const detail = (index: number) =>
    parts.series
      .map(({ name, values }) =>
        parts.series.length > 1 ? `${formatNumber(values[index]!)} ${name}` : counted(values[index]!, unit),
      )
      .join(", ");
  return {
    drawn: true,
    ...text,
    ...parts,
    y: countAxis(most * 1.08),
    peakText: `${formatCompact(most)}, ${parts.names[at]!}`,
    readings: totals.map((total, index) => ({
      x: (parts.edges[index]! + parts.edges[index + 1]!) / 2,
      y: total,
      text: parts.names[index]!,
      detail: detail(index),
    })),
    source: SOURCE,
    description: `${text.finding}. At most ${counted(most, unit)}, ${parts.names[at]!}.`,
    table: {
      head: [column, ...(parts.series.length > 1 ? parts.series.map(({ name }) => capital(name)) : []), capital(unit)],
      rows: totals.map((total, index) => [
        parts.names[index]!,
        ...(parts.series.length > 1 ? parts.series.map(({ values }) => formatNumber(values[index]!)) : []),
        formatNumber(total),
      ]),
    },
  };
}
