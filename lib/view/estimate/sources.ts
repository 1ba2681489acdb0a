import { CHARGES, SOURCES, usageTier, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { chargesOf, limitPools, modelOfPool, poolLimits } from "@/lib/facts";
import { poolOf } from "@/lib/scenario";
import { forLong } from "@/lib/view/names";
import { formatDay, formatTier } from "@/lib/view/text";

/** A source, and what was taken from it. */
export interface SourceView {
  readonly title: string;
  readonly url: string;
  readonly confidence: Confidence;
  readonly about: string;
  readonly checkedOn: string;
}

const CHARGED: Readonly<Record<keyof typeof CHARGES, string>> = {
  webSearch: "web search by the call",
  fileSearch: "file search by the call",
  regional: "processing in one region",
};

/** The sources of the very rows this estimate used. */
export function sourcesView({ scenario, facts, notes }: Estimate): SourceView[] {
  const used = new Map<SourceId, { fact: Fact; about: string[] }>();
  const cite = (fact: Fact | null | undefined, about: string) => {
    if (!fact) return;
    const known = used.get(fact.source);
    if (!known) used.set(fact.source, { fact, about: [about] });
    else if (!known.about.includes(about)) known.about.push(about);
  };
  for (const one of facts.values()) {
    cite(one.priceRow, `${one.pool} prices${one.priceRow ? ` from ${formatDay(one.priceRow.from)}` : ""}`);
    for (const pool of limitPools(scenario).filter((of) => modelOfPool(of) === one.pool))
      cite(
        poolLimits(facts, pool, scenario.usageTier, scenario.usageTier).row,
        `${one.pool} limits${forLong(pool)} at ${formatTier(scenario.usageTier)}`,
      );
    if (one.retired || one.ending)
      cite(
        one.model!.retirement,
        `${one.pool} ${one.retired ? "retired" : "ends"} ${formatDay(one.model!.retirement!.on)}`,
      );
    if (notes.some(({ code }) => code === "support-disputed")) cite(one.model?.batchSupport, `${one.pool} in batch`);
  }
  for (const workload of scenario.workloads)
    for (const charge of chargesOf(workload, facts.get(poolOf(workload.model))!))
      cite(CHARGES[charge], CHARGED[charge]);
  cite(usageTier(scenario.usageTier), `usage limit at ${formatTier(scenario.usageTier)}`);
  return [...used].map(([id, { fact, about }]) => ({
    ...SOURCES[id],
    confidence: fact.confidence,
    about: about.join("; "),
    checkedOn: formatDay(fact.checkedOn),
  }));
}
