import { NUMBERS, DEFAULTS, type Scenario, type Shape, type Workload } from "@/lib/scenario";
import { withRate, withValues } from "@/lib/scenario/ranges";
import { ownPeak } from "@/lib/simulation";

/** The busiest minute of a shape by itself over its mean, to 2 decimals. */
export const shapePeak = (shape: Shape): number => Math.round(ownPeak(shape) * 100) / 100;

/**
 * A change of shape. A peak that was the old shape’s own, or none, becomes the new one’s; a peak that was set
 * stays.
 */
export function shapeChange(
  { shape = DEFAULTS.implied.shape, peakToMean }: Workload,
  next: Shape,
): Partial<Record<keyof Workload, unknown>> {
  return {
    shape: next === DEFAULTS.implied.shape ? undefined : next,
    ...((peakToMean === 1 || peakToMean === shapePeak(shape)) && { peakToMean: shapePeak(next) }),
  };
}

/**
 * The scenario with every standard workload moving through the day like this, each at the shape’s own peak, of which
 * there is no range.
 */
export function withShape(scenario: Scenario, next: Shape): Scenario {
  const moved = (workload: Workload): Workload => {
    const { shape: _, ...rest } = workload;
    return {
      ...withValues<Workload>(rest, { peakToMean: shapePeak(next) }),
      ...(next !== DEFAULTS.implied.shape && { shape: next }),
    };
  };
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload) => (workload.serviceTier !== "batch" ? moved(workload) : workload)),
  };
}

/**
 * The scenario with the rates of its standard workloads, and the ranges of these, times `scale`, to three decimals
 * and within what a rate may be.
 */
export function withScale(scenario: Scenario, scale: number): Scenario {
  const rate = (requests: number) =>
    Math.min(NUMBERS.requests.max, Math.max(0.001, Math.round(requests * scale * 1000) / 1000));
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload) =>
      workload.serviceTier !== "batch" ? withRate(workload, rate) : workload,
    ),
  };
}

/** The scenario with its first workload standard. */
export function withStandard(scenario: Scenario): Scenario {
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload, n) => (n === 0 ? { ...workload, serviceTier: "standard" } : workload)),
  };
}
