import { limitPoolOf } from "@/lib/facts";
import { type Estimate } from "@/lib/estimate";
import { exact } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { formatNumber } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { step, type WorkingStep } from "../compose";
import { A_DAY, A_MINUTE, AN_HOUR, attempts } from "../rates";
import { known, money, number, plus, times, type Term } from "../term";
import { chargeTerm } from "./charge";

/** A demand, and the steps to it. */
interface DemandTerm {
  readonly steps: readonly WorkingStep[];
  readonly term: Term;
  readonly rule: RuleId;
}

/** The peak demand that meets a limit, workload by workload. */
export function demandTerm(estimate: Estimate, row: number): DemandTerm {
  const { scenario, demands, cost } = estimate;
  const demand = demands[row]!;
  if (demand.dimension === "monthly-usage")
    return {
      steps: [],
      term: cost.perMonth ? money(cost.perMonth) : { text: "unknown", value: exact(0n), level: 0 },
      rule: "monthly-usage",
    };
  const batch = demand.dimension === "batch-queue";
  const mine = scenario.workloads
    .map((workload, index) => ({ workload, index }))
    .filter(
      ({ workload }) => limitPoolOf(workload, scenario) === demand.pool && (workload.serviceTier === "batch") === batch,
    );
  const several = mine.length > 1;
  const steps: WorkingStep[] = [];
  const daily = demand.dimension === "rpd" || demand.dimension === "tpd";
  const rateRule = daily ? "daily-limits" : "rpm-demand";
  let rule: RuleId = batch ? "batch-queue" : rateRule;
  const parts = mine.map(({ workload, index }) => {
    const of = several ? `, ${workloadName(scenario, index)}` : "";
    if (batch) {
      const hours = times(attempts(workload, AN_HOUR), number(scenario.batchTurnaroundHours));
      steps.push(step(`Requests in ${formatNumber(scenario.batchTurnaroundHours)} h${of}`, hours));
      return times(known(hours), number(workload.inputTokens));
    }
    const rate = attempts(workload, daily ? A_DAY : A_MINUTE);
    const peak = daily || workload.peakToMean === 1 ? rate : times(rate, number(workload.peakToMean));
    steps.push(step(`${daily ? "Requests a day" : "Peak requests a minute"}${of}`, peak));
    if (demand.dimension === "rpm" || demand.dimension === "rpd") return known(peak);
    const charge = chargeTerm(workload, scenario.tokenAccounting);
    if (!daily) rule = charge.rule;
    steps.push(step(`Charge each${of}`, charge.term));
    return times(known(peak), known(charge.term));
  });
  return { steps, term: plus(...parts), rule };
}
