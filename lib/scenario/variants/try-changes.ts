import { checkRecord, refusal, type Issue } from "@/lib/fields";
import { SCENARIO } from "../fields";
import type { Scenario, Variant } from "../types";
import { comparePaths, isPutIn, refusedPath, pathSteps, type PathSteps, type PlainObject } from "./paths";

/** Values by path, as a variant holds them. */
export type VariantChanges = Variant["changes"];

/** What changes make of a scenario. */
export interface Tried {
  /** The scenario that comes of it; `null` where something is refused. */
  readonly scenario: Scenario | null;
  /** What is refused, by paths of the changes. */
  readonly issues: readonly Issue[];
  /** The scenario that comes of it with its lists by place, as the paths name them. */
  readonly placed: PlainObject;
  /** The paths of the changes in canonical order. */
  readonly paths: readonly string[];
}

/** The lists of a scenario. */
export const SCENARIO_LISTS = ["workloads", "modelOverrides"] as const;

/** The object with each of the lists replaced. */
const withLists = (
  of: PlainObject,
  list: (name: (typeof SCENARIO_LISTS)[number]) => unknown,
): Record<string, unknown> => ({
  ...of,
  ...Object.fromEntries(SCENARIO_LISTS.map((name) => [name, list(name)])),
});

/** Puts a value at a path, or takes out what is there; objects on the way are copied, and made where there is none. */
function put(root: Record<string, unknown>, steps: PathSteps, value: unknown): void {
  let holder = root;
  for (const step of steps.slice(0, -1))
    holder = holder[step] = { ...(holder[step] as PlainObject | undefined) } as Record<string, unknown>;
  const last = steps.at(-1)!;
  if (value === null) delete holder[last];
  else holder[last] = value;
}

/** Puts every change in its place of `placed`; those that have none are named. */
function putAll(placed: Record<string, unknown>, changes: VariantChanges): { paths: string[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const known: string[] = [];
  for (const path of Object.keys(changes)) {
    const steps = pathSteps(path);
    const isNothing = changes[path] === null && isPutIn(steps.at(-1)!);
    const message = isNothing ? refusal(path, null, "an object") : refusedPath(placed, steps, changes[path]);
    if (message) issues.push({ path, message });
    else known.push(path);
  }
  const paths = known.sort((a, b) => comparePaths(pathSteps(a), pathSteps(b)));
  let whole: string | null = null;
  for (const path of paths) {
    if (whole !== null && path.startsWith(`${whole}.`))
      issues.push({ path, message: `${path}: is part of ${whole}, which is changed as a whole; give one of them` });
    else put(placed, pathSteps((whole = path)), changes[path]);
  }
  return { paths, issues };
}

/** Makes changes of a scenario, and checks what comes of it as any scenario is checked. */
export function tryChanges({ variants: _, ...base }: Scenario, changes: VariantChanges): Tried {
  // By place, so that what is taken out of a list moves nothing.
  const given = withLists(base, (name) => ({ ...base[name] }));
  const { paths, issues } = putAll(given, changes);
  const places = Object.fromEntries(SCENARIO_LISTS.map((name) => [name, Object.keys(given[name] ?? {})]));
  const input = withLists(given, (name) => Object.values(given[name] ?? {}));
  const checked = checkRecord(SCENARIO, input, String);
  if ("issues" in checked) {
    for (const { path, message } of checked.issues) {
      const [list, index, ...rest] = pathSteps(path);
      const place = places[list!]?.[Number(index)];
      const placePath = place === undefined ? path : [list, place, ...rest].join(".");
      issues.push({ path: placePath, message: message.replace(`${path}:`, `${placePath}:`) });
    }
    return { scenario: null, issues, placed: given, paths };
  }
  const scenario: Scenario = checked.value;
  const placed = withLists({ ...scenario }, (name) =>
    Object.fromEntries(scenario[name].map((item, index) => [places[name]![index]!, item])),
  );
  return { scenario: issues.length > 0 ? null : scenario, issues, placed, paths };
}
