"use client";

import { useReducer } from "react";
import { MOST, type Scenario, type Workload } from "@/lib/scenario";
import { rebased, shownOf, withShown, type EditedVariant } from "./edited-variant";
import { edited, isSameStep, stepOf, type EditStep, type ScenarioEdit } from "./edits";

/** The scenario being edited, with the ones before it. */
export interface Draft {
  /** What the page shows and its fields change: the base, or the variant being edited. */
  readonly scenario: Scenario;
  /** The scenario with its variants: what the link holds. */
  readonly base: Scenario;
  /** Null: the base is edited. */
  readonly variant: EditedVariant | null;
  /** A number for each workload that stays with it while it is edited and moved. */
  readonly ids: readonly number[];
  /** The bases that undo goes back to, oldest first. */
  readonly past: readonly Scenario[];
  /** The bases that redo goes on to, the next one last. */
  readonly future: readonly Scenario[];
  /** The field being typed in, and the scenario as the first keystroke found it; null between fields. */
  readonly visit: { readonly step: EditStep; readonly before: Scenario } | null;
  /** What was last done that is easily done by mistake, until the next edit: `Removed Chat`. */
  readonly done: string | null;
}

/** Bases before and after one, as `Draft` has them. */
export type Steps = Pick<Draft, "past" | "future">;

/**
 * A ScenarioEdit, or: the end of a visit to a field, the end of what `done` says, one step back or on; the steps that
 * were made before this page was opened; or which variant is edited, null for the base.
 */
export type Edit =
  | ScenarioEdit
  | { readonly do: "leave" | "dismiss" | "undo" | "redo" }
  | ({ readonly do: "recall" } & Steps)
  | { readonly do: "choose"; readonly variant: EditedVariant | null };

const MOST_STEPS = 200;

/**
 * One number for each workload. A workload that was there before keeps its number wherever it stands now, one in the
 * place of another takes that one’s, and the rest get new ones.
 */
function idsOf(workloads: readonly Workload[], { scenario: { workloads: before }, ids }: Draft): readonly number[] {
  const taken = new Set<number>();
  // One preset added twice is one object in two places: each place is taken once.
  const places = workloads.map((workload, n) => {
    const isInPlace = before[n] === workload && !taken.has(n);
    const place = isInPlace ? n : before.findIndex((one, m) => one === workload && !taken.has(m));
    taken.add(place);
    return place;
  });
  let most = Math.max(...ids);
  const next = places.map((place, n) => {
    if (place >= 0) return ids[place]!;
    return workloads.length === before.length && !taken.has(n) ? ids[n]! : ++most;
  });
  return next.length === ids.length && next.every((id, n) => id === ids[n]) ? ids : next;
}

/** The draft with this base in it, and this variant of it edited where it has one. */
function shown(draft: Draft, base: Scenario, chosen: EditedVariant | null): Draft {
  const variant = chosen && base.variants?.[chosen.index] ? chosen : null;
  const scenario = shownOf(base, variant);
  return { ...draft, base, variant, scenario, ids: idsOf(scenario.workloads, draft), visit: null, done: null };
}

/** The draft with another base of its steps in it. */
function stepped(draft: Draft, base: Scenario | undefined, steps: Steps): Draft {
  return base ? { ...shown(draft, base, draft.variant), ...steps } : draft;
}

function undone(draft: Draft): Draft {
  const { base, past, future } = draft;
  return stepped(draft, past.at(-1), { past: past.slice(0, -1), future: [...future, base] });
}

function redone(draft: Draft): Draft {
  const { base, past, future } = draft;
  return stepped(draft, future.at(-1), { past: [...past, base], future: future.slice(0, -1) });
}

/** The draft with steps made before. What was edited since leaves nothing to go on to. */
function recalled(draft: Draft, { past, future }: Steps): Draft {
  const isUntouched = draft.past.length === 0 && draft.future.length === 0;
  return { ...draft, past: [...past, ...draft.past], future: isUntouched ? future : draft.future };
}

function afterEdit(draft: Draft, edit: ScenarioEdit): Draft {
  if (edit.do === "add" && draft.scenario.workloads.length >= MOST.workloads) return draft;
  const step = stepOf(edit);
  const isVisited = step !== null && draft.visit !== null && isSameStep(step, draft.visit.step);
  const found = edit.do === "backlog" ? { ...draft.scenario, backlog: edit.backlog } : draft.scenario;
  const before = isVisited ? draft.visit.before : found;
  const past = isVisited ? draft.past : [...draft.past.slice(1 - MOST_STEPS), draft.base];
  const scenario = edited(draft.scenario, edit, before);
  if (edit.do === "set" && edit.variant !== undefined)
    return {
      ...shown(draft, scenario, edit.variant),
      past,
      future: [],
      visit: step && { step, before },
      done: edit.done ?? null,
    };
  const ids = idsOf(scenario.workloads, draft);
  const base = draft.variant ? withShown(draft.base, draft.variant, scenario) : rebased(draft, scenario, ids);
  return {
    scenario: draft.variant ? scenario : base,
    base,
    variant: draft.variant,
    ids,
    past,
    future: [],
    visit: step && { step, before },
    done: edit.do === "set" ? (edit.done ?? null) : null,
  };
}

/** The draft after an edit. */
export function afterAny(draft: Draft, edit: Edit): Draft {
  switch (edit.do) {
    case "leave":
      return draft.visit === null ? draft : { ...draft, visit: null };
    case "dismiss":
      return { ...draft, done: null };
    case "undo":
      return undone(draft);
    case "redo":
      return redone(draft);
    case "recall":
      return recalled(draft, edit);
    case "choose":
      return shown(draft, draft.base, edit.variant);
    default:
      return afterEdit(draft, edit);
  }
}

/** The draft that a page begins with. */
export const draftOf = (initial: Scenario): Draft => ({
  scenario: initial,
  base: initial,
  variant: null,
  ids: initial.workloads.map((_, n) => n),
  past: [],
  future: [],
  visit: null,
  done: null,
});

/** The draft of `initial` and what edits it. */
export const useDraft = (initial: Scenario) => useReducer(afterAny, initial, draftOf);
