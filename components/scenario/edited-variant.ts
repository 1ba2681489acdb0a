import type { Scenario } from "@/lib/scenario";
import type { Variant } from "@/lib/scenario/variants";

/** The variant being edited, with what tells it from its base: code that is fetched with the first variant. */
export interface EditedVariant {
  /** Its place among the variants of the base. */
  readonly index: number;
  readonly apply: (base: Scenario, variant: Variant) => Scenario;
  readonly changesBetween: (base: Scenario, other: Scenario) => Variant["changes"];
}

/** What the page shows: the variant, else the base. */
export function shownOf(base: Scenario, variant: EditedVariant | null): Scenario {
  return variant ? variant.apply(base, base.variants![variant.index]!) : base;
}

/** The base whose variant has become this scenario. */
export function withShown(base: Scenario, { index, changesBetween }: EditedVariant, scenario: Scenario): Scenario {
  const changes = changesBetween(base, scenario);
  return { ...base, variants: base.variants!.map((one, n) => (n === index ? { ...one, changes } : one)) };
}

/** A list of the base and where each of its items was: `workloads`, `modelOverrides`. */
type Places = readonly (readonly [list: string, places: readonly number[]])[];

/** The changes with the items of lists at their new places; those of items that are gone are left out. */
function moved(changes: Variant["changes"], lists: Places): Variant["changes"] {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([path, value]): [string, unknown][] => {
      const [list, place, ...rest] = path.split(".");
      const places = lists.find(([name]) => name === list)?.[1];
      if (!places || !/^\d/.test(place!)) return [[path, value]];
      const to = places[Number(place)]!;
      return to < 0 ? [] : [[[list, to, ...rest].join("."), value]];
    }),
  );
}

interface Before {
  readonly scenario: Scenario;
  readonly ids: readonly number[];
}

/** The base after an edit: its variants go on to say of each workload and model what they said before. */
export function rebased(before: Before, base: Scenario, ids: readonly number[]): Scenario {
  const { variants } = base;
  if (!variants || variants !== before.scenario.variants) return base;
  const models = base.modelOverrides.map(({ model }) => model);
  const lists: Places = [
    ["workloads", before.ids.map((id) => ids.indexOf(id))],
    ["modelOverrides", before.scenario.modelOverrides.map(({ model }) => models.indexOf(model))],
  ];
  if (lists.every(([, places]) => places.every((place, n) => place === n))) return base;
  return { ...base, variants: variants.map((one) => ({ ...one, changes: moved(one.changes, lists) })) };
}
