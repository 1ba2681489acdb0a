import { followItems } from "@/lib/scenario/variants";
import type { VariantRoom } from "@/components/scenario/draft";

/** For each place of a list now, the place it was at before. */
const placesOf = <T>(now: readonly T[], before: readonly T[]): readonly (number | null)[] =>
  now.map((one) => (before.includes(one) ? before.indexOf(one) : null));

/** The base after an edit: its variants go on to say of each workload and model what they said before. */
export const rebased: VariantRoom["rebased"] = (before, base, ids) => {
  if (!base.variants || base.variants !== before.scenario.variants) return base;
  const [models, modelsBefore] = [base, before.scenario].map((of) => of.modelOverrides.map(({ model }) => model));
  const workloads = placesOf(ids, before.ids);
  const own = placesOf(models!, modelsBefore!);
  const isSame = (places: readonly (number | null)[], count: number) =>
    places.length >= count && places.slice(0, count).every((place, n) => place === n);
  if (isSame(workloads, before.ids.length) && isSame(own, modelsBefore!.length)) return base;
  const moved = followItems(followItems(base.variants, "workloads", workloads), "modelOverrides", own)!;
  return { ...base, variants: moved };
};
