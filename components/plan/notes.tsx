import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { focusHref, type FocusTarget, notesFinding, noteViews, type NoteAction } from "@/lib/view/estimate";
import { NotesList } from "@/components/figures/lists/notes-list";
import { TryLink } from "@/components/figures/try-link";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

interface NotesProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
  readonly onFocus: (target: FocusTarget) => void;
}

/** Every note: the fact, what follows, and one thing to do about it. */
export const Notes = memo(function Notes({ estimate, place, onFocus }: NotesProps) {
  const notes = noteViews(estimate);
  return (
    <Section ref={place} aria-labelledby="h-note" eyebrow="Notes" finding={notesFinding(notes.length)}>
      <NotesList
        notes={notes.map(({ key, severity, fact, consequence, action }) => ({
          key,
          severity,
          fact,
          consequence,
          action: action && <Action action={action} fact={fact} onFocus={onFocus} />,
        }))}
      />
    </Section>
  );
});

interface ActionProps {
  readonly action: NoteAction;
  readonly fact: string;
  readonly onFocus: (target: FocusTarget) => void;
}

function Action({ action, fact, onFocus }: ActionProps) {
  if ("scenario" in action) {
    return (
      <TryLink
        scenario={action.scenario}
        label={`${action.label}: ${fact}`}
        {...(action.done && { done: action.done })}
      >
        {action.label}
      </TryLink>
    );
  }
  return (
    <LinkButton
      small
      href={focusHref(action.focus)}
      onClick={(event) => {
        event.preventDefault();
        onFocus(action.focus);
      }}
    >
      {action.label}
    </LinkButton>
  );
}
