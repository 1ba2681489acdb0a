import { memo, type ReactNode } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogNotes } from "@/lib/view/backlog";
import { notesFinding, type NoteView } from "@/lib/view/estimate";
import { InfoMark, NoMark, WarnMark } from "@/components/ui/marks";
import { Section } from "@/components/ui/section";

const MARKS: Readonly<Record<NoteView["severity"], ReactNode>> = {
  error: <NoMark label="Error" className="text-over" />,
  warning: <WarnMark label="Warning" className="text-near" />,
  info: <InfoMark label="Information" className="text-ink-2" />,
};

/** What the plan rests on. */
export const BacklogNotes = memo(function BacklogNotes({ plan }: { plan: BacklogPlan }) {
  const notes = backlogNotes(plan);
  if (notes.length === 0) return null;
  return (
    <Section id="notes" eyebrow="Notes" finding={notesFinding(notes.length)}>
      <ul className="notes">
        {notes.map(({ key, severity, fact, consequence }) => (
          <li key={key} data-note={key}>
            {MARKS[severity]}
            <p>
              <b>{fact}</b> <span className="text-ink-2">{consequence}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
});
