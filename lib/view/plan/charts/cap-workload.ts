import { compare, exact, fromNumber, toNumber } from "@/lib/money";
import { attemptsPerYear, chargeMilli } from "@/lib/rates";
import type { Workload } from "@/lib/scenario";
import { milli } from "@/lib/fields";
import { limitPoolOf, poolLimits } from "@/lib/facts";
import { type Estimate } from "@/lib/estimate";
import { othersAtPeak } from "./cap";

/**
 * The workload that a cap chart opens with: of those not in batch that have room, the one that uses most of
 * its limit.
 */
export function capWorkload({ scenario, facts }: Estimate): number {
  const weights = scenario.workloads.map((workload, index) => {
    const { tpm } = poolLimits(facts, limitPoolOf(workload, scenario), scenario.usageTier, scenario.usageTier);
    if (workload.serviceTier === "batch") return -1;
    if (tpm === null) return 0;
    const charge = (other: Workload) => chargeMilli(other, scenario.tokenAccounting);
    if (compare(othersAtPeak(scenario, index, charge), fromNumber(tpm)) >= 0) return 0;
    return toNumber(
      exact(
        attemptsPerYear(workload) * BigInt(milli(workload.peakToMean)) * BigInt(charge(workload)),
        BigInt(milli(tpm)),
      ),
    );
  });
  return weights.indexOf(Math.max(...weights));
}
