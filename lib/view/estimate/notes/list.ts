import type { Workload } from "@/lib/scenario";
import { workloadName } from "@/lib/view/names";
import type { Estimate, Note } from "@/lib/estimate";
import { noteAction } from "./actions";
import { alikeAdvice, alikeNotes, alikeText } from "./alike";
import { joinedText } from "./joined";
import { budgetNoteText, limitNoteText } from "./limits";
import type { NoteText, NoteView } from "./types";
import { workloadNoteText } from "./workloads";

/** The sentences of a note, with the scenario’s own numbers. */
export function noteText(note: Note, estimate: Estimate): NoteText {
  if (note.code === "budget-exceeded") return budgetNoteText(estimate);
  return alikeText([note], estimate) ?? limitNoteText([note], estimate) ?? workloadNoteText(note, estimate);
}

/** The workload of a note, by name, and its field: what a charge is assumed of is the cap that is not set. */
function placeOf({ code, path, index }: Note, { scenario }: Estimate): NoteView["workloads"][number] {
  const named = path.split(".")[2] as keyof Workload | undefined;
  const field = named ?? (code === "charge-assumed" ? "maxCompletionTokens" : "inputTokens");
  return { name: workloadName(scenario, index), focus: { of: "workload", workload: index, field } };
}

/**
 * Every note with what to do about it, errors first as in the estimate. What several workloads have in
 * common is one line.
 */
export function noteViews(estimate: Estimate): NoteView[] {
  return alikeNotes(estimate).map((notes) => {
    const advised = alikeAdvice(notes, estimate);
    const { fact, consequence } =
      advised ??
      limitNoteText(notes, estimate) ??
      alikeText(notes, estimate) ??
      joinedText(notes, estimate) ??
      noteText(notes[0], estimate);
    return {
      key: notes[0].code,
      severity: notes[0].severity,
      fact,
      consequence,
      action: noteAction(notes, estimate),
      also: advised?.presses[1] ?? null,
      workloads:
        notes.length > 1 && notes[0].path.startsWith("workloads.") ? notes.map((note) => placeOf(note, estimate)) : [],
    };
  });
}

const COUNTS = ["Nothing", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"] as const;

/** The number of notes in a sentence: `Six things to know before you rely on this`; in digits from ten on. */
export function notesFinding(count: number): string {
  const things = count === 0 ? "" : count === 1 ? " thing" : " things";
  return `${COUNTS[count] ?? count}${things} to know before you rely on this`;
}
