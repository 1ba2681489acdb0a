import type { Variant } from "@/lib/scenario/variants";
import type { VariantRoom } from "@/components/scenario/draft";

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

/** The base after an edit: its variants go on to say of each workload and model what they said before. */
export const rebased: VariantRoom["rebased"] = (before, base, ids) => {
  const { variants } = base;
  if (!variants || variants !== before.scenario.variants) return base;
  const models = base.modelOverrides.map(({ model }) => model);
  const lists: Places = [
    ["workloads", before.ids.map((id) => ids.indexOf(id))],
    ["modelOverrides", before.scenario.modelOverrides.map(({ model }) => models.indexOf(model))],
  ];
  if (lists.every(([, places]) => places.every((place, n) => place === n))) return base;
  return { ...base, variants: variants.map((one: Variant) => ({ ...one, changes: moved(one.changes, lists) })) };
};
