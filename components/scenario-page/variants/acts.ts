import type { Scenario } from "@/lib/scenario";
import { applyVariant, changesBetween } from "@/lib/scenario/variants";
import type { Edit, VariantRoom } from "@/components/scenario/draft";
import type { ScenarioEdit } from "@/components/scenario/edits";
import { rebased } from "./rebased";
import { shownAfter } from "./shown-after";

const room: VariantRoom = {
  shownOf: (base, chosen) => applyVariant(base, base.variants![chosen]!),
  withShown: (base, chosen, scenario) => {
    const variants = base.variants!.map((one, n) =>
      n === chosen ? { ...one, changes: changesBetween(base, scenario, one.changes) } : one,
    );
    return { ...base, variants };
  },
  shownAfter,
  rebased,
};

/** Shows a variant, null for the base, and lets the editor change it; without one, what is shown stays. */
export const choose = (chosen?: number | null): Edit => ({ do: "choose", chosen, room });

/** Puts a base with other variants in place of this one, and shows the variant at `chosen`, null for the base. */
export const put = (
  scenario: Scenario,
  chosen: number | null,
  done?: string,
): ScenarioEdit & { readonly do: "set" } => ({
  do: "set",
  scenario,
  variant: chosen,
  ...(done !== undefined && { done }),
});
