import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogNotes } from "@/lib/view/backlog";
import { notesFinding } from "@/lib/view/estimate";
import { NotesList } from "@/components/figures/lists/notes-list";
import { Section } from "@/components/ui/section";

/** What the plan rests on. */
export const BacklogNotes = memo(function BacklogNotes({ plan }: { plan: BacklogPlan }) {
  const notes = backlogNotes(plan);
  if (notes.length === 0) return null;
  return (
    <Section id="notes" eyebrow="Notes" finding={notesFinding(notes.length)}>
      <NotesList notes={notes.map(({ key, severity, fact, consequence }) => ({ key, severity, fact, consequence }))} />
    </Section>
  );
});
