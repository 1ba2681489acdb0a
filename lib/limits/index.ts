import { compare, divide, exact, fromNumber, parseDecimal, toNumber, ZERO, type Exact } from "@/lib/money";
import { usageTier, type UsageTierId } from "@/lib/catalogue";
import { attemptsPerYear, chargeMilli } from "@/lib/rates";
import { poolOf, type Scenario } from "@/lib/scenario";
import { milli } from "@/lib/fields";
import { hasDailyLimit, tierLimits, type ModelFacts } from "@/lib/facts";

export type Dimension = "rpm" | "tpm" | "rpd" | "tpd" | "batch-queue" | "monthly-usage";

/** The pool of the row `monthly-usage`. */
export const ACCOUNT = "account";

/** What the workloads of one pool ask of one limit: per minute for `rpm` and `tpm`, per day for `rpd` and `tpd`, tokens for `batch-queue`, USD for `monthly-usage`. Exact. */
export interface Demand {
  readonly pool: string;
  readonly dimension: Dimension;
  /** `null`: a cost is unknown. */
  readonly mean: Exact | null;
  readonly peak: Exact | null;
  /** The peak as a double, near enough to sort out every case that is not within 1e-9 of a tie. */
  readonly nearPeak: number;
}

function near({ n, d }: Exact): number {
  return Number(n) / Number(d);
}

const demand = (pool: string, dimension: Dimension, mean: Exact, peak: Exact): Demand => ({
  pool,
  dimension,
  mean,
  peak,
  nearPeak: near(peak),
});

// Attempts are in millionths a year; charges, tokens, peaks and hours in thousandths.
const MINUTES = 525_600n;
const RPM_MEAN = MINUTES * 10n ** 6n;
const RPM_PEAK = MINUTES * 10n ** 9n;
const TPM_MEAN = MINUTES * 10n ** 9n;
const TPM_PEAK = MINUTES * 10n ** 12n;
const RPD = 365n * 10n ** 6n;
const TPD = 365n * 10n ** 9n;
const QUEUE = 8_760n * 10n ** 12n;

/**
 * Every demand of a scenario, in the order of the estimate's rows: per pool by first appearance `rpm` and `tpm` if a workload that is not batch uses it, with `rpd` and `tpd` where some usage tier has such a limit;
 * `batch-queue` if a batch one does; last `account` with `monthly-usage`. All workloads on a model, by any of its names, share its pool; flex and priority count as standard; retries are in. The peak of a day is its mean.
 */
export function demands(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  monthlyCost: Exact | null,
): Demand[] {
  interface Sums {
    requests: bigint;
    requestsPeak: bigint;
    tokens: bigint;
    tokensPeak: bigint;
    enqueued: bigint;
    live: boolean;
    batch: boolean;
  }
  const pools = new Map<string, Sums>();
  for (const workload of scenario.workloads) {
    const pool = poolOf(workload.model);
    let sums = pools.get(pool);
    if (!sums)
      pools.set(
        pool,
        (sums = {
          requests: 0n,
          requestsPeak: 0n,
          tokens: 0n,
          tokensPeak: 0n,
          enqueued: 0n,
          live: false,
          batch: false,
        }),
      );
    const attempts = attemptsPerYear(workload);
    if (workload.serviceTier === "batch") {
      sums.batch = true;
      sums.enqueued += attempts * BigInt(milli(workload.inputTokens));
    } else {
      sums.live = true;
      const peak = BigInt(milli(workload.peakToMean));
      const tokens = attempts * BigInt(chargeMilli(workload, scenario.tokenAccounting));
      sums.requests += attempts;
      sums.requestsPeak += attempts * peak;
      sums.tokens += tokens;
      sums.tokensPeak += tokens * peak;
    }
  }
  const turnaround = BigInt(milli(scenario.batchTurnaroundHours));
  const list: Demand[] = [];
  for (const [pool, sums] of pools) {
    if (sums.live) {
      const daily = (dimension: "rpd" | "tpd", mean: Exact) => {
        if (hasDailyLimit(facts.get(pool)!, dimension, scenario.usageTier))
          list.push(demand(pool, dimension, mean, mean));
      };
      list.push(demand(pool, "rpm", exact(sums.requests, RPM_MEAN), exact(sums.requestsPeak, RPM_PEAK)));
      list.push(demand(pool, "tpm", exact(sums.tokens, TPM_MEAN), exact(sums.tokensPeak, TPM_PEAK)));
      daily("rpd", exact(sums.requests, RPD));
      daily("tpd", exact(sums.tokens, TPD));
    }
    if (sums.batch) {
      const enqueued = exact(sums.enqueued * turnaround, QUEUE);
      list.push(demand(pool, "batch-queue", enqueued, enqueued));
    }
  }
  list.push(
    monthlyCost
      ? demand(ACCOUNT, "monthly-usage", monthlyCost, monthlyCost)
      : { pool: ACCOUNT, dimension: "monthly-usage", mean: null, peak: null, nearPeak: 0 },
  );
  return list;
}

