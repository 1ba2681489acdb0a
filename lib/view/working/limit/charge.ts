import { type Estimate } from "@/lib/estimate";
import type { RuleId } from "@/lib/rules";
import { type Workload } from "@/lib/scenario";
import { formatExact } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { larger, number, plus, type Term } from "../term";

const CHARGE_RULES = {
  "prompt-plus-cap": "tpm-charge-prompt-plus-cap",
  "larger-of": "tpm-charge-larger-of",
  actual: "tpm-charge-actual",
} as const;

/** The tokens that one request is charged against tokens a minute, and the rule it is charged by. */
export function chargeTerm(
  workload: Workload,
  accounting: Estimate["scenario"]["tokenAccounting"],
): { readonly term: Term; readonly rule: RuleId } {
  const input = number(workload.inputTokens);
  const cap = workload.maxCompletionTokens;
  if (cap === undefined || accounting === "actual") {
    return {
      term: plus(input, number(workload.visibleOutputTokens), number(workload.reasoningTokens)),
      rule: cap === undefined ? "tpm-charge-no-cap" : "tpm-charge-actual",
    };
  }
  return {
    term: accounting === "prompt-plus-cap" ? plus(input, number(cap)) : larger(input, number(cap)),
    rule: CHARGE_RULES[accounting],
  };
}

/** What one request of a workload is charged. */
export function chargeWorking({ scenario }: Estimate, index: number): Working {
  const workload = scenario.workloads[index]!;
  const { term, rule } = chargeTerm(workload, scenario.tokenAccounting);
  return working({
    title: `What one request of ${workloadName(scenario, index)} is charged against tokens a minute`,
    steps: [],
    result: step("Tokens charged", term, formatExact(term.value)),
    rule,
  });
}
