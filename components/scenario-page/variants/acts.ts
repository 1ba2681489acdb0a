import type { Scenario } from "@/lib/scenario";
import { applyVariant, changesBetween } from "@/lib/scenario/variants";
import type { Edit } from "@/components/scenario/draft";
import type { ScenarioEdit } from "@/components/scenario/edits";

/** The variant at a place of its base, to be edited. */
const edited = (index: number | null) => (index === null ? null : { index, apply: applyVariant, changesBetween });

/** Shows a variant, null for the base, and lets the editor change it. */
export const choose = (index: number | null): Edit => ({ do: "choose", variant: edited(index) });

/** Puts a base with other variants in place of this one, and shows the variant at `index`, null for the base. */
export const put = (
  scenario: Scenario,
  index: number | null,
  done?: string,
): ScenarioEdit & { readonly do: "set" } => ({
  do: "set",
  scenario,
  variant: edited(index),
  ...(done !== undefined && { done }),
});
