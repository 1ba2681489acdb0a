import { CHECKED_ON } from "@/lib/catalogue";
import { exact, toNumber, type Exact } from "@/lib/money";
import { formatCompact, formatDay, formatFactor, formatPercent, formatRounded } from "@/lib/view/text";

/** Every value a chart draws, as text; the first cell of a row names it. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The words of a chart; all of them stand in the page before the chart is drawn. */
export interface ChartText {
  readonly eyebrow: string;
  /** The title: a sentence with this scenario's own numbers. */
  readonly finding: string;
  readonly units: string;
  readonly source: string;
  readonly table: ChartTable;
  /** What the picture is called, and what it shows, for those who do not see it. */
  readonly title: string;
  readonly description: string;
}

/** The words and values of a chart with its table, which is made when it is first asked for. */
export function withTable<Text extends object>(text: Text, make: () => ChartTable) {
  let made: ChartTable | undefined;
  return Object.defineProperty({ ...text }, "table", { enumerable: true, get: () => (made ??= make()) }) as Text & {
    readonly table: ChartTable;
  };
}

/** A point of a curve that a pointer can read, in the unit of the axes. */
export interface Reading {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly detail: string;
}

/** A chart that cannot be drawn of this scenario: why, and what would change that. */
export interface Undrawn {
  readonly drawn: false;
  readonly eyebrow: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The source of a chart: `OpenAI limits, checked 23 Nov 2026`. */
export function checkedSource(what: string): string {
  return `OpenAI ${what}, checked ${formatDay(CHECKED_ON)}`;
}

/**
 * A rate of requests without its unit: `1,481`; below 10 with one decimal, `2.5`. Rounded half up, but down
 * where that would reach `short`, a rate it falls short of.
 */
export function requestsText({ n, d }: Exact, short?: Exact): string {
  const tenfold = n < 10n * d ? 10n : 1n;
  const floor = (n * tenfold) / d;
  const near = (2n * n * tenfold + d) / (2n * d);
  const misses = short !== undefined && n * short.d < short.n * d && near * short.d >= short.n * tenfold;
  const units = misses ? floor : near;
  if (units === 0n && n > 0n) return `under ${tenfold === 10n ? "0.1" : "1"}`;
  return formatRounded(exact(units, tenfold), units % tenfold === 0n ? 0 : 1);
}

/** A rate of requests: `421 requests a minute`. */
export function requestsAMinute(rate: Exact, short?: Exact): string {
  const text = requestsText(rate, short);
  return `${text} request${text === "1" ? "" : "s"} a minute`;
}

/** A share of today's traffic below 1, a multiple of it from there: `2.8 %`, `5.5×`. */
export function formatTraffic(factor: Exact): string {
  const ratio = toNumber(factor);
  if (factor.n >= factor.d) return `${formatGrowth(ratio)}×`;
  return ratio >= 0.995 ? formatPercent(ratio) : `${formatFactor(ratio * 100)}\u202f%`;
}

/** A factor in a sentence: `5.5`, `1,400`, `649K`. */
export function formatGrowth(factor: number): string {
  return factor >= 10_000 ? formatCompact(factor) : formatFactor(factor);
}
