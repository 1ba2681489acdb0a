import { findModel, isInputOnly } from "@/lib/catalogue";
import { MILLI, milli } from "@/lib/fields";
import {
  NEW_WORKLOAD,
  putOnModel,
  type Backlog,
  type Growth,
  type ModelOverride,
  type OwnLimits,
  type OwnPrice,
  type Scenario,
  type Workload,
} from "@/lib/scenario";
import { RANGE_FIELDS, withoutRanges } from "@/lib/scenario/ranges";

/** New values of some fields; `undefined` takes a field away. */
export type Changes<T> = Partial<Record<keyof T, unknown>>;

/** The field whose keystrokes, from the first to the blur, are one step of undo. */
export type EditStep =
  | { readonly of: "scenario"; readonly field: keyof Scenario }
  | { readonly of: "workload"; readonly workload: number; readonly field: keyof Workload }
  | { readonly of: "backlog"; readonly field: keyof Backlog }
  | { readonly of: "growth"; readonly field: keyof Growth }
  | {
      readonly of: "model";
      readonly pool: string;
      readonly field: keyof OwnPrice | keyof OwnLimits | keyof ModelOverride;
    };

/**
 * What changes the scenario. `field` or `step` is given by a field that is typed in; any other edit is a step
 * of its own.
 */
export type ScenarioEdit =
  | {
      readonly do: "set";
      readonly scenario: Scenario;
      readonly step?: EditStep;
      /** Said on the page until the next edit, with a way back: `Removed Chat`. */
      readonly done?: string;
      /** `scenario` is a base with its variants, of which this one is edited from then on; null: itself. */
      readonly variant?: number | null;
    }
  | { readonly do: "change"; readonly change: Changes<Scenario>; readonly field?: keyof Scenario }
  | {
      readonly do: "workload";
      readonly index: number;
      readonly change: Changes<Workload>;
      readonly field?: keyof Workload | undefined;
    }
  | {
      readonly do: "backlog";
      /** The backlog that is changed; of a scenario without one, the one that was made for it. */
      readonly backlog: Backlog;
      readonly change: Changes<Backlog>;
      readonly field?: keyof Backlog | undefined;
    }
  /** Without a percentage there is no growth; of a scenario without one, the other fields are those of a year. */
  | { readonly do: "growth"; readonly change: Changes<Growth>; readonly field?: keyof Growth }
  | { readonly do: "add"; readonly workload?: Workload };

/** The object with the changes in it. */
export function changed<T extends object>(object: T, change: Changes<T>): T {
  const next = { ...object, ...change } as T;
  for (const key of Object.keys(change) as (keyof T)[]) if (change[key] === undefined) delete next[key];
  return next;
}

/** The field that the edit is a keystroke in, or null. */
export function stepOf(edit: ScenarioEdit): EditStep | null {
  switch (edit.do) {
    case "set":
      return edit.step ?? null;
    case "change":
      return edit.field ? { of: "scenario", field: edit.field } : null;
    case "workload":
      return edit.field ? { of: "workload", workload: edit.index, field: edit.field } : null;
    case "backlog":
      return edit.field ? { of: "backlog", field: edit.field } : null;
    case "growth":
      return edit.field ? { of: "growth", field: edit.field } : null;
    case "add":
      return null;
  }
}

/** Whether two keystrokes were made in the same field. */
export function isSameStep(one: EditStep, other: EditStep): boolean {
  return (Object.keys(one) as (keyof EditStep)[]).every((key) => one[key] === other[key]);
}

interface InputSizes {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens?: number;
}

/**
 * The sizes with the changes in them. Cached input stays within the input, and input written to the cache within the
 * rest of it. `before` is the sizes as the visit to the field found them: with enough input its parts come back.
 */
function changedSizes<T extends InputSizes>(sizes: T, change: Changes<T>, before: T): T {
  const given = changed(sizes, change);
  const next =
    "inputTokens" in change && !("cachedInputTokens" in change)
      ? { ...given, cachedInputTokens: Math.min(before.cachedInputTokens, given.inputTokens) }
      : given;
  const written = "cacheWriteTokens" in change ? next.cacheWriteTokens : before.cacheWriteTokens;
  if (written === undefined) return next;
  const most = (milli(next.inputTokens) - milli(next.cachedInputTokens)) / MILLI;
  return changed<InputSizes>(next, { cacheWriteTokens: Math.min(written, most) || undefined }) as T;
}

/** Of a request on a model that takes input only: the request as it was on the one before, with its output. */
const asides = new WeakMap<Workload | Backlog, Workload | Backlog>();

/** The request after the edit. Back on a model that gives output it has the output it had, within this visit. */
function changedRequest<T extends Workload | Backlog>(request: T, change: Changes<T>, before: T): T {
  const aside = asides.get(request) as T | undefined;
  const { model } = change;
  const moved = typeof model === "string" ? putOnModel(request, model, aside) : request;
  const next = changedSizes(moved, change, moved === request ? before : moved);
  const known = findModel(next.model);
  if (known && isInputOnly(known)) asides.set(next, aside ?? request);
  return next;
}

/** The workload after the edit. A number that is put in the place of a range takes the range away. */
function changedWorkload(workload: Workload, change: Changes<Workload>, before: Workload): Workload {
  const known = "ranges" in change ? [] : RANGE_FIELDS.filter((field) => field in change);
  return changedRequest(withoutRanges(workload, known), change, before);
}

/** The growth in which one field is entered first. */
const NEW_GROWTH: Growth = { percentPerMonth: 0, months: 12 };

/** The scenario after the edit; `before` is the scenario as the visit to the field found it. */
export function edited(scenario: Scenario, edit: ScenarioEdit, before: Scenario): Scenario {
  const { workloads } = scenario;
  switch (edit.do) {
    case "set":
      return edit.scenario;
    case "change":
      return changed(scenario, edit.change);
    case "workload":
      return {
        ...scenario,
        workloads: workloads.map((workload, index) =>
          index === edit.index ? changedWorkload(workload, edit.change, before.workloads[index]!) : workload,
        ),
      };
    case "backlog":
      return { ...scenario, backlog: changedRequest(edit.backlog, edit.change, before.backlog ?? edit.backlog) };
    case "growth": {
      const growth = changed(scenario.growth ?? before.growth ?? NEW_GROWTH, edit.change);
      return changed(scenario, { growth: growth.percentPerMonth === undefined ? undefined : growth });
    }
    case "add": {
      const added = edit.workload ?? putOnModel(NEW_WORKLOAD, workloads.at(-1)!.model);
      return { ...scenario, workloads: [...workloads, added] };
    }
  }
}
