import { CHARGES, SOURCES, USAGE_TIERS, type Day, type Fact, type Source, type SourceId } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { chargesOf, modelOfPool } from "@/lib/facts";
import { poolOf } from "@/lib/scenario";

/** A source, with the earliest day on which a fact taken from it was checked. */
export interface CitedSource extends Source {
  readonly checkedOn: Day;
}

/**
 * The sources of all facts given, in order of first mention, each with the longest-ago day on which one of
 * these facts was checked.
 */
function citedSources(facts: readonly Fact[]): CitedSource[] {
  const checkedOn = new Map<SourceId, Day>();
  for (const fact of facts) {
    const known = checkedOn.get(fact.source);
    if (known === undefined || fact.checkedOn < known) checkedOn.set(fact.source, fact.checkedOn);
  }
  return [...checkedOn].map(([id, day]) => ({ ...SOURCES[id], checkedOn: day }));
}

/** Every catalogue row that an estimate rests on. */
function factsUsed({ scenario, facts, demands }: Estimate): Fact[] {
  const used: Fact[] = [];
  for (const workload of scenario.workloads)
    used.push(...chargesOf(workload, facts.get(poolOf(workload.model))!).map((charge) => CHARGES[charge]));
  for (const { pool, model, override, priceRow, retired, ending } of facts.values()) {
    if (priceRow) used.push(priceRow);
    if (!model) continue;
    used.push(
      ...model.limits,
      ...(demands.some((row) => row.pool !== pool && modelOfPool(row.pool) === pool) ? model.longLimits! : []),
    );
    if (override?.contextWindow === undefined || override.maxOutputTokens === undefined) used.push(model.window);
    if (retired || ending) used.push(model.retirement!);
    if (scenario.workloads.some((workload) => workload.serviceTier === "batch" && poolOf(workload.model) === pool))
      used.push(model.batchSupport);
  }
  return [...used, ...USAGE_TIERS];
}

/**
 * The sources of every catalogue row that an estimate rests on; limits and usage tiers of all tiers, since it
 * has a verdict for each.
 */
export const sourcesOf = (estimate: Estimate): CitedSource[] => citedSources(factsUsed(estimate));

/** The sources of every catalogue row that some of the estimates rests on. */
export const sourcesOfAll = (estimates: readonly Estimate[]): CitedSource[] =>
  citedSources(estimates.flatMap(factsUsed));
