import type { Breaking } from "@/lib/simulation";
import type { Policy } from "@/lib/scenario";
import { formatCompact, formatNumber } from "@/lib/view/text";
import { listed, poolName } from "@/lib/view/names";
import { poolsByLimits, unpublishedText } from "./open";
import { policyOf, type SimulatedTraffic } from "./words";

/** A multiple of the traffic to look at, and on which side of the break it is. */
interface BreakMark {
  readonly scale: number;
  /** `2.31×` */
  readonly text: string;
  readonly broken: boolean;
}

/** The multiple of its traffic at which a scenario breaks, in words. */
export interface BreakingView {
  readonly finding: string;
  /** What counts as broken. */
  readonly definition: string;
  readonly marks: readonly BreakMark[];
}

const FELT: Readonly<Record<Policy, string>> = {
  queue: "waits over a minute",
  retry: "fails after six attempts",
  drop: "fails",
};
const DEFINITIONS: Readonly<Record<Policy, string>> = {
  queue: "Broken: a request waits over a minute, waits without end or is too large.",
  retry: "Broken: a request fails after six attempts or is too large.",
  drop: "Broken: a request fails or is too large.",
};

/**
 * Both multiples to as many digits as set them apart, three at least; the one that holds is not rounded up.
 */
function told(holds: number, breaks: number): [string, string] {
  for (let digits = 3; ; digits++) {
    const size = 10 ** (digits - 1 - Math.floor(Math.log10(holds)));
    const [below, above] = [
      Math.floor(holds * size * (1 + 1e-12)) / size,
      Math.ceil(breaks * size * (1 - 1e-12)) / size,
    ];
    if (below < above || digits > 12) return [formatNumber(below), formatNumber(above)];
  }
}

/**
 * How much traffic the limits bear and what happens beyond, in multiples of the scenario’s own. For pools
 * without a known limit it says that it cannot be told. `null` while the search runs.
 */
export function breakingView({ input, main }: SimulatedTraffic, breaking: Breaking | null): BreakingView | null {
  const { scenario, trace } = input;
  const policy = policyOf(scenario);
  const definition = DEFINITIONS[policy];
  if (trace) return { finding: "A trace is replayed as it is and cannot be scaled", definition, marks: [] };
  const large = main.pools.find(({ neverFits }) => neverFits > 0);
  if (large)
    return { finding: `Holds at no rate: a request on ${poolName(large.pool)} is too large`, definition, marks: [] };
  const { limited, open } = poolsByLimits(input);
  if (open.length && limited.length === 0)
    return { finding: `Cannot be told: ${unpublishedText(open)}`, definition, marks: [] };
  if (!breaking) return null;
  const [on, besides] = open.length ? [` on ${listed(limited.map(poolName))}`, `; ${unpublishedText(open)}`] : ["", ""];
  const { holds, breaks, pool } = breaking;
  if (breaks === null)
    return {
      finding: `Holds ${told(holds, holds * 1.01)[0]} times this traffic${on}, the most that is tried${besides}`,
      definition,
      marks: [],
    };
  if (holds === 0)
    return {
      finding: `Breaks on ${poolName(pool!)} at ${formatCompact(breaks)} times this traffic, the least that is tried${besides}`,
      definition,
      marks: [],
    };
  const [below, above] = told(holds, breaks);
  return {
    finding: `Holds ${holds < 1 ? "only" : "up to"} ${below} times this traffic${on}; at ${above} times a request on ${poolName(pool!)} ${FELT[policy]}${besides}`,
    definition,
    marks: [
      { scale: holds, text: `${below}×`, broken: false },
      { scale: breaks, text: `${above}×`, broken: true },
    ],
  };
}
