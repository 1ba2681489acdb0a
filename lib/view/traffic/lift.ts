import { limitPoolOf } from "@/lib/facts";
import { DEFAULTS } from "@/lib/scenario";
import { attemptsPerMinute, conditionsOf, rateCurve, type RunInput } from "@/lib/simulation";

/** The rate curve of a pool: the expected requests of each minute of the period. */
export function expectedMinutes(
  { scenario, scale }: RunInput,
  pool: string,
): { readonly rates: Float64Array; readonly chance: Float64Array } {
  const { horizonMinutes } = conditionsOf(scenario);
  const rates = new Float64Array(horizonMinutes);
  /** The part of it that comes by chance: its counts vary by the square root. */
  const chance = new Float64Array(horizonMinutes);
  for (const workload of scenario.workloads) {
    if (workload.serviceTier === "batch" || limitPoolOf(workload, scenario) !== pool) continue;
    const curve = rateCurve(workload.shape ?? DEFAULTS.implied.shape, workload.peakToMean);
    const mean = attemptsPerMinute(workload) * scale;
    const byChance = (workload.arrivals ?? DEFAULTS.implied.arrivals) === "poisson";
    for (let minute = 0; minute < horizonMinutes; minute++) {
      const rate = mean * curve[minute % curve.length]!;
      rates[minute]! += rate;
      if (byChance) chance[minute]! += rate;
    }
  }
  return { rates, chance };
}

/**
 * How much chance is expected to add to the busiest of minutes: √(2 ln N) × √λ, with the N minutes whose rate
 * is within one √λ of the largest.
 */
export function expectedLift(rates: Float64Array, chance: Float64Array): number {
  let peak = 0;
  for (let minute = 1; minute < rates.length; minute++) if (rates[minute]! > rates[peak]!) peak = minute;
  const spread = Math.sqrt(chance[peak]!);
  let near = 0;
  for (const rate of rates) if (rate >= rates[peak]! - spread) near++;
  return Math.sqrt(2 * Math.log(near)) * spread;
}
