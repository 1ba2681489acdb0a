import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { demands, type Demand } from "@/lib/limits";
import { compare, divide, exact, fromNumber, type Exact, toGeometry } from "@/lib/money";
import { chargeMilli } from "@/lib/rates";
import { CHOICES, type Scenario, type TokenAccounting } from "@/lib/scenario";
import { limitPoolOf, modelOfPool, poolLimits } from "@/lib/facts";
import type { Estimate } from "@/lib/estimate";
import { checkedSource, formatGrowth, type ChartText, type Undrawn, withTable } from "@/lib/view/chart";
import { formatCompact, formatExact, formatTier, UNKNOWN } from "@/lib/view/text";
import { ACCOUNTING_NAMES, ofPool, poolName } from "@/lib/view/names";

/** A limit on tokens a minute, and the tiers that set it. */
interface TokensLimit {
  readonly tiers: readonly PaidTier[];
  readonly limit: Exact;
  /** The scenario’s own tier is among them. */
  readonly own: boolean;
}

/** What the standard workloads of one model ask of its tokens a minute. */
export interface TokensPool {
  readonly pool: string;
  /** The accounting rule the demand follows, where the chart sets several side by side. */
  readonly rule: TokenAccounting | null;
  readonly mean: Exact;
  readonly peak: Exact;
  /** Rising; empty where none is known. */
  readonly limits: readonly TokensLimit[];
  /** The lowest tier that carries the peak and every single request. */
  readonly least: PaidTier | null;
  /** What the largest request is charged, where the scenario’s tier never holds that much. */
  readonly tooLarge: Exact | null;
  /** The peak is over the limit of the scenario’s tier; `null` where that is unknown. */
  readonly over: boolean | null;
}

/** Tokens a minute of every standard pool, mean to peak, against the limits of the usage tiers. */
export interface TokensChart extends ChartText {
  readonly drawn: true;
  /**
   * The pool with the least headroom first. A single pool has one row for each accounting rule, the one in
   * force first.
   */
  readonly rows: readonly TokensPool[];
}

/** Rows that stand clear of each other in the plot. */
export const MOST_ROWS = 4;

const EYEBROW = "Tokens a minute against the tiers";

/** What the largest standard request of a pool is charged. */
function largestCharge(scenario: Scenario, pool: string): Exact {
  const charges = scenario.workloads
    .filter((workload) => workload.serviceTier !== "batch" && limitPoolOf(workload, scenario) === pool)
    .map((workload) => chargeMilli(workload, scenario.tokenAccounting));
  return exact(BigInt(Math.max(...charges)), 1000n);
}

function tokensPool(
  scenario: Scenario,
  facts: Estimate["facts"],
  { pool, mean, peak }: Demand,
  rule: TokenAccounting | null,
): TokensPool {
  const charge = largestCharge(scenario, pool);
  let tooLarge: Exact | null = null;
  const limits: TokensLimit[] = [];
  let least: PaidTier | null = null;
  let over: boolean | null = null;
  for (const { id } of USAGE_TIERS.slice(1)) {
    const tier = id as PaidTier;
    const { tpm } = poolLimits(facts, pool, tier, scenario.usageTier);
    if (tpm === null) continue;
    const limit = fromNumber(tpm);
    const carries = compare(peak!, limit) <= 0;
    const holds = compare(charge, limit) <= 0;
    if (carries && holds) least ??= tier;
    if (!holds && tier === scenario.usageTier) tooLarge = charge;
    const own = tier === scenario.usageTier;
    if (own) over = !carries;
    const same = limits.findIndex((known) => compare(known.limit, limit) === 0);
    if (same < 0) limits.push({ tiers: [tier], limit, own });
    else limits[same] = { tiers: [...limits[same]!.tiers, tier], limit, own: own || limits[same]!.own };
  }
  limits.sort((a, b) => compare(a.limit, b.limit));
  return { pool, rule, mean: mean!, peak: peak!, limits, least, tooLarge, over };
}

