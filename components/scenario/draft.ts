"use client";

import { createContext, useContext, useReducer } from "react";
import { MOST_WORKLOADS, NEW_WORKLOAD, type Scenario, type Workload } from "@/lib/scenario";

/** The scenario being edited, with the ones before it. `step` names the visit to a field whose keystrokes are one step back. */
export interface Draft {
  readonly scenario: Scenario;
  /** A number for each workload that stays with it while it is edited and moved. */
  readonly ids: readonly number[];
  readonly past: readonly Scenario[];
  readonly step: string | null;
  /** What was last taken away, until the next edit. */
  readonly removed: string | null;
}

export type Edit =
  | { readonly do: "set"; readonly scenario: Scenario; readonly step?: string | undefined; readonly removed?: string }
  | { readonly do: "change"; readonly change: Partial<Record<keyof Scenario, unknown>>; readonly step?: string }
  | { readonly do: "workload"; readonly index: number; readonly change: Partial<Record<keyof Workload, unknown>>; readonly step?: string | undefined }
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

/** A workload that is still there keeps its number wherever it stands now, one in the place of another takes that one’s, and the rest get new ones. */
function idsOf(workloads: readonly Workload[], { scenario: { workloads: before }, ids }: Draft): readonly number[] {
  const taken = new Set<number>();
  // One preset added twice is one object in two places: each place is taken once.
  const places = workloads.map((workload, n) => {
    const place = before[n] === workload && !taken.has(n) ? n : before.findIndex((one, m) => one === workload && !taken.has(m));
    taken.add(place);
    return place;
  });
  let most = Math.max(...ids);
  const next = places.map((place, n) => (place >= 0 ? ids[place]! : workloads.length === before.length && !taken.has(n) ? ids[n]! : ++most));
  return next.length === ids.length && next.every((id, n) => id === ids[n]) ? ids : next;
}

function edited(scenario: Scenario, edit: Exclude<Edit, { do: "leave" | "dismiss" | "undo" }>): Scenario {
  const { workloads } = scenario;
  switch (edit.do) {
    case "set":
      return edit.scenario;
    case "change":
      return changed(scenario, edit.change);
    case "add":
      return { ...scenario, workloads: [...workloads, edit.workload ?? { ...NEW_WORKLOAD, model: workloads.at(-1)!.model }] };
    case "workload":
      return { ...scenario, workloads: workloads.map((workload, n) => (n === edit.index ? changed(workload, edit.change) : workload)) };
  }
}

function reduce(draft: Draft, edit: Edit): Draft {
  switch (edit.do) {
    case "leave":
      return draft.step === null ? draft : { ...draft, step: null };
    case "dismiss":
      return { ...draft, removed: null };
    case "undo": {
      const last = draft.past.at(-1);
      return last ? { scenario: last, ids: idsOf(last.workloads, draft), past: draft.past.slice(0, -1), step: null, removed: null } : draft;
    }
    default: {
      if (edit.do === "add" && draft.scenario.workloads.length >= MOST_WORKLOADS) return draft;
      const scenario = edited(draft.scenario, edit);
      const step = (edit.do !== "add" && edit.step) || null;
      const past = step !== null && step === draft.step ? draft.past : [...draft.past.slice(1 - MOST_STEPS), draft.scenario];
      return { scenario, ids: idsOf(scenario.workloads, draft), past, step, removed: edit.do === "set" ? (edit.removed ?? null) : null };
    }
  }
}

export function useDraft(initial: Scenario) {
  return useReducer(reduce, { scenario: initial, ids: initial.workloads.map((_, n) => n), past: [], step: null, removed: null });
}

/** How any part of the page changes the scenario. */
export const EditContext = createContext<(edit: Edit) => void>(() => undefined);
export const useEdit = () => useContext(EditContext);

/** The path of the page, on which a link to try another scenario stays. */
export const PageContext = createContext("/");
export const usePage = () => useContext(PageContext);
