import { isInputOnly, USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { divide, parseDecimal } from "@/lib/money";
import { attemptsPerYear, chargeMilli, outputMilli } from "@/lib/rates";
import type { Scenario } from "@/lib/scenario";
import { withRate } from "@/lib/scenario/ranges";
import { MILLI, milli } from "@/lib/fields";
import { limitPoolOf, modelOfPool, poolLimits } from "@/lib/facts";
import { isTooLarge } from "./too-large";
import type { Estimate } from "./types";

/**
 * How many wanted requests of the scenario's mean cost `budgetUsd` pays for in a month, rounded down; `null`
 * where a cost is unknown or every request is free.
 */
export function requestsForBudget({ cost }: Estimate, budgetUsd: string): bigint | null {
  const budget = parseDecimal(budgetUsd);
  if (!budget || !cost.perRequest || cost.perRequest.n === 0n) return null;
  const requests = divide(budget, cost.perRequest);
  return requests.n / requests.d;
}

/**
 * The largest cap, a whole number up to the model's maximum output, with which workload `index` and all that
 * shares its pool still fit `tier`'s tokens a minute at the peak. `null`: no cap of at least the workload's
 * own output fits. `"any"`: the cap is not what counts (batch, rule `actual`, no published limit, a model that
 * gives no output).
 */
export function largestCap({ scenario, facts }: Estimate, index: number, tier: UsageTierId): number | null | "any" {
  const workload = scenario.workloads[index]!;
  const pool = limitPoolOf(workload, scenario);
  const model = facts.get(modelOfPool(pool))!;
  const { tpm } = poolLimits(facts, pool, tier, scenario.usageTier);
  if (tier === "free") return null;
  if (workload.serviceTier === "batch" || scenario.tokenAccounting === "actual" || tpm === null || isInputOnly(model))
    return "any";
  let others = 0n;
  scenario.workloads.forEach((other, n) => {
    if (n !== index && other.serviceTier !== "batch" && limitPoolOf(other, scenario) === pool) {
      others +=
        attemptsPerYear(other) * BigInt(milli(other.peakToMean)) * BigInt(chargeMilli(other, scenario.tokenAccounting));
    }
  });
  // Attempts in millionths a year, peak and charge in thousandths: the limit a year in the same unit is tpm ×
  // 525,600 × 10^12.
  const room = BigInt(milli(tpm)) * 525_600n * 10n ** 9n - others;
  const each = attemptsPerYear(workload) * BigInt(milli(workload.peakToMean));
  const chargeRoom = room < 0n ? -1n : room / each;
  const charge = Math.min(Number(chargeRoom), milli(tpm));
  const input = milli(workload.inputTokens);
  const caps = scenario.tokenAccounting === "prompt-plus-cap" ? charge - input : charge >= input ? charge : -1;
  const largest = Math.min(Math.floor(caps / MILLI), Math.floor(model.maxOutputTokens ?? Infinity));
  return largest >= 1 && largest * MILLI >= outputMilli(workload) ? largest : null;
}

/** What one usage tier allows of a scenario. */
export interface TierAnswer {
  readonly usageTier: UsageTierId;
  /**
   * Factor on all traffic until the first limit, money included; `null` where the tier cannot run it or sets
   * no limit.
   */
  readonly highestScale: number | null;
  /** The same without the monthly usage limit. */
  readonly highestRateScale: number | null;
  /** `largestCap` of each workload. */
  readonly largestCaps: readonly (number | null | "any")[];
}

/** The highest rate and the largest caps that still fit each usage tier, Free first. */
export function tierAnswers(estimate: Estimate): TierAnswer[] {
  return USAGE_TIERS.map(({ id }, index) => {
    const verdict = estimate.fit.tiers[index]!;
    const runs = !isTooLarge(verdict) && !verdict.reasons.includes("tier-not-supported");
    return {
      usageTier: id,
      highestScale: runs ? verdict.scaleAtLimit : null,
      highestRateScale: runs ? verdict.rates.scaleAtLimit : null,
      largestCaps: estimate.scenario.workloads.map((_, workload) => largestCap(estimate, workload, id)),
    };
  });
}

/** All rates and the ranges of them times `factor`, each rounded down to three decimals but never below 0.001. */
export function scaleRequests(scenario: Scenario, factor: number): Scenario {
  const rate = (requests: number) => Math.min(1e12, Math.max(1, Math.floor(requests * factor * MILLI)) / MILLI);
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload) => withRate(workload, rate)),
  };
}
