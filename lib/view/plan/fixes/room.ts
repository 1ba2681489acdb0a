import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import { modelOfPool, limitPoolOf } from "@/lib/facts";
import { NUMBERS, type Scenario, type Workload } from "@/lib/scenario";
import { withValues } from "@/lib/scenario/ranges";
import { formatFactor, formatNumber } from "@/lib/view/text";
import type { Fix } from "./parts";

const MOST_PEAK = NUMBERS.peakToMean.max;

/** The largest whole number above `least`, up to `most`, with which the scenario fits; null where none does. */
function largestFitting(least: number, most: number, scenarioOf: (value: number) => Scenario): number | null {
  let [fits, fails] = [Math.floor(least), Math.floor(most) + 1];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (estimateOf(scenarioOf(middle)).fit.fits) fits = middle;
    else fails = middle;
  }
  return fits > least ? fits : null;
}

/**
 * How much more reasoning and how high a peak still fit, of a scenario that fits and has one workload in standard, flex
 * or Fast.
 */
export function roomFixes(estimate: Estimate): (Fix | null)[] {
  const { scenario, facts } = estimate;
  const [workload, ...others] = scenario.workloads;
  if (!workload || others.length > 0 || workload.serviceTier === "batch") return [];
  const changed = (change: Partial<Workload>): Scenario => ({
    ...scenario,
    workloads: [withValues(workload, change)],
  });
  const fix = (text: string, detail: string, change: Partial<Workload>): Fix => ({
    fits: true,
    text,
    detail,
    label: "Try",
    scenario: changed(change),
  });
  const { visibleOutputTokens, reasoningTokens, peakToMean } = workload;
  const { model, maxOutputTokens } = facts.get(modelOfPool(limitPoolOf(workload, scenario)))!;
  const output = Math.min(workload.maxCompletionTokens ?? Infinity, maxOutputTokens ?? 0);
  const reasoning =
    model?.reasons === true && reasoningTokens > 0
      ? largestFitting(reasoningTokens, output - visibleOutputTokens, (tokens) => changed({ reasoningTokens: tokens }))
      : null;
  const peak = largestFitting(peakToMean, MOST_PEAK, (times) => changed({ peakToMean: times }));
  return [
    reasoning === null
      ? null
      : fix(`${formatNumber(reasoning)} reasoning tokens a request`, `${formatNumber(reasoningTokens)} as entered.`, {
          reasoningTokens: reasoning,
        }),
    peak === null || peak === MOST_PEAK
      ? null
      : fix(
          `A busiest minute of ${formatNumber(peak)} times the mean`,
          `${formatFactor(peakToMean)} times as entered.`,
          {
            peakToMean: peak,
          },
        ),
  ];
}
