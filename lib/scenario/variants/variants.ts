import type { Issue } from "@/lib/fields";
import { MOST } from "../bounds";
import type { Scenario, Variant } from "../types";
import { tryChanges, SCENARIO_LISTS, type Tried, type VariantChanges } from "./try-changes";
import { leastChanges } from "./least-changes";
import { comparePaths, isPutIn, kindAt, CHANGEABLE, pathSteps, valueAt, type PlainObject } from "./paths";

/** Whether a path is `of`, or a part of it, or holds it. */
const touches = (path: string, of: string) => path === of || path.startsWith(`${of}.`) || of.startsWith(`${path}.`);

/** Changes without those that were refused: at these paths, else beside them; all, where that is none. */
export function withoutRefused(changes: VariantChanges, refused: readonly string[]): VariantChanges {
  const paths = Object.keys(changes);
  const dropped = new Set<string>();
  for (const path of refused) {
    const beside = pathSteps(path).slice(0, -1).join(".");
    const hit = [path, beside].find((of) => of && paths.some((one) => touches(one, of)));
    for (const one of paths) if (hit !== undefined && touches(one, hit)) dropped.add(one);
  }
  return Object.fromEntries(
    paths.filter((one) => dropped.size > 0 && !dropped.has(one)).map((one) => [one, changes[one]]),
  );
}

/**
 * The scenario that a variant is, complete and without variants of its own: what its changes do not name is the
 * base’s. A change that the base no longer allows, of a workload that is gone or a model that nobody knows, is left
 * out.
 */
export function applyVariant(base: Scenario, { changes }: Pick<Variant, "changes">): Scenario {
  const { variants: _, ...unchanged } = base;
  if (Object.keys(changes).length === 0) return unchanged;
  const { scenario, issues } = tryChanges(base, changes);
  if (scenario) return scenario;
  return applyVariant(base, {
    changes: withoutRefused(
      changes,
      issues.map(({ path }) => path),
    ),
  });
}

/**
 * The least changes that make the base into another scenario, in canonical order: the exact inverse of `applyVariant`.
 * Variants of either are no difference. Of `named`, the changes of before, those stay that alter nothing: what is named
 * does not follow the base, also while it is what the base has, or what the base does not allow.
 */
export function changesBetween(base: Scenario, other: Scenario, named: VariantChanges = {}): VariantChanges {
  const least = leastChanges(CHANGEABLE, base, other);
  const changes = new Map(least);
  for (const [path, value] of Object.entries(named)) {
    if (!leadsSomewhere(base, path) || least.some(([one]) => touches(one, path))) continue;
    const made = applyVariant(base, { changes: Object.fromEntries([...changes, [path, value]]) });
    if (leastChanges(CHANGEABLE, other, made).length === 0) changes.set(path, value);
  }
  return inOrder(changes);
}

/** Whether a path is of something that the base has a place for. */
function leadsSomewhere(base: Scenario, path: string): boolean {
  const [list, place = "+"] = pathSteps(path);
  return isPutIn(place) || !SCENARIO_LISTS.some((name) => name === list && !base[name][Number(place)]);
}

const inOrder = (changes: ReadonlyMap<string, unknown>): VariantChanges =>
  Object.fromEntries([...changes].sort(([a], [b]) => comparePaths(pathSteps(a), pathSteps(b))));

/** The value of a scenario at the path of a change; `null` where it has none. */
export const valueIn = (scenario: Scenario, path: string): unknown => valueAt(scenario, pathSteps(path)) ?? null;

/**
 * The changes in canonical form: single values as the check reads them, in the order of the table of fields; an object
 * or a list as what differs in it; what is put in behind a list whole.
 */
function canonical(
  base: Scenario,
  { scenario, placed, paths }: Tried & { readonly scenario: Scenario },
): VariantChanges {
  const found = new Map<string, unknown>();
  for (const path of paths) {
    const steps = pathSteps(path);
    const [list = "", place = ""] = steps;
    const of = SCENARIO_LISTS.some((name) => name === path) ? scenario : placed;
    const value = valueAt(of, steps);
    if (isPutIn(place)) {
      const index = Object.keys(placed[list] as PlainObject)
        .filter(isPutIn)
        .indexOf(place);
      found.set(`${list}.+${index > 0 ? index + 1 : ""}`, valueAt(placed, [list, place]));
    } else if (of === scenario || (typeof value === "object" && !Array.isArray(value))) {
      for (const [at, change] of leastChanges(kindAt(steps), valueAt(base, steps), value, path)) found.set(at, change);
    } else found.set(path, value ?? null);
  }
  return inOrder(found);
}

const tooMany = (path: string, given: string): Issue => ({
  path,
  message: `changes: ${given} not accepted; give at most ${MOST.changes} characters as JSON`,
});

/** The variants of a checked scenario in canonical form, or every fault in their changes. */
export function readVariants(
  base: Scenario,
  variants: readonly Variant[],
): { readonly variants: readonly Variant[] } | { readonly issues: readonly Issue[] } {
  const read = variants.map(({ name, changes }, index) => {
    const prefix = `variants.${index}.changes`;
    const count = Object.keys(changes).length;
    // No change takes fewer than eight characters: so many can be refused unread.
    if (count > MOST.changes / 8) return { issues: [tooMany(prefix, `${count} changes are`)] };
    const made = tryChanges(base, changes);
    const issues = made.issues.map(({ path, message }) => ({ path: `${prefix}.${path}`, message }));
    if (!made.scenario) return { issues };
    const variant = { name, changes: canonical(base, { ...made, scenario: made.scenario }) };
    const { length } = JSON.stringify(variant.changes);
    if (length <= MOST.changes) return { variant, issues };
    return { issues: [tooMany(prefix, `${length} characters as JSON are`)] };
  });
  const issues = read.flatMap((one) => one.issues);
  return issues.length > 0 ? { issues } : { variants: read.map(({ variant }) => variant!) };
}