/** One limit of one usage tier; `null` where it is unpublished or the tier does not offer the model. */
export interface Limit {
  readonly exact: Exact;
  readonly near: number;
}

/** What a demand meets at a usage tier: a limit, one that is unpublished (`null`), or none of the kind (`undefined`). */
export type Met = Limit | null | undefined;

const limit = (value: number | null): Limit | null =>
  value === null ? null : { exact: fromNumber(value), near: value };

/** The month's usage limit at `tier`, USD: the user's own at the scenario's tier, else the tier's. */
export function monthlyUsageLimit(scenario: Scenario, tier: UsageTierId): Exact {
  const own = tier === scenario.usageTier ? scenario.monthlyUsageLimitUsd : undefined;
  return parseDecimal(own ?? usageTier(tier).monthlyUsageLimitUsd)!;
}

/** What each demand meets at `tier`, in the order of `demands`. */
export function limitsFor(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  demanded: readonly Demand[],
  tier: UsageTierId,
): Met[] {
  let pool = "";
  let current: ReturnType<typeof tierLimits>;
  return demanded.map((row) => {
    if (row.dimension === "monthly-usage") {
      const usd = monthlyUsageLimit(scenario, tier);
      return { exact: usd, near: near(usd) };
    }
    if (row.pool !== pool) current = tierLimits(facts.get((pool = row.pool))!, tier, scenario.usageTier);
    if (row.dimension === "rpd" || row.dimension === "tpd") return limit(current[row.dimension]) ?? undefined;
    return limit(row.dimension === "batch-queue" ? current.batchQueueTokens : current[row.dimension]);
  });
}

const TIE = 1e-9;

/** Whether the peak is over the limit, exactly: a demand equal to its limit fits. */
export function isOver(row: Demand, limit: Limit): boolean {
  const ratio = row.nearPeak / limit.near;
  if (ratio > 1 + TIE) return true;
  if (ratio < 1 - TIE) return false;
  return row.peak !== null && compare(row.peak, limit.exact) > 0;
}

/** The index of the row with the least headroom, first among equals; -1 where no row has a headroom. */
export function bindsFirst(demanded: readonly Demand[], limits: readonly Met[]): number {
  let best = -1;
  let bestRatio = 0;
  for (let i = 0; i < demanded.length; i++) {
    const row = demanded[i]!;
    const own = limits[i];
    if (!own || !row.peak || row.peak.n === 0n) continue;
    const ratio = row.nearPeak / own.near;
    if (best >= 0) {
      if (ratio < bestRatio * (1 - TIE)) continue;
      if (
        ratio <= bestRatio * (1 + TIE) &&
        compare(divide(row.peak, own.exact), divide(demanded[best]!.peak!, limits[best]!.exact)) <= 0
      )
        continue;
    }
    best = i;
    bestRatio = ratio;
  }
  return best;
}

/** limit ÷ demand at the peak, the nearest double; `null` without a limit or without demand. */
export function headroom(row: Demand, limit: Met): number | null {
  return limit && row.peak && row.peak.n !== 0n ? toNumber(divide(limit.exact, row.peak)) : null;
}

/** demand at the peak ÷ limit, the nearest double; 0 without demand, `null` without a limit or where the demand is unknown. */
export function utilisation(row: Demand, limit: Met): number | null {
  if (!limit || !row.peak) return null;
  return toNumber(row.peak.n === 0n ? ZERO : divide(row.peak, limit.exact));
}
