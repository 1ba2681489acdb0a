import { checkRecord, quote, type Issue } from "@/lib/fields";
import { SCENARIO } from "./fields";
import type { Scenario } from "./types";
import { readVariants } from "./variants/variants";

type Checked = { readonly scenario: Scenario } | { readonly issues: readonly Issue[] };

/**
 * Untrusted JSON as a complete, canonical scenario, or every fault in it, in the order of the table of
 * fields. Refuses `null`, numeric strings, unknown fields, numbers with more than three decimals or above
 * 1e12, models that neither the catalogue nor `modelOverrides` knows, and a model overridden twice. Changes
 * of variants are checked on what comes of them, once the rest has no fault. Canonical: defaults filled in,
 * implied values and empty `limits` left out, decimal strings in shortest form.
 */
export function checkScenario(input: unknown): Checked {
  const checked = checkRecord(
    SCENARIO,
    input,
    (value) => `${quote(value)} is not a scenario; give an object with a list of workloads`,
  );
  if ("issues" in checked) return checked;
  const scenario = checked.value;
  const read = scenario.variants && readVariants(scenario, scenario.variants);
  if (!read) return { scenario };
  return "issues" in read ? read : { scenario: { ...scenario, variants: read.variants } };
}
