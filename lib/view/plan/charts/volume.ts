import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, divide, multiply, sum, type Exact, toGeometry } from "@/lib/money";
import type { Estimate } from "@/lib/estimate";
import { checkedSource, formatGrowth, formatTraffic, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatTier, formatUsd } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { lacksOutput } from "./lacks-output";

/** One paid tier's monthly usage limit, and the traffic, today's being 1, at which it is spent. */
interface TierStair {
  readonly tier: PaidTier;
  readonly limit: Exact;
  readonly traffic: Exact;
  /** `own`: the scenario's tier; `pays`: the least tier that pays for today's traffic. */
  readonly own: boolean;
  readonly pays: boolean;
}

/** Cost a month against traffic, with every tier's monthly usage limit. */
export interface VolumeChart extends ChartText {
  readonly drawn: true;
  readonly perMonth: Exact;
  /**
   * The same traffic all in batch, or all standard where it is all in batch already; `null`: it has no price.
   */
  readonly other: { readonly name: string; readonly perMonth: Exact } | null;
  readonly tiers: readonly TierStair[];
}

const EYEBROW = "Volume against cost";

/**
 * The cost of all workloads in the other service tier; `null` where a price is missing or nothing would
 * change.
 */
function otherCost({ cost, scenario }: Estimate): VolumeChart["other"] {
  const allBatch = scenario.workloads.every(({ serviceTier }) => serviceTier === "batch");
  const parts = cost.workloads.map(({ batchPerMonth, standardPerMonth }) =>
    allBatch ? standardPerMonth : batchPerMonth,
  );
  if (!parts.every((part) => part !== null)) return null;
  const perMonth = sum(parts);
  return perMonth.n > 0n && compare(perMonth, cost.perMonth!) !== 0
    ? { name: allBatch ? "all standard" : "all in batch", perMonth }
    : null;
}

/** Cost a month against traffic: how far each tier's monthly usage limit reaches. */
export function volumeChart(estimate: Estimate): VolumeChart | Undrawn {
  const { scenario, cost } = estimate;
  const { perMonth } = cost;
  const undrawn = (reason: string, remedy: string): Undrawn => ({ drawn: false, eyebrow: EYEBROW, reason, remedy });
  if (!perMonth) {
    const missing = cost.workloads.find((workload) => !workload.perMonth)!;
    if (lacksOutput(estimate, cost.workloads.indexOf(missing)))
      return undrawn(`${missing.model} gives no output, so the cost cannot be drawn`, "Take the output out.");
    return undrawn(`${missing.model} has no price, so its cost cannot be drawn`, "Enter your own price.");
  }
  if (perMonth.n === 0n) return undrawn("Nothing to pay, so no usage limit is ever spent", "Every price in use is 0.");

  const spent = USAGE_TIERS.slice(1).map(({ id }) => {
    const limit = monthlyUsageLimit(scenario, id);
    return { tier: id as PaidTier, limit, traffic: divide(limit, perMonth) };
  });
  const least = spent.find(({ limit }) => compare(limit, perMonth) >= 0)?.tier;
  const tiers = spent.map((stair) => ({
    ...stair,
    own: stair.tier === scenario.usageTier,
    pays: stair.tier === least,
  }));
  const other = otherCost(estimate);
  const own = scenario.modelOverrides.some(({ price }) => price) || scenario.monthlyUsageLimitUsd !== undefined;
  const sentence = finding(tiers, other);
  return {
    drawn: true,
    perMonth,
    other,
    tiers,
    eyebrow: EYEBROW,
    finding: sentence,
    units: "Dollars a month, and the traffic at which each tier’s monthly usage limit is spent",
    source: `${own ? "Your own figures; " : ""}${checkedSource("prices and usage tiers")}`,
    title: "Cost a month against traffic, with the usage limit of each tier",
    description: `Today ${formatUsd(perMonth)}. The limits are spent at these shares or multiples of today’s traffic: ${tiers.map(({ tier, traffic }) => `${formatTier(tier)} ${formatTraffic(traffic)}`).join(", ")}.`,
    table: table(perMonth, other, tiers),
  };
}

/** `2.8 % of today’s traffic`, `until it grows 5.5 times`. */
function reach(traffic: Exact): string {
  const factor = toGeometry(traffic);
  return traffic.n < traffic.d
    ? `for ${formatTraffic(traffic)} of today’s traffic`
    : traffic.n === traffic.d
      ? "for today’s traffic exactly"
      : `until traffic grows ${formatGrowth(factor)} times`;
}

function finding(tiers: readonly TierStair[], other: VolumeChart["other"]): string {
  const own = tiers.find((stair) => stair.own);
  const pays = tiers.find((stair) => stair.pays);
  const highest = tiers.at(-1)!;
  if (!own)
    return pays
      ? `${capital(formatTier(pays.tier))} pays ${reach(pays.traffic)}`
      : `Even ${formatTier(highest.tier)} pays only ${reach(highest.traffic)}`;
  const start = `${capital(formatTier(own.tier))} pays ${reach(own.traffic)}`;
  if (own.traffic.n < own.traffic.d) {
    if (pays && pays !== own)
      return `${start}; ${formatTier(pays.tier)} ${reach(pays.traffic).replace("traffic grows", "it grows")}`;
    return own === highest
      ? `${start}, and it is the highest`
      : `${start}; even ${formatTier(highest.tier)} only for ${formatTraffic(highest.traffic)}`;
  }
  const next = tiers.find(({ tier, limit }) => tier > own.tier && compare(limit, own.limit) > 0);
  if (next) return `${start}; ${formatTier(next.tier)} until ${formatGrowth(toGeometry(next.traffic))} times`;
  return other
    ? `${start}; ${other.name} until ${formatGrowth(toGeometry(divide(own.limit, other.perMonth)))} times`
    : start;
}

function table(perMonth: Exact, other: VolumeChart["other"], tiers: readonly TierStair[]): ChartText["table"] {
  const points = [
    ...tiers.map(({ tier, limit, traffic, own }) => ({
      name: `${capital(formatTier(tier))}’s limit${own ? ", in force" : ""}`,
      traffic,
      cost: limit,
    })),
    { name: "Today", traffic: { n: 1n, d: 1n }, cost: perMonth },
  ].sort((a, b) => compare(a.traffic, b.traffic));
  return {
    head: ["Point", "Traffic", "Cost a month", ...(other ? [`The same ${other.name}`] : [])],
    rows: points.map(({ name, traffic, cost }) => [
      name,
      name === "Today" ? "today’s" : formatTraffic(traffic),
      formatUsd(cost),
      ...(other ? [formatUsd(multiply(traffic, other.perMonth))] : []),
    ]),
  };
}
