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
interface PoolSums {
  requests: bigint;
  requestsPeak: bigint;
  tokens: bigint;
  tokensPeak: bigint;
  enqueued: bigint;
  live: boolean;
  batch: boolean;
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

function addTo(sums: PoolSums, workload: Workload, { tokenAccounting }: Scenario): void {
  const attempts = attemptsPerYear(workload);
  if (workload.serviceTier === "batch") {
    sums.batch = true;
    sums.enqueued += attempts * BigInt(milli(workload.inputTokens));
    return;
  }
  const peak = BigInt(milli(workload.peakToMean));
  const tokens = attempts * BigInt(chargeMilli(workload, tokenAccounting));
  sums.live = true;
  sums.requests += attempts;
  sums.requestsPeak += attempts * peak;
  sums.tokens += tokens;
  sums.tokensPeak += tokens * peak;
}

/** The sums of every pool, in the order of `demands`. */
function sumsByPool(scenario: Scenario): ReadonlyMap<string, PoolSums> {
  const pools = new Map(limitPools(scenario).map((pool) => [pool, { ...NOTHING }] as const));
  for (const workload of scenario.workloads) addTo(pools.get(limitPoolOf(workload, scenario))!, workload, scenario);
  return pools;
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
  const turnaround = BigInt(milli(scenario.batchTurnaroundHours));
  const list: Demand[] = [];
  const add = (pool: string, dimension: Dimension, mean: Exact, peak = mean) =>
    list.push({ pool, dimension, mean, peak, nearPeak: toNear(peak) });
  for (const [pool, sums] of sumsByPool(scenario)) {
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
