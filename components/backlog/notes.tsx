import { memo, type ReactNode } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogNotes, type BacklogNote } from "@/lib/view/backlog";
import { notesFinding } from "@/lib/view/estimate";
import { InfoMark, NoMark, WarnMark } from "@/components/ui/marks";
import { Section } from "@/components/ui/section";

const MARKS: Readonly<Record<BacklogNote["severity"], ReactNode>> = {
  error: <NoMark label="Error" className="is-over" />,
  warning: <WarnMark label="Warning" className="is-near" />,
  info: <InfoMark label="Information" className="q" />,
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
              <b>{fact}</b> <span className="q">{consequence}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
});
