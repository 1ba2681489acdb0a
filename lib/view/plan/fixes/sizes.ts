import { isInputOnly, successorsOf } from "@/lib/catalogue";
import { alternatives } from "@/lib/compare";
import { estimate as estimateOf, largestCap, type Estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import { poolOf, type Workload } from "@/lib/scenario";
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
    return { ...uncapped, visibleOutputTokens: 0, reasoningTokens: 0 };
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

/** The first successor that fits, else the cheapest of the models it is compared with. */
export function modelFix({ scenario, facts }: Estimate): Fix | null {
  const fitting = alternatives(scenario).filter(
    ({ model, serviceTier, estimate: { fit, cost } }) =>
      serviceTier === "standard" && fit.fits && cost.perMonth && !(facts.size === 1 && facts.has(model)),
  );
  const successor = [...facts.keys()]
    .flatMap(successorsOf)
    .flatMap((id) => fitting.filter(({ model }) => model === id))[0];
  const best =
    successor ??
    fitting.reduce<(typeof fitting)[number] | null>(
      (a, b) => (a && compare(a.estimate.cost.perMonth!, b.estimate.cost.perMonth!) <= 0 ? a : b),
      null,
    );
  if (!best) return null;
  const { model, estimate } = best;
  const retired = estimate.facts.get(model)?.retired ? "; retired too" : "";
  return {
    fits: true,
    text: `All on ${model}, ${inUse(estimate)}`,
    detail: `${formatUsd(estimate.cost.perMonth)} a month, at the sizes entered${successor ? "; a successor" : retired}.`,
    label: `Try ${model}`,
    scenario: estimate.scenario,
  };
}
