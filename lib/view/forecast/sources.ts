import { usageTier as tierFacts, SOURCES } from "@/lib/catalogue";
import type { Forecast } from "@/lib/forecast";
import { sourcesView, type SourceView } from "@/lib/view/estimate";
import { formatDay, formatTier } from "@/lib/view/text";

/** The sources of every month: prices in force on their days, limits of every usage tier on the way. */
export function forecastSources({ months }: Forecast): SourceView[] {
  const found = new Map<string, SourceView>();
  const add = (source: SourceView) => {
    const known = found.get(source.url);
    const parts = known ? [...new Set([...known.about.split("; "), ...source.about.split("; ")])] : [source.about];
    found.set(source.url, { ...(known ?? source), about: parts.join("; ") });
  };
  const seen = new Set<string>();
  months.forEach(({ base, usageTier }) => {
    const key = `${base.scenario.asOf} ${usageTier}`;
    if (seen.has(key)) return;
    seen.add(key);
    sourcesView({ ...base, scenario: { ...base.scenario, usageTier } }).forEach(add);
    const { source, confidence, checkedOn } = tierFacts(usageTier);
    const about = `what ${formatTier(usageTier)} takes to reach`;
    add({ ...SOURCES[source], confidence, about, checkedOn: formatDay(checkedOn) });
  });
  return [...found.values()];
}
