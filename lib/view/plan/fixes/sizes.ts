import { isInputOnly } from "@/lib/catalogue";
import { estimate as estimateOf, largestCap, type Estimate } from "@/lib/estimate";
import { poolOf, type Workload } from "@/lib/scenario";
import { withValues } from "@/lib/scenario/ranges";
import { formatNumber, formatUsd } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { type Fix, inUse } from "./parts";

/** For each workload with a cap, the largest cap under it that fits. */
export function capFixes(estimate: Estimate): Fix[] {
  const { scenario } = estimate;
  return scenario.workloads.flatMap((workload, index) => {
    if (workload.maxCompletionTokens === undefined) return [];
    const cap = largestCap(estimate, index, scenario.usageTier);
    if (typeof cap !== "number" || cap >= workload.maxCompletionTokens) return [];
    const next = {
      ...scenario,
      workloads: scenario.workloads.map((one, n) => (n === index ? { ...one, maxCompletionTokens: cap } : one)),
    };
    const after = estimateOf(next);
    if (!after.fit.fits) return [];
    return [
      {
        fits: true,
        text: `A cap of ${formatNumber(cap)} on ${workloadName(scenario, index)}`,
        detail: `Now ${formatNumber(workload.maxCompletionTokens)}; longer answers would be cut off.`,
        label: "Try",
        scenario: next,
      },
    ];
  });
}

/** Without the output and the caps of workloads on models that take input only. */
export function outputFix({ scenario, facts }: Estimate): Fix | null {
  const isFilled = ({ model, visibleOutputTokens, reasoningTokens }: Workload) =>
    visibleOutputTokens + reasoningTokens > 0 && isInputOnly(facts.get(poolOf(model))!);
  if (!scenario.workloads.some(isFilled)) return null;
  const workloads = scenario.workloads.map((workload) => {
    if (!isFilled(workload)) return workload;
    const { maxCompletionTokens: _cap, ...uncapped } = workload;
    return withValues<Workload>(uncapped, { visibleOutputTokens: 0, reasoningTokens: 0 });
  });
  const next = { ...scenario, workloads };
  const after = estimateOf(next);
  return {
    fits: after.fit.fits,
    text: "Without output, which embeddings do not give",
    detail: after.cost.perMonth ? `${formatUsd(after.cost.perMonth)} a month, ${inUse(after)}.` : "",
    label: "Try",
    scenario: next,
  };
}
