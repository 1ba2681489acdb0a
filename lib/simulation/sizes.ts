import type { Sizes, Workload } from "@/lib/scenario";
import { normalQuantile, normalShare } from "@/lib/random";

/**
 * Sizes in tokens, each as likely as the others; one entry where all requests are alike. Their mean is the
 * workload’s, but for the last digits of a double.
 */
export type SizeTable = Float64Array;

/**
 * A table of sizes that differ has 2 to this many entries, so that the bits of a random number are a place in
 * it.
 */
export const TABLE_BITS = 13;
const TABLE_SIZE = 2 ** TABLE_BITS;
const Z95 = normalQuantile(0.95);

let grid: Float64Array | undefined;
/** Where each share of the standard normal distribution ends. Found once. */
const shareEnds = () =>
  (grid ??= Float64Array.from({ length: TABLE_SIZE }, (_, i) => normalQuantile((i + 1) / TABLE_SIZE)));

/**
 * Log-normal sizes with this mean and 95th percentile. Every entry is the mean of its share of the
 * distribution, so that no rounding of the shape moves the mean. Of the two log-normals with one p95, the
 * narrower.
 */
function logNormalTable(mean: number, p95ToMean: number): SizeTable {
  if (p95ToMean <= 1 || mean === 0) return Float64Array.of(mean);
  const sigma = Z95 - Math.sqrt(Math.max(0, Z95 ** 2 - 2 * Math.log(p95ToMean)));
  let below = 0;
  return shareEnds().map((end) => {
    const share = normalShare(end - sigma);
    const size = mean * TABLE_SIZE * (share - below);
    below = share;
    return size;
  });
}

type Quantile = readonly [share: number, size: number];

/**
 * Quantiles of real sizes. Azure LLM inference trace 2023 (CC-BY-4.0): conversation as counted in the file;
 * code and ServeGen (a reasoning model, Apache-2.0) from their published median and 95th percentile, with one
 * further point each, set so that the mean is the published one.
 */
const REAL: Readonly<
  Record<Exclude<Sizes, "fixed">, { readonly input: readonly Quantile[]; readonly output: readonly Quantile[] }>
> = {
  "azure-code": {
    input: [
      [0, 100],
      [0.5, 1469],
      [0.9, 4807],
      [0.95, 7303],
      [1, 7437],
    ],
    output: [
      [0, 2],
      [0.5, 13],
      [0.95, 90],
      [1, 214],
    ],
  },
  "azure-conversation": {
    input: [
      [0, 2],
      [0.01, 29],
      [0.05, 181],
      [0.1, 207],
      [0.2, 387],
      [0.3, 403],
      [0.4, 703],
      [0.5, 1020],
      [0.6, 1071],
      [0.7, 1130],
      [0.8, 1315],
      [0.9, 2735],
      [0.95, 4083],
      [0.98, 4098],
      [0.99, 4142],
      [0.999, 6212],
      [1, 14_050],
    ],
    output: [
      [0, 7],
      [0.01, 16],
      [0.05, 41],
      [0.1, 54],
      [0.2, 77],
      [0.3, 91],
      [0.4, 103],
      [0.5, 129],
      [0.6, 177],
      [0.7, 384],
      [0.8, 400],
      [0.9, 424],
      [0.95, 451],
      [0.98, 540],
      [0.99, 601],
      [0.999, 954],
      [1, 1000],
    ],
  },
  servegen: {
    input: [
      [0, 10],
      [0.5, 208],
      [0.95, 6714],
      [1, 9118],
    ],
    output: [
      [0, 20],
      [0.5, 792],
      [0.95, 5701],
      [1, 6430],
    ],
  },
};

/**
 * Sizes as in real data, stretched to this mean: between two quantiles, along a straight line of logarithms.
 */
function realTable(mean: number, quantiles: readonly Quantile[]): SizeTable {
  if (mean === 0) return Float64Array.of(0);
  const table = new Float64Array(TABLE_SIZE);
  let sum = 0;
  let next = 1;
  for (let i = 0; i < TABLE_SIZE; i++) {
    const share = (i + 0.5) / TABLE_SIZE;
    while (quantiles[next]![0] < share) next++;
    const [[from, low], [to, high]] = [quantiles[next - 1]!, quantiles[next]!];
    sum += table[i] = low * (high / low) ** ((share - from) / (to - from));
  }
  return table.map((size) => (size * mean * TABLE_SIZE) / sum);
}

/**
 * The sizes of one workload’s requests. Output is visible plus reasoning, and reasoning follows the visible
 * output of the same request.
 */
export interface RequestSizes {
  readonly input: SizeTable;
  /** Visible output; all of the output where there is none to see. */
  readonly visible: SizeTable;
  /** Output over visible output. */
  readonly whole: SizeTable;
}

/**
 * Makes the size tables of a workload: log-normal where it gives a p95, else of its `sizes` preset. The means
 * are the workload’s.
 */
export function sizesOf({
  inputTokens,
  visibleOutputTokens,
  reasoningTokens,
  sizes = "fixed",
  inputP95ToMean = 1,
  visibleOutputP95ToMean = 1,
  reasoningP95ToMean = 1,
}: Workload): RequestSizes {
  const table = (mean: number, p95ToMean: number, part: "input" | "output") =>
    p95ToMean > 1 || sizes === "fixed" ? logNormalTable(mean, p95ToMean) : realTable(mean, REAL[sizes][part]);
  const shown = visibleOutputTokens > 0 ? visibleOutputTokens : reasoningTokens;
  const reasoning = logNormalTable(reasoningTokens / (shown || 1), reasoningP95ToMean);
  return {
    input: table(inputTokens, inputP95ToMean, "input"),
    visible: table(shown, visibleOutputP95ToMean, "output"),
    whole: visibleOutputTokens > 0 ? reasoning.map((ratio) => 1 + ratio) : reasoning,
  };
}
