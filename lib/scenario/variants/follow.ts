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

/** The scenario with other workloads in place of its own, its variants following; `from` as in `followItems`. */
export function withWorkloads(
  scenario: Scenario,
  workloads: Scenario["workloads"],
  from: readonly (number | null)[],
): Scenario {
  const next = { ...scenario, workloads };
  return scenario.variants ? { ...next, variants: followItems(scenario.variants, "workloads", from)! } : next;
}
