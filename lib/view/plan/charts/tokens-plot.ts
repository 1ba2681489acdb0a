import { logSteps, ticks, type Axis } from "@/lib/view/chart";
import { MOST_ROWS, type TokensChart, type TokensPool } from "./tokens";
import { formatCompact } from "@/lib/view/text";
import { toGeometry } from "@/lib/money";
import { ACCOUNTING_NAMES, poolName } from "@/lib/view/names";

/** A tier’s limit in a row. */
interface TokensMark {
  readonly at: number;
  readonly text: string;
  readonly shortText: string;
  readonly own: boolean;
  /** Which labels are placed first: one’s own tier, then those that the finding names. */
  readonly rank: number;
}

/** One row: a span from the mean to the peak, and the limits around it. */
interface TokensRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly mean: number;
  readonly peak: number;
  readonly meanText: string;
  readonly peakText: string;
  readonly marks: readonly TokensMark[];
  /** A single request that is charged more than the limit of the scenario’s tier. */
  readonly charge: { readonly at: number; readonly text: string } | null;
  readonly state: "fits" | "over" | "unknown";
}

/** The drawing of a tokens chart: a log scale across, rows down. */
export interface TokensPlot {
  readonly x: Axis;
  readonly xLabel: string;
  readonly rows: readonly TokensRow[];
}

function row({ pool, rule, mean, peak, limits, least, tooLarge, over }: TokensPool, index: number): TokensRow {
  return {
    key: rule ?? pool,
    name: rule ? ACCOUNTING_NAMES[rule] : poolName(pool),
    about: rule && index === 0 ? "in force" : "",
    mean: toGeometry(mean),
    peak: toGeometry(peak),
    meanText: formatCompact(toGeometry(mean)),
    peakText: formatCompact(toGeometry(peak)),
    marks: limits.map(({ tiers, limit, own }, at) => {
      const [first, last] = [tiers[0]!, tiers.at(-1)!];
      const name = first === last ? String(first) : tiers.length === 5 ? "limit" : `${first}–${last}`;
      return {
        at: toGeometry(limit),
        text: `${tiers.length === 5 ? "limit" : `tier\u00a0${name}`}: ${formatCompact(toGeometry(limit))}`,
        shortText: name,
        own,
        rank: [own, at === limits.length - 1, least !== null && tiers.includes(least), true].indexOf(true),
      };
    }),
    charge: tooLarge && { at: toGeometry(tooLarge), text: `one request ${formatCompact(toGeometry(tooLarge))}` },
    state: over === null ? "unknown" : over ? "over" : "fits",
  };
}

/** Rows, axis and labels of a tokens chart. */
export function tokensPlot({ rows }: TokensChart): TokensPlot {
  const shown = rows.slice(0, MOST_ROWS).map(row);
  const values = shown
    .flatMap(({ mean, peak, charge, marks }) => [mean, peak, charge?.at ?? 0, ...marks.map(({ at }) => at)])
    .filter((value) => value > 0);
  const x = values.length ? { from: Math.min(...values) / 2, to: Math.max(...values) * 2 } : { from: 1, to: 1000 };
  return {
    x: { ...x, ticks: ticks(logSteps(x.from, x.to, 6), formatCompact) },
    xLabel: "tokens a minute, log scale",
    rows: shown,
  };
}
