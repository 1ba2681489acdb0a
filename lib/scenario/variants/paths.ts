import { quote, type Kind } from "@/lib/fields";
import { SCENARIO } from "../fields";

/** An object of a scenario, whatever is in it. */
export type PlainObject = Readonly<Record<string, unknown>>;
/** A path of a change, step by step: `workloads`, `0`, `model`. */
export type PathSteps = readonly string[];

/** What changes may be of: every field of a scenario but variants, which have none of their own. */
const { variants: _, ...fields } = SCENARIO.fields;
export const CHANGEABLE: Kind = { ...SCENARIO, fields };

/** What is put in behind the items of a list: `+`, `+2`, `+3` … */
const PUT_IN = /^\+\d{0,2}$/;

export const pathSteps = (path: string): PathSteps => path.split(".");
export const isPutIn = (step: string): boolean => step.startsWith("+");

/** What one step of a path leads to; `holder` is the list that it is a place of. */
function stepInto(kind: Kind, step: string, holder?: unknown): Kind | null {
  if (kind.kind === "record") return Object.hasOwn(kind.fields, step) ? kind.fields[step]! : null;
  if (kind.kind !== "list") return null;
  return PUT_IN.test(step) || !holder || Object.hasOwn(holder, step) ? kind.of : null;
}

/** The kind of value that a path leads to, a known one. */
export const kindAt = (steps: PathSteps): Kind => steps.reduce<Kind>((kind, step) => stepInto(kind, step)!, CHANGEABLE);

/** What a message names as accepted where a step is none. */
function stepsFrom(kind: Kind, holder: unknown): string {
  if (kind.kind === "record") return Object.keys(kind.fields).join(", ");
  return kind.kind === "list" ? [...Object.keys(holder ?? {}), "+"].join(", ") : "nothing";
}

/**
 * Why a path is none: it names no field, or no place that `root` has, a scenario whose lists are kept by place. `null`:
 * it is one.
 */
export function refusedPath(root: PlainObject, steps: PathSteps, value: unknown): string | null {
  let kind = CHANGEABLE;
  let holder: unknown = root;
  for (const [depth, step] of steps.entries()) {
    const next = stepInto(kind, step, holder);
    if (!next) {
      const here = steps.slice(0, depth).join(".") || "a scenario";
      const accepted = `accepted in ${here}: ${stepsFrom(kind, holder)}`;
      return `${steps.join(".")}: unknown path with value ${quote(value)}; ${accepted}`;
    }
    kind = next;
    holder = valueAt(holder, [step]);
  }
  return null;
}

/** The place of a step among its neighbours. What is put in comes behind what is there. */
function rank(kind: Kind, step: string): number {
  if (kind.kind === "record") return Object.keys(kind.fields).indexOf(step);
  return isPutIn(step) ? 100 + Number(step.slice(1)) : Number(step);
}

/** The order of two known paths: that of the table of fields, lists by place, what holds others before them. */
export function comparePaths(a: PathSteps, b: PathSteps): number {
  let kind = CHANGEABLE;
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const order = rank(kind, a[depth]!) - rank(kind, b[depth]!);
    if (order !== 0) return order;
    kind = stepInto(kind, a[depth]!)!;
  }
  return a.length - b.length;
}

/** The value at a path of an object whose lists are kept by place; `undefined` where there is none. */
export function valueAt(root: unknown, steps: PathSteps): unknown {
  return steps.reduce<unknown>((holder, step) => (holder as PlainObject | null | undefined)?.[step], root);
}
