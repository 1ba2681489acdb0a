import { requestOf, sustainedUnder, type BacklogPlan } from "@/lib/batch";
import { chargeMilli } from "@/lib/rates";
import { CHOICES } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { RULE_MEANINGS, type AccountingView } from "@/lib/view/estimate";
import { requestsText } from "@/lib/view/chart";
import { formatNumber, UNKNOWN } from "@/lib/view/text";
import { ACCOUNTING_NAMES } from "@/lib/view/names";

/**
 * The three accounting rules with what each charges one request of the backlog, and the requests a minute
 * that leaves.
 */
export function backlogAccounting(plan: BacklogPlan): AccountingView {
  const request = requestOf(plan.backlog);
  return {
    workload: "A request of the backlog, and how many run a minute,",
    rules: CHOICES.tokenAccounting.map((rule) => {
      const rate = sustainedUnder(plan, rule);
      return {
        rule,
        name: ACCOUNTING_NAMES[rule],
        meaning: RULE_MEANINGS[rule],
        charge: formatNumber(chargeMilli(request, rule) / MILLI),
        share: rate ? requestsText(rate) : UNKNOWN,
      };
    }),
  };
}
