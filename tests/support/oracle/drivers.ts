import type { CompleteWorkload, ScenarioJson } from "../make/estimate-json";
import { slowEstimate } from "./estimate";
import { complete } from "./scenario";

/** What one range decides, as the API writes it. */
export interface SlowDriver {
  path: string;
  low: number;
  high: number;
  costLow: string | null;
  costHigh: string | null;
  scaleLow: number | null;
  scaleHigh: number | null;
}

const thousandths = (value: number) => Math.round(value * 1000);

/** The workload as somebody would enter it who knows one field: no part is more than the whole. */
function known(workload: CompleteWorkload, field: string, value: number): CompleteWorkload {
  const now = { ...workload, [field]: value };
  now.peakToMean = Math.max(1, now.peakToMean);
  now.cachedInputTokens = Math.min(now.cachedInputTokens, now.inputTokens);
  const left = (thousandths(now.inputTokens) - thousandths(now.cachedInputTokens)) / 1000;
  if (now.cacheWriteTokens !== undefined) now.cacheWriteTokens = Math.min(now.cacheWriteTokens, left);
  return now;
}

/** Two slow estimates of each range of a valid scenario, in the order in which the ranges are entered. */
export function slowDrivers(body: ScenarioJson): SlowDriver[] {
  const given = complete(body);
  return given.workloads.flatMap((workload, index) =>
    Object.entries(workload.ranges ?? {}).map(([field, [low, high]]) => {
      const at = (value: number) => {
        const workloads = given.workloads.map((one, n) => (n === index ? known(one, field, value) : one));
        const { cost, fit } = slowEstimate({ ...given, workloads });
        return { cost: cost.perMonthUsd, scale: fit.scaleAtLimit };
      };
      const [one, other] = [at(low), at(high)];
      return {
        path: `workloads.${index}.${field}`,
        low,
        high,
        costLow: one.cost,
        costHigh: other.cost,
        scaleLow: one.scale,
        scaleHigh: other.scale,
      };
    }),
  );
}
