import { scaleRequests } from "@/lib/estimate";
import { MOST, putOnModel, type Scenario, type ServiceTier } from "@/lib/scenario";
import { applyVariant, changesBetween, followItems, type Variant } from "@/lib/scenario/variants";
import { changesOf } from "./changes";

/** Why a variant cannot be added, in a sentence. */
export interface VariantRefused {
  readonly refused: string;
}

const cut = (name: string): string => [...name].slice(0, MOST.name).join("");

const withVariants = ({ variants: _, ...base }: Scenario, variants: readonly Variant[]): Scenario =>
  variants.length > 0 ? { ...base, variants } : base;

/** The base with another scenario as its last variant, or why not. */
export function withVariant(base: Scenario, name: string, other: Scenario): Scenario | VariantRefused {
  const { variants = [] } = base;
  if (variants.length >= MOST.variants)
    return { refused: `There are ${MOST.variants} variants already; remove one first.` };
  const changes = changesBetween(base, other);
  if (JSON.stringify(changes).length > MOST.changes)
    return { refused: "It differs in too much to be a variant; open it by itself." };
  return withVariants(base, [...variants, { name: cut(name), changes }]);
}

/** Every workload of the scenario on one model, in one service tier. */
export function allOnModel(base: Scenario, model: string, serviceTier?: ServiceTier): Scenario {
  const workloads = base.workloads.map((workload) => {
    const moved = putOnModel(workload, model);
    return serviceTier ? { ...moved, serviceTier } : moved;
  });
  return { ...base, workloads };
}

/** The scenario with every workload’s requests doubled. */
export const doubledTraffic = (base: Scenario): Scenario => scaleRequests(base, 2);

/** The base without one of its variants. */
export const withoutVariant = (base: Scenario, index: number): Scenario =>
  withVariants(
    base,
    base.variants!.filter((_, n) => n !== index),
  );

const changed = (base: Scenario, index: number, change: Partial<Variant>): Scenario => ({
  ...base,
  variants: base.variants!.map((one, n) => (n === index ? { ...one, ...change } : one)),
});

/** The base with a variant by another name. */
export const renamed = (base: Scenario, index: number, name: string): Scenario =>
  changed(base, index, { name: cut(name) });

/** The base with a variant that follows it again at these paths; without paths at all of them. */
export function withoutChanges(base: Scenario, index: number, paths?: readonly string[]): Scenario {
  const kept = Object.entries(changesOf(base, index)).filter(([path]) => paths && !paths.includes(path));
  return changed(base, index, { changes: Object.fromEntries(kept) });
}

/** The places of a list that are left of the base in a scenario made of it. */
function placesLeft(base: Scenario, other: Scenario, list: "workloads" | "modelOverrides"): number[] {
  const changes = changesBetween(base, other);
  return [...base[list].keys()].filter((place) => changes[`${list}.${place}`] !== null);
}

/**
 * The variant as the base, the old base as a variant in its place; the other variants stay the scenarios they were, and
 * go on to name what they named.
 */
export function asBase(base: Scenario, index: number): Scenario {
  const next = applyVariant(base, base.variants![index]!);
  const lists = ["workloads", "modelOverrides"] as const;
  const followed = lists.reduce((all, list) => followItems(all, list, placesLeft(base, next, list)), base.variants)!;
  const variants = base.variants!.map((one, n) =>
    n === index
      ? { name: "The base before", changes: changesBetween(next, base) }
      : { name: one.name, changes: changesBetween(next, applyVariant(base, one), followed[n]!.changes) },
  );
  return { ...next, variants };
}
