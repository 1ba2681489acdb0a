import { hasRanges } from "@/lib/scenario/ranges";
import type { Estimate } from "@/lib/estimate";
import { continuedForecast } from "@/lib/forecast";
import { rangeOf, type RangeResult } from "@/lib/ranges";
import { forecastVerdict, growthText } from "@/lib/view/forecast";
import { rangeView, type RangeView } from "@/lib/view/ranges";
import { plainText } from "@/lib/view/text";
import { stripView } from "@/lib/view/variants";

/** What follows from the ranges of a scenario; `null` where it has none. */
export function rangesOf(estimate: Estimate): { readonly view: RangeView; readonly result: RangeResult } | null {
  if (!hasRanges(estimate.scenario)) return null;
  const result = rangeOf(estimate.scenario);
  return { view: rangeView(estimate, result), result };
}

/** What the link holds besides one scenario, in a line: which variant is the cheapest, else when growth ends. */
export function besideText(estimate: Estimate): string | null {
  const { scenario } = estimate;
  if (scenario.variants?.length) return stripView(estimate).finding.replace(/ than the base$/, "");
  const { growth } = scenario;
  if (!growth) return null;
  const lead = plainText(forecastVerdict(continuedForecast(scenario, growth)).lead).replace(/\.$/, "");
  return `At ${growthText(growth.percentPerMonth)} a month: ${lead}`;
}
