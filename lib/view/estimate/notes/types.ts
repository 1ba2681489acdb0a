import type { Note } from "@/lib/estimate";
import type { Scenario } from "@/lib/scenario";
import type { FocusTarget } from "../focus-target";

/** A note in two sentences: the fact, and what follows from it. */
export interface NoteText {
  readonly fact: string;
  readonly consequence: string;
}

/** What can be done about a note: another scenario to try, or a place of the editor to fill in. */
export type NoteAction =
  | { readonly label: string; readonly scenario: Scenario; readonly done?: string }
  | { readonly label: string; readonly focus: FocusTarget };

/** A note as every page lists it. */
export interface NoteView extends NoteText {
  /** The code of the note; on Plan several notes may share one. */
  readonly key: string;
  readonly severity: Note["severity"];
  readonly action: NoteAction | null;
  /** Another thing that can be done about it. */
  readonly also: NoteAction | null;
  /** The workloads that it is on, each with its field, where there are several. */
  readonly workloads: readonly NotedWorkload[];
}

/** A workload that a note is on, and the field that it is about. */
interface NotedWorkload {
  readonly name: string;
  readonly focus: Extract<FocusTarget, { readonly of: "workload" }>;
}
