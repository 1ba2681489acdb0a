import { demands, limitsFor, utilisation } from "@/lib/limits";
import type { Estimate } from "@/lib/estimate";
import { chargeMilli } from "@/lib/rates";
import { limitPoolOf } from "@/lib/facts";
import { CHOICES, type TokenAccounting } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { formatNumber, formatPercent } from "@/lib/view/text";
import { ACCOUNTING_NAMES, workloadName } from "@/lib/view/names";

/** The rules by which tokens are charged, side by side. */
export interface AccountingView {
  /** The workload whose charges are shown; `null` where all are batch. */
  readonly workload: string | null;
  readonly rules: readonly {
    readonly rule: TokenAccounting;
    readonly name: string;
    readonly charge: string;
    readonly share: string;
    readonly meaning: string;
  }[];
}

/** What each rule charges, in a few words. */
export const RULE_MEANINGS: Readonly<Record<TokenAccounting, string>> = {
  "prompt-plus-cap": "input plus the cap, used or not",
  "larger-of": "the cap or the input, whichever is more",
  actual: "input plus output",
};

/**
 * Each rule with what it charges a request of the first workload not in batch, and the share of its pool’s
 * tokens a minute.
 */
export function accountingView({ scenario, facts }: Estimate): AccountingView {
  const index = scenario.workloads.findIndex(({ serviceTier }) => serviceTier !== "batch");
  const workload = scenario.workloads[index];
  const pool = workload && limitPoolOf(workload, scenario);
  return {
    workload: workload ? workloadName(scenario, index) : null,
    rules: CHOICES.tokenAccounting.map((rule) => {
      const demanded = demands({ ...scenario, tokenAccounting: rule }, facts, null).filter(
        (row) => row.pool === pool && row.dimension === "tpm",
      );
      const [limit] = limitsFor(scenario, facts, demanded, scenario.usageTier);
      return {
        rule,
        name: ACCOUNTING_NAMES[rule],
        meaning: RULE_MEANINGS[rule],
        charge: workload ? formatNumber(chargeMilli(workload, rule) / MILLI) : "",
        share: demanded[0] && limit ? formatPercent(utilisation(demanded[0], limit)) : "",
      };
    }),
  };
}