/** Tokens a minute, mean and peak, against the limit of every tier. */
export function tokensChart(estimate: Estimate): TokensChart | Undrawn {
  const { scenario, facts, cost } = estimate;
  const rows = estimate.limits.filter(({ demand }) => demand.dimension === "tpm");
  if (rows.length === 0)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: "All work is in batch, which no tokens-a-minute limit counts",
      remedy: "Choose standard for a workload to see its tokens a minute.",
    };
  rows.sort((a, b) => (a.headroom ?? Infinity) - (b.headroom ?? Infinity));
  const rules: readonly TokenAccounting[] = [
    scenario.tokenAccounting,
    ...CHOICES.tokenAccounting.filter((rule) => rule !== scenario.tokenAccounting),
  ];
  const pools =
    rows.length > 1
      ? rows.map(({ demand }) => tokensPool(scenario, facts, demand, null))
      : rules.map((rule) => {
          const ruled = { ...scenario, tokenAccounting: rule };
          return tokensPool(
            ruled,
            facts,
            demands(ruled, facts, cost.perMonth).find(({ dimension }) => dimension === "tpm")!,
            rule,
          );
        });
  const sentence = finding(pools.find(({ tooLarge }) => tooLarge) ?? pools[0]!, scenario.usageTier);
  const own = [...facts.values()].some(({ override }) => override?.limits?.tpm !== undefined);
  const view = {
    drawn: true as const,
    rows: pools,
    eyebrow: EYEBROW,
    finding: sentence,
    units: `Tokens a minute, from the mean to the peak, ${rows.length > 1 ? `${ACCOUNTING_NAMES[scenario.tokenAccounting].toLowerCase()}; ` : ""}against the limit of each tier${rows.length > MOST_ROWS ? `; ${rows.length - MOST_ROWS} more in the table` : ""}`,
    source: `${own ? "Your own limits; " : ""}${checkedSource("limits")}`,
    title: "Tokens a minute, mean to peak, against the limit of each usage tier",
    description: `${sentence}. The table below holds every value.`,
  };
  return withTable(view, () => table(pools, scenario.usageTier));
}

function table(pools: readonly TokensPool[], usageTier: Scenario["usageTier"]): ChartText["table"] {
  return {
    head: [
      pools[0]!.rule ? "Rule" : "Model",
      "Mean",
      "Peak",
      ...USAGE_TIERS.slice(1).map(
        ({ id }) => `${formatTier(id).replace("t", "T")}${id === usageTier ? ", in force" : ""}`,
      ),
    ],
    rows: pools.map((row) => [
      row.rule ? ACCOUNTING_NAMES[row.rule] : poolName(row.pool),
      formatCompact(toGeometry(row.mean)),
      formatCompact(toGeometry(row.peak)),
      ...USAGE_TIERS.slice(1).map(({ id }) => {
        const known = row.limits.find(({ tiers }) => tiers.includes(id as PaidTier));
        return known ? formatCompact(toGeometry(known.limit)) : UNKNOWN;
      }),
    ]),
  };
}

function finding({ pool, peak, limits, least, tooLarge, over }: TokensPool, ownTier: "free" | PaidTier): string {
  if (tooLarge)
    return `One ${modelOfPool(pool)} request is charged ${formatExact(tooLarge)} tokens, more than ${formatTier(ownTier)} ever holds; ${least === null ? "no tier holds it" : `${formatTier(least)} does`}`;
  const peakText = ofPool(pool, `peak of ${formatCompact(toGeometry(peak))} tokens a minute`);
  if (peak.n === 0n) return `${modelOfPool(pool)} asks for no tokens`;
  const highest = limits.at(-1);
  if (!highest) return `${peakText} meets no limit that is known`;
  const times = (limit: Exact) => formatGrowth(toGeometry(divide(limit, peak)));
  if (least === null)
    return `${peakText} is ${formatGrowth(toGeometry(divide(peak, highest.limit)))} times what ${limits.length === 1 && highest.tiers.length > 1 ? "its limit holds" : `${formatTier(highest.tiers.at(-1)!)} holds`}`;
  if (limits.length === 1) return `${peakText} fits its limit, with room for ${times(highest.limit)} times as much`;
  const lowest = limits[0]!.tiers[0]!;
  if (over === false && least < (ownTier as PaidTier))
    return `${peakText} fits ${formatTier(least)} already; ${formatTier(ownTier)} leaves room for ${times(limits.find(({ own }) => own)!.limit)} times`;
  if (over === false && ownTier === lowest)
    return `${peakText} fits ${formatTier(lowest)}, with room for ${times(limits[0]!.limit)} times as much`;
  return highest.tiers.includes(least)
    ? `${peakText} needs ${formatTier(least)}, with room for ${times(highest.limit)} times as much`
    : `${peakText} needs ${formatTier(least)}; ${formatTier(highest.tiers.at(-1)!)} leaves room for ${times(highest.limit)} times`;
}
