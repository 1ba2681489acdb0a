import { limitPoolOf, modelOfPool } from "@/lib/facts";
import { type UsageTierId } from "@/lib/catalogue";
import { largestCap, type Estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import { formatNumber, formatTier } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { A_MINUTE, attempts } from "../rates";
import { known, minus, number, over, plus, times, type Term } from "../term";
import { limitTerm } from "./source";
import { chargeTerm } from "./charge";

/**
 * The largest cap of a workload that fits a tier: the tokens left to a request at the peak, less its input
 * where that is charged too.
 */
export function capWorking(estimate: Estimate, index: number, tier: UsageTierId): Working {
  const { scenario, facts, demands } = estimate;
  const workload = scenario.workloads[index]!;
  const pool = limitPoolOf(workload, scenario);
  const title = `Largest cap of ${workloadName(scenario, index)}, ${formatTier(tier)}`;
  const found = largestCap(estimate, index, tier);
  const row = demands.findIndex((demand) => demand.pool === pool && demand.dimension === "tpm");
  const limit = row < 0 ? null : limitTerm(estimate, row, tier);
  const model = facts.get(modelOfPool(pool))!;
  const { rule } = chargeTerm({ ...workload, maxCompletionTokens: 1 }, scenario.tokenAccounting);
  if (found === "any" || !limit)
    return working({
      title,
      steps: [],
      result: {
        label: "Largest cap",
        expression: limit ? "the cap is not charged" : "no tokens-a-minute limit to meet",
        value: found === "any" ? "any" : "none",
      },
      rule,
    });
  const adds = scenario.tokenAccounting === "prompt-plus-cap";
  const rate = attempts(workload, A_MINUTE);
  const peak = workload.peakToMean === 1 ? rate : times(rate, number(workload.peakToMean));
  const others = scenario.workloads.filter(
    (other, n) => n !== index && other.serviceTier !== "batch" && limitPoolOf(other, scenario) === pool,
  );
  const taken = others.map((other) =>
    times(attempts(other, A_MINUTE), number(other.peakToMean), chargeTerm(other, scenario.tokenAccounting).term),
  );
  const left = taken.length ? minus(limit.term, plus(...taken)) : limit.term;
  const steps = [
    { label: "Limit", expression: limit.source, value: limit.term.text },
    step("Peak requests a minute", peak),
    ...(taken.length ? [step("Left by the others", left)] : []),
  ];
  const less = (term: Term) => (adds ? minus(term, number(workload.inputTokens)) : term);
  const room = less(over(known(left), known(peak)));
  if (found === null)
    return working({
      title,
      steps: [...steps, step("Room for a cap", room)],
      result: { label: "Largest cap", expression: "no cap of its output fits", value: "none" },
      rule,
      facts: [limit.fact],
    });
  const size = { ...step("Largest cap", room, formatNumber(found)) };
  if (model.maxOutputTokens !== null && found === Math.floor(model.maxOutputTokens))
    return working({
      title,
      steps: [...steps, step("Room for a cap", room)],
      result: { ...size, expression: formatNumber(found), label: "Maximum output" },
      rule,
      facts: [limit.fact],
    });
  const alone = less(limit.term);
  return working({
    title,
    steps,
    result: {
      ...size,
      expression: compare(alone.value, room.value) < 0 ? alone.text : room.text,
      label: "Largest cap, rounded down",
    },
    rule,
    facts: [limit.fact],
  });
}
