import { memo, type ReactNode, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { focusHref, type FocusTarget, notesFinding, noteViews, type NoteView } from "@/lib/view/estimate";
import { InfoMark, NoMark, WarnMark } from "@/components/ui/marks";
import { TryLink } from "@/components/figures/try-link";

const MARKS: Readonly<Record<NoteView["severity"], () => ReactNode>> = {
  error: () => <NoMark label="Error" className="text-over" />,
  warning: () => <WarnMark label="Warning" className="text-near" />,
  info: () => <InfoMark label="Information" className="text-ink-2" />,
};

/** Every note: the fact, what follows, and one thing to do about it. */
export const Notes = memo(function Notes({
  estimate,
  place,
  onFocus,
}: {
  estimate: Estimate;
  place: Ref<HTMLElement>;
  onFocus: (target: FocusTarget) => void;
}) {
  const notes = noteViews(estimate);
  return (
    <section className="sec" aria-labelledby="h-note" ref={place}>
      <header>
        <div>
          <span className="eye">Notes</span>
          <h2 id="h-note">{notesFinding(notes.length)}</h2>
        </div>
      </header>
      <ul className="notes">
        {notes.map(({ key, severity, fact, consequence, action }, index) => (
          <li key={index} data-note={key}>
            {MARKS[severity]()}
            <p>
              <b>{fact}</b> <span className="text-ink-2">{consequence}</span>
            </p>
            {action && (
              <div className="act">
                {"scenario" in action ? (
                  <TryLink scenario={action.scenario} label={`${action.label}: ${fact}`}>
                    {action.label}
                  </TryLink>
                ) : (
                  <a
                    className="btn sm"
                    href={focusHref(action.focus)}
                    onClick={(event) => {
                      event.preventDefault();
                      onFocus(action.focus);
                    }}
                  >
                    {action.label}
                  </a>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
});
