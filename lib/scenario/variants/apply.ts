import { checkRecord, type Issue, type RawObject } from "@/lib/fields";
import { SCENARIO } from "../fields";
import type { Scenario, Variant } from "../types";
import { comparePaths, refusedPath, stepsOf, type Steps } from "./paths";

/** A scenario without variants of its own. */
export type Base = Omit<Scenario, "variants">;
type Changes = Variant["changes"];

const LISTS = ["workloads", "modelOverrides"] as const;

/** The base with its lists by place, so that what is taken out moves nothing. */
const byPlace = (base: Base): Record<string, unknown> => ({
  ...base,
  workloads: { ...base.workloads },
  modelOverrides: { ...base.modelOverrides },
});

/** Puts a value at a path, or takes out what is there; objects on the way are copied, and made where there is none. */
function put(root: Record<string, unknown>, steps: Steps, value: unknown): void {
  let holder = root;
  for (const step of steps.slice(0, -1))
    holder = holder[step] = { ...(holder[step] as RawObject | undefined) } as Record<string, unknown>;
  if (value === null) delete holder[steps.at(-1)!];
  else holder[steps.at(-1)!] = value;
}

/** What changes make of a base. */
export interface Attempt {
  /** The scenario; absent where something is refused. */
  readonly scenario?: Scenario;
  /** What is refused, by paths of the changes. */
  readonly issues: readonly Issue[];
  /** The scenario with its lists by place, as paths name them. */
  readonly placed: RawObject;
  /** The paths that could be followed, in canonical order. */
  readonly paths: readonly string[];
}

/** Names what is refused of a scenario by the places that its lists had in the changes. */
function toPlace(path: string, places: Readonly<Record<string, readonly string[]>>): string {
  const [list, index, ...rest] = stepsOf(path);
  const place = places[list!]?.[Number(index)];
  return place === undefined ? path : [list, place, ...rest].join(".");
}

/** Makes changes of a base, and checks what comes of it like any scenario. */
export function attempt(base: Base, changes: Changes): Attempt {
  const placed = byPlace(base);
  const issues: Issue[] = [];
  const paths: string[] = [];
  let last: string | undefined;
  for (const path of Object.keys(changes)) {
    const message = refusedPath(placed, stepsOf(path), changes[path]);
    if (message) issues.push({ path, message });
    else paths.push(path);
  }
  for (const path of paths.sort((a, b) => comparePaths(stepsOf(a), stepsOf(b)))) {
    if (last !== undefined && path.startsWith(`${last}.`))
      issues.push({ path, message: `${path}: is part of ${last}, which is changed as a whole; give one of them` });
    else put(placed, stepsOf((last = path)), changes[path]);
  }
  const places = Object.fromEntries(LISTS.map((list) => [list, Object.keys(placed[list] ?? {})]));
  const lists = Object.fromEntries(LISTS.map((list) => [list, Object.values(placed[list] ?? {})]));
  const checked = checkRecord(SCENARIO, { ...placed, ...lists }, String);
  if ("issues" in checked)
    return {
      issues: [...issues, ...checked.issues.map((issue) => ({ ...issue, path: toPlace(issue.path, places) }))],
      placed,
      paths,
    };
  return { scenario: checked.value, issues, placed, paths };
}
