"use client";

import { useReducer } from "react";
import { MOST, type Scenario, type Workload } from "@/lib/scenario";
import { edited, isSameStep, stepOf, type EditStep, type ScenarioEdit } from "./edits";

/** What shows and edits the variants of a base; its script comes with the strip of variants. */
export interface VariantRoom {
  readonly shownOf: (base: Scenario, chosen: number) => Scenario;
  /** The base whose variant has become this scenario. */
  readonly withShown: (base: Scenario, chosen: number, scenario: Scenario) => Scenario;
  /** Which variant is shown after a step from one base to another: the one that differs in it, else the same. */
  readonly shownAfter: (before: Scenario, base: Scenario, chosen: number | null) => number | null;
  /** An edited base: its variants go on to say of each workload and model what they said before. */
  readonly rebased: (before: Pick<Draft, "scenario" | "ids">, base: Scenario, ids: readonly number[]) => Scenario;
}

/** The scenario being edited, with the ones before it. */
export interface Draft {
  /** What the page shows and its fields change: the base, or the variant being edited. */
  readonly scenario: Scenario;
  /** The scenario with its variants: what the link holds. */
  readonly base: Scenario;
  /** The variant being edited, by its place; null: the base is. */
  readonly chosen: number | null;
  readonly room: VariantRoom | null;
  /** The base that the page opened with, until the room of variants is there. */
  readonly opened: Scenario | null;
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
 * were made before this page was opened; or which variant is edited, null for the base, undefined for the one that is.
 */
export type Edit =
  | ScenarioEdit
  | { readonly do: "leave" | "dismiss" | "undo" | "redo" }
  | ({ readonly do: "recall" } & Steps)
  | { readonly do: "choose"; readonly chosen: number | null | undefined; readonly room: VariantRoom };

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
function shown(draft: Draft, base: Scenario, wanted: number | null): Draft {
  const chosen = wanted !== null && base.variants?.[wanted] ? wanted : null;
  const scenario = chosen === null ? base : draft.room!.shownOf(base, chosen);
  return { ...draft, base, chosen, scenario, ids: idsOf(scenario.workloads, draft), visit: null, done: null };
}

/** The draft with another base of its steps in it. */
function stepped(draft: Draft, base: Scenario | undefined, steps: Steps): Draft {
  if (!base) return draft;
  const wanted = draft.room ? draft.room.shownAfter(draft.base, base, draft.chosen) : draft.chosen;
  return { ...shown(draft, base, wanted), ...steps };
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
  const { chosen, room } = draft;
  const ownBase = room && scenario.variants ? room.rebased(draft, scenario, ids) : scenario;
  const base = chosen === null ? ownBase : room!.withShown(draft.base, chosen, scenario);
  return {
    scenario: chosen === null ? base : scenario,
    base,
    chosen,
    room,
    opened: draft.opened,
    ids,
    past,
    future: [],
    visit: step && { step, before },
    done: edit.do === "set" ? (edit.done ?? null) : null,
  };
}

/** The draft whose variants have gone along with the edits made before their script came. */
function carried(draft: Draft): Draft {
  const { opened, base, ids, room } = draft;
  if (!opened || opened === base || !room) return { ...draft, opened: null };
  const moved = room.rebased({ scenario: opened, ids: opened.workloads.map((_, n) => n) }, base, ids);
  return { ...draft, opened: null, base: moved, ...(draft.chosen === null && { scenario: moved }) };
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
    case "choose": {
      const next = carried({ ...draft, room: edit.room });
      return edit.chosen === undefined || edit.chosen === draft.chosen ? next : shown(next, next.base, edit.chosen);
    }
    default:
      return afterEdit(draft, edit);
  }
}

/** The draft that a page begins with. */
export const newDraft = (initial: Scenario): Draft => ({
  scenario: initial,
  base: initial,
  chosen: null,
  room: null,
  opened: initial,
  ids: initial.workloads.map((_, n) => n),
  past: [],
  future: [],
  visit: null,
  done: null,
});

/** The draft of `initial` and what edits it. */
export const useDraft = (initial: Scenario) => useReducer(afterAny, initial, newDraft);
