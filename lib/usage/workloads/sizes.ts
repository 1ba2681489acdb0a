import { NEW_WORKLOAD, NUMBERS, CHOICES, type Sizes, type Workload } from "@/lib/scenario";
import { sizesOf } from "@/lib/simulation";
import type { Spread, UsageGroup } from "../report";
import { toThousandths } from "./rate";

type P95Field = "inputP95ToMean" | "visibleOutputP95ToMean";

const QUANTILES = [
  ["p50", 0.5],
  ["p95", 0.95],
  ["p99", 0.99],
] as const;

/**
 * Between quantiles over the mean, how far apart they are: by their logarithms, nothing counting as a
 * hundredth.
 */
function apart(table: Float64Array, mean: number, spread: Spread): number {
  return QUANTILES.reduce((sum, [name, share]) => {
    const size = table[Math.min(table.length, Math.ceil(share * table.length)) - 1]! / mean;
    return sum + Math.abs(Math.log(Math.max(size, 0.01) / Math.max(spread[name] / spread.mean, 0.01)));
  }, 0);
}

/** The preset whose quantiles are nearest to those of the parts that no log-normal describes. */
function nearest(parts: readonly { readonly part: "input" | "visible"; readonly spread: Spread }[]): Sizes {
  const distance = (sizes: Sizes) => {
    const tables = sizesOf({ ...NEW_WORKLOAD, inputTokens: 1000, visibleOutputTokens: 1000, sizes });
    return parts.reduce((sum, { part, spread }) => sum + apart(tables[part], 1000, spread), 0);
  };
  return CHOICES.sizes
    .filter((sizes) => sizes !== "fixed")
    .reduce((best, sizes) => (distance(sizes) < distance(best) ? sizes : best));
}

/**
 * How sizes differ, as the fields of a workload: log-normal where the p95 is at least the mean and at most
 * 3.868 times it; heavier tails, and means above the p95, as in the preset with the nearest quantiles.
 * Reasoning follows the visible output it belongs to, so that the output's own p95 is the visible output's.
 */
export function sizesFrom({ input, output }: Pick<UsageGroup, "input" | "output">): Pick<Workload, "sizes" | P95Field> {
  const fields: { sizes?: Sizes; inputP95ToMean?: number; visibleOutputP95ToMean?: number } = {};
  const heavy: { part: "input" | "visible"; spread: Spread }[] = [];
  for (const [field, part, spread] of [
    ["inputP95ToMean", "input", input],
    ["visibleOutputP95ToMean", "visible", output],
  ] as const) {
    if (!spread || spread.mean === 0 || spread.max - spread.mean <= spread.mean / 1000) continue;
    const ratio = toThousandths(spread.p95 / spread.mean);
    if (ratio < 1 || ratio > NUMBERS[field].max) heavy.push({ part, spread });
    else if (ratio > 1) fields[field] = ratio;
  }
  if (heavy.length > 0) fields.sizes = nearest(heavy);
  return fields;
}
