import { DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { BACKLOG_KEY, GROWTH_KEY, OVERRIDE_KEY, SCENARIO_KEYS, VARIANT_KEY, WORKLOAD_KEY } from "./grammar";
import { encodeText } from "./text";
import { backlogText, growthPart, overrideText, workloadText } from "./write-parts";
import { variantText } from "./write-variant";

const encoded = new WeakMap<Workload, string>();

/**
 * A workload as a link holds it, encoded. Kept by object: links to variants of a scenario share most
 * workloads.
 */
function encodedWorkload(workload: Workload): string {
  const known = encoded.get(workload);
  if (known !== undefined) return known;
  const text = encodeText(workloadText(workload));
  encoded.set(workload, text);
  return text;
}

/**
 * The canonical link of a complete scenario: path and query of the page that shows it. Keys in fixed order,
 * defaults left out, `asOf` always there; one scenario has one link on each page that shows it (`page`, the
 * planner without), and `decodeLink` gives the scenario back exactly.
 */
export function encodeLink(scenario: Scenario, page = "/"): string {
  const pieces: [string, string][] = [["v", "1"]];
  for (const [key, field] of SCENARIO_KEYS) {
    const value = scenario[field];
    if (value !== undefined && (field === "asOf" || value !== (DEFAULTS.scenario as Partial<Scenario>)[field]))
      pieces.push([key, encodeText(value === true ? "yes" : String(value))]);
  }
  if (scenario.backlog) pieces.push([BACKLOG_KEY, encodeText(backlogText(scenario.backlog))]);
  if (scenario.growth) pieces.push([GROWTH_KEY, encodeText(growthPart(scenario.growth))]);
  for (const override of scenario.modelOverrides) pieces.push([OVERRIDE_KEY, encodeText(overrideText(override))]);
  for (const workload of scenario.workloads) pieces.push([WORKLOAD_KEY, encodedWorkload(workload)]);
  for (const variant of scenario.variants ?? []) pieces.push([VARIANT_KEY, encodeText(variantText(variant))]);
  return `${page}?${pieces.map(([key, value]) => `${key}=${value}`).join("&")}`;
}
