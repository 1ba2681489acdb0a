import type { Scenario } from "../types";
import type { SCENARIO_LISTS } from "./try-changes";
import { comparePaths, pathSteps } from "./paths";

/**
 * The variants of a scenario after its workloads or own facts were moved, taken out or put in: their changes go with
 * the item they are of, those of one that is gone are gone. `from`: for each place now, the place it was at before,
 * `null` for one that is new.
 */
export function followItems(
  variants: Scenario["variants"],
  list: (typeof SCENARIO_LISTS)[number],
  from: readonly (number | null)[],
): Scenario["variants"] {
  const moved = (path: string): string[] => {
    const [of, place, ...rest] = pathSteps(path);
    if (of !== list || place === undefined || place.startsWith("+")) return [path];
    const now = from.indexOf(Number(place));
    return now < 0 ? [] : [[of, now, ...rest].join(".")];
  };
  return variants?.map(({ name, changes }) => {
    const kept = Object.entries(changes).flatMap(([path, value]) => moved(path).map((now) => [now, value] as const));
    return { name, changes: Object.fromEntries(kept.sort(([a], [b]) => comparePaths(pathSteps(a), pathSteps(b)))) };
  });
}

/** The scenario with a model of one’s own renamed, wherever it is in use, in its variants too. */
export function withModelRenamed(scenario: Scenario, from: string, to: string): Scenario {
  const rename = <T extends { readonly model: string }>(one: T): T =>
    one.model === from ? { ...one, model: to } : one;
  const inChanges = (value: unknown, path: string): unknown => {
    if (path.endsWith(".model")) return value === from ? to : value;
    return typeof value === "object" && value !== null && "model" in value
      ? rename(value as { readonly model: string })
      : value;
  };
  const { backlog, variants } = scenario;
  return {
    ...scenario,
    modelOverrides: scenario.modelOverrides.map(rename),
    workloads: scenario.workloads.map(rename),
    ...(backlog && { backlog: rename(backlog) }),
    ...(variants && {
      variants: variants.map(({ name, changes }) => ({
        name,
        changes: Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, inChanges(value, path)])),
      })),
    }),
  };
}
