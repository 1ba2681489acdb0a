import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import {
  encodeFocusTarget,
  focusHref,
  type FocusTarget,
  notesFinding,
  type NoteAction,
  type NoteView,
  noteViews,
} from "@/lib/view/estimate";
import { NotesList } from "@/components/figures/lists/notes-list";
import { TryLink } from "@/components/figures/try-link";
import { PlaceLink } from "@/components/figures/place-link";
import { LinkButton } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";

interface NotesProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
  readonly onFocus: (target: FocusTarget) => void;
}

/** Every note: the fact, what follows, and what to do about it. */
export const Notes = memo(function Notes({ estimate, place, onFocus }: NotesProps) {
  const notes = noteViews(estimate);
  return (
    <Section ref={place} aria-labelledby="h-note" eyebrow="Notes" finding={notesFinding(notes.length)}>
      <NotesList
        notes={notes.map(({ key, severity, fact, consequence, action, also, workloads }) => ({
          key,
          severity,
          fact,
          consequence,
          action: action && (
            <>
              <Action action={action} fact={fact} onFocus={onFocus} />
              {also && <Action action={also} fact={fact} onFocus={onFocus} />}
            </>
          ),
          below: workloads.length > 0 && <Workloads workloads={workloads} />,
        }))}
      />
    </Section>
  );
});

/** Each workload that a note is on: a press leads to its field. */
function Workloads({ workloads }: Pick<NoteView, "workloads">) {
  return (
    <details className="mt-1 text-small print:hidden">
      <Summary>{workloads.length} workloads</Summary>
      <div className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {workloads.map(({ name, focus }) => (
          <span key={focus.workload} className="max-w-full truncate">
            <PlaceLink text={name} href={focusHref(focus)} at={encodeFocusTarget(focus)} />
          </span>
        ))}
      </div>
    </details>
  );
}

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
