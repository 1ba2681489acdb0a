import { hasDailyLimit, limitPoolOf, limitPools, type ModelFacts } from "@/lib/facts";
import { milli } from "@/lib/fields";
import { exact, multiply, type Exact } from "@/lib/money";
import { attemptsPerYear, chargeMilli } from "@/lib/rates";
import type { Scenario, Workload } from "@/lib/scenario";
import { toNear, type Demand, type Dimension } from "./types";

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
 * What the workloads of one pool add up to, in the units above. `live`, `batch`: whether there is a workload
 * of the kind.
 */
export interface PoolSums {
  readonly requests: bigint;
  readonly requestsPeak: bigint;
  readonly tokens: bigint;
  readonly tokensPeak: bigint;
  readonly enqueued: bigint;
  readonly live: boolean;
  readonly batch: boolean;
}

const NOTHING: PoolSums = {
  requests: 0n,
  requestsPeak: 0n,
  tokens: 0n,
  tokensPeak: 0n,
  enqueued: 0n,
  live: false,
  batch: false,
};

/** What two groups of workloads on one pool add up to. */
export const addPoolSums = (a: PoolSums, b: PoolSums): PoolSums => ({
  requests: a.requests + b.requests,
  requestsPeak: a.requestsPeak + b.requestsPeak,
  tokens: a.tokens + b.tokens,
  tokensPeak: a.tokensPeak + b.tokensPeak,
  enqueued: a.enqueued + b.enqueued,
  live: a.live || b.live,
  batch: a.batch || b.batch,
});

/** What workloads on one pool add up to. */
export function sumsOf(workloads: readonly Workload[], { tokenAccounting }: Scenario): PoolSums {
  const sums = { ...NOTHING };
  for (const workload of workloads) {
    const attempts = attemptsPerYear(workload);
    if (workload.serviceTier === "batch") {
      sums.batch = true;
      sums.enqueued += attempts * BigInt(milli(workload.inputTokens));
      continue;
    }
    const peak = BigInt(milli(workload.peakToMean));
    const tokens = attempts * BigInt(chargeMilli(workload, tokenAccounting));
    sums.live = true;
    sums.requests += attempts;
    sums.requestsPeak += attempts * peak;
    sums.tokens += tokens;
    sums.tokensPeak += tokens * peak;
  }
  return sums;
}

/** The sums of every pool, in the order of `demands`. */
export function sumsByPool(
  scenario: Scenario,
  workloads: readonly Workload[] = scenario.workloads,
): ReadonlyMap<string, PoolSums> {
  const members = new Map<string, Workload[]>(limitPools(scenario, workloads).map((pool) => [pool, []]));
  for (const workload of workloads) members.get(limitPoolOf(workload, scenario))!.push(workload);
  return new Map([...members].map(([pool, own]) => [pool, sumsOf(own, scenario)]));
}

/** What demands rest on beside the sums of the pools. */
interface DemandsInput {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly monthlyCost: Exact | null;
}

/**
 * Every demand of a scenario, in the order of the estimate's rows. Per pool, models by first appearance and a
 * model’s long requests after its others: `rpm` and `tpm` if a workload that is not batch uses it, with `rpd`
 * and `tpd` where some usage tier has such a limit; `batch-queue` if a batch workload uses it. Last the
 * account's `monthly-usage`. All workloads on a model, by any of its names, share its pool, but for requests
 * so long that they have limits of their own; flex and priority count as standard; retries are included.
 */
export function demands(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  monthlyCost: Exact | null,
): Demand[] {
  return demandsOf(sumsByPool(scenario), { scenario, facts, monthlyCost });
}

/** The same of pools whose sums are known, in their order. */
export function demandsOf(
  pools: Iterable<readonly [pool: string, sums: PoolSums]>,
  { scenario, facts, monthlyCost }: DemandsInput,
): Demand[] {
  const turnaround = BigInt(milli(scenario.batchTurnaroundHours));
  const list: Demand[] = [];
  const add = (pool: string, dimension: Dimension, mean: Exact, peak = mean) =>
    list.push({ pool, dimension, mean, peak, nearPeak: toNear(peak) });
  for (const [pool, sums] of pools) {
    const isDaily = (dimension: "rpd" | "tpd") => hasDailyLimit(facts, pool, dimension, scenario.usageTier);
    if (sums.live) {
      add(pool, "rpm", exact(sums.requests, RPM_MEAN), exact(sums.requestsPeak, RPM_PEAK));
      add(pool, "tpm", exact(sums.tokens, TPM_MEAN), exact(sums.tokensPeak, TPM_PEAK));
      if (isDaily("rpd")) add(pool, "rpd", exact(sums.requests, RPD));
      if (isDaily("tpd")) add(pool, "tpd", exact(sums.tokens, TPD));
    }
    if (sums.batch) add(pool, "batch-queue", exact(sums.enqueued * turnaround, QUEUE));
  }
  if (monthlyCost) add("account", "monthly-usage", monthlyCost);
  else list.push({ pool: "account", dimension: "monthly-usage", mean: null, peak: null, nearPeak: 0 });
  return list;
}

/** The same demand with every rate of requests `times` as high, exactly. */
export function scaleDemand(row: Demand, times: Exact): Demand {
  const peak = row.peak && multiply(row.peak, times);
  return { ...row, mean: row.mean && multiply(row.mean, times), peak, nearPeak: peak ? toNear(peak) : 0 };
}
