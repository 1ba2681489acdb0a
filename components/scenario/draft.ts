"use client";

import { createContext, useContext, useReducer } from "react";
import { MOST, NEW_WORKLOAD, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";

/** The scenario being edited, with the ones before it. `step` names the visit to a field whose keystrokes are one step back. */
export interface Draft {
  readonly scenario: Scenario;
  /** A number for each workload that stays with it while it is edited and moved. */
  readonly ids: readonly number[];
  readonly past: readonly Scenario[];
  readonly step: string | null;
  /** What was last done that is easily done by mistake, until the next edit: `Removed Chat`. */
  readonly done: string | null;
}

export type Edit =
  | { readonly do: "set"; readonly scenario: Scenario; readonly step?: string | undefined; readonly done?: string }
  | { readonly do: "change"; readonly change: Partial<Record<keyof Scenario, unknown>>; readonly step?: string }
  | {
      readonly do: "workload";
      readonly index: number;
      readonly change: Partial<Record<keyof Workload, unknown>>;
      readonly step?: string | undefined;
    }
  | { readonly do: "add"; readonly workload?: Workload }
  | { readonly do: "leave" }
  | { readonly do: "dismiss" }
  | { readonly do: "undo" };

const MOST_STEPS = 200;

/** The object with the changes in it; a change to `undefined` takes the field away. */
export function changed<T extends object>(object: T, change: Partial<Record<keyof T, unknown>>): T {
  const next = { ...object, ...change } as T;
  for (const key of Object.keys(change) as (keyof T)[]) if (change[key] === undefined) delete next[key];
  return next;
}

/** A workload with the changes in it. What it writes to the cache stays within the input that is not read from it: less input holds less, and `before`, the workload as the visit to the field found it, has it again should the visit end with more. */
function changedWorkload(
  workload: Workload,
  change: Partial<Record<keyof Workload, unknown>>,
  before: Workload,
): Workload {
  const next = changed(workload, change);
  const written = "cacheWriteTokens" in change ? next.cacheWriteTokens : before.cacheWriteTokens;
  if (written === undefined) return next;
  const most = (milli(next.inputTokens) - milli(next.cachedInputTokens)) / MILLI;
  return changed(next, { cacheWriteTokens: Math.min(written, most) || undefined });
}

/** A workload that is still there keeps its number wherever it stands now, one in the place of another takes that one’s, and the rest get new ones. */
function idsOf(workloads: readonly Workload[], { scenario: { workloads: before }, ids }: Draft): readonly number[] {
  const taken = new Set<number>();
  // One preset added twice is one object in two places: each place is taken once.
  const places = workloads.map((workload, n) => {
    const place =
      before[n] === workload && !taken.has(n) ? n : before.findIndex((one, m) => one === workload && !taken.has(m));
    taken.add(place);
    return place;
  });
  let most = Math.max(...ids);
  const next = places.map((place, n) =>
    place >= 0 ? ids[place]! : workloads.length === before.length && !taken.has(n) ? ids[n]! : ++most,
  );
  return next.length === ids.length && next.every((id, n) => id === ids[n]) ? ids : next;
}

/** The scenario after the edit; `before` is it as the visit to the field found it. */
function edited(
  scenario: Scenario,
  edit: Exclude<Edit, { do: "leave" | "dismiss" | "undo" }>,
  before: Scenario,
): Scenario {
  const { workloads } = scenario;
  switch (edit.do) {
    case "set":
      return edit.scenario;
    case "change":
      return changed(scenario, edit.change);
    case "add":
      return {
        ...scenario,
        workloads: [...workloads, edit.workload ?? { ...NEW_WORKLOAD, model: workloads.at(-1)!.model }],
      };
    case "workload":
      return {
        ...scenario,
        workloads: workloads.map((workload, n) =>
          n === edit.index ? changedWorkload(workload, edit.change, before.workloads[n]!) : workload,
        ),
      };
  }
}

function reduce(draft: Draft, edit: Edit): Draft {
  switch (edit.do) {
    case "leave":
      return draft.step === null ? draft : { ...draft, step: null };
    case "dismiss":
      return { ...draft, done: null };
    case "undo": {
      const last = draft.past.at(-1);
      return last
        ? { scenario: last, ids: idsOf(last.workloads, draft), past: draft.past.slice(0, -1), step: null, done: null }
        : draft;
    }
    default: {
      if (edit.do === "add" && draft.scenario.workloads.length >= MOST.workloads) return draft;
      const step = (edit.do !== "add" && edit.step) || null;
      const visited = step !== null && step === draft.step;
      const before = (visited && draft.past.at(-1)) || draft.scenario;
      const scenario = edited(draft.scenario, edit, before);
      const past = visited ? draft.past : [...draft.past.slice(1 - MOST_STEPS), draft.scenario];
      return {
        scenario,
        ids: idsOf(scenario.workloads, draft),
        past,
        step,
        done: edit.do === "set" ? (edit.done ?? null) : null,
      };
    }
  }
}

export function useDraft(initial: Scenario) {
  return useReducer(reduce, {
    scenario: initial,
    ids: initial.workloads.map((_, n) => n),
    past: [],
    step: null,
    done: null,
  });
}

/** How any part of the page changes the scenario. */
export const EditContext = createContext<(edit: Edit) => void>(() => undefined);
export const useEdit = () => useContext(EditContext);

/** The path of the page, on which a link to try another scenario stays. */
export const PageContext = createContext("/");
export const usePage = () => useContext(PageContext);
