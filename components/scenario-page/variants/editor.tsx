import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { MOST, type Scenario } from "@/lib/scenario";
import { changesView, renamed, withoutChanges, type VariantChange } from "@/lib/view/variants";
import { showVariant } from "@/components/figures/shown-variant";
import { useEdit } from "@/components/scenario/edit-context";
import { Button, IconButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { UndoIcon } from "@/components/ui/icons";
import { choose, put } from "./acts";
import styles from "./editor.module.css";

const LETTERS = ["B", "C", "D", "E"];

/** What is edited, over the fields of the editor: the base or one of its variants. */
export function VariantEditor({ base, chosen }: { base: Scenario; chosen: number | null }) {
  const edit = useEdit();
  // It is drawn after a press only, when its place is there.
  const [place] = useState(() => document.querySelector("[data-variants]"));
  if (!place) return null;
  return createPortal(
    <section className={styles.editor} aria-label="The variant being edited">
      <div className={styles.tabs} role="group" aria-label="What is edited">
        {["Base", ...LETTERS.slice(0, base.variants!.length)].map((one, index) => {
          const isChosen = index === (chosen ?? -1) + 1;
          return (
            <Button
              key={one}
              small
              go={isChosen}
              aria-pressed={isChosen}
              onClick={() => edit(choose(index === 0 ? null : index - 1))}
            >
              {one}
            </Button>
          );
        })}
      </div>
      {chosen === null ? (
        <p className={styles.count}>What a variant does not change follows this.</p>
      ) : (
        <Changes base={base} chosen={chosen} />
      )}
    </section>,
    place,
  );
}

/** The name of a variant and what of it is its own; a change goes back by itself. */
function Changes({ base, chosen }: { base: Scenario; chosen: number }) {
  const edit = useEdit();
  const view = useMemo(() => changesView(base, chosen), [base, chosen]);
  const { changes } = view;
  const variants = base.variants!;
  const { name } = variants[chosen]!;
  const letter = LETTERS[chosen]!;
  const undo = (paths?: readonly string[]) => edit(put(withoutChanges(base, chosen, paths), chosen));
  useEffect(() => {
    const fields = new Map(changes.map((change) => [change.field, change]));
    showVariant({
      letter,
      name: `${letter}: ${name}`,
      mark: (field) => {
        const change = fields.get(field);
        return (
          change && (
            <Mark change={change} onUndo={() => edit(put(withoutChanges(base, chosen, change.paths), chosen))} />
          )
        );
      },
    });
  }, [base, chosen, changes, edit, letter, name]);
  useEffect(() => () => showVariant(null), []);
  return (
    <>
      <FieldFrame text className="mt-2">
        <input
          aria-label={`Name of ${letter}`}
          value={name}
          maxLength={MOST.name}
          onChange={(event) => edit({ ...put(renamed(base, chosen, event.target.value), chosen), ...VISIT })}
          onBlur={() => edit({ do: "leave" })}
        />
      </FieldFrame>
      <p className={styles.count}>
        <span>
          <b>
            {letter}: {view.count}.
          </b>{" "}
          All else follows the base.
        </span>
        {changes.length > 1 && (
          <button
            type="button"
            className="text-accent underline underline-offset-3"
            onClick={({ currentTarget }) => {
              leaveFrom(currentTarget);
              undo();
            }}
          >
            Undo all {changes.length}
          </button>
        )}
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.key} className={styles.change}>
              <span>
                {change.label} <b>{change.now}</b> <Was {...change} />
              </span>
              <UndoOne
                {...change}
                onUndo={(button) => {
                  leaveFrom(button);
                  undo(change.paths);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The field that a mark stands behind. */
function fieldBefore(mark: Element): HTMLElement | null {
  const FIELD = "input:not([type=radio]), input:checked, select, button";
  for (let at = mark.previousElementSibling; at; at = at.previousElementSibling) {
    const field = at.matches(FIELD) ? (at as HTMLElement) : at.querySelector<HTMLElement>(FIELD);
    if (field) return field;
  }
  return null;
}

/** Gives the focus to what stands beside a button that goes with its press. */
function leaveFrom(button: HTMLElement): void {
  const all = [...button.closest("section")!.querySelectorAll<HTMLElement>("[data-undo], [aria-pressed=true]")];
  const at = all.indexOf(button);
  (all[at + 1] ?? all[at - 1] ?? all[0]!).focus();
}

/** Keystrokes in the name of a variant are one step. */
const VISIT = { step: { of: "scenario", field: "variants" } } as const;

function Was({ was, aside }: Pick<VariantChange, "was" | "aside">) {
  if (aside) return <span className="text-ink-2">{aside}</span>;
  return (
    <s className="text-ink-2">
      <span className="sr-only">base </span>
      {was}
    </s>
  );
}

function UndoOne({ undo, onUndo }: Pick<VariantChange, "undo"> & { onUndo: (button: HTMLElement) => void }) {
  return (
    <IconButton
      className={styles.undo}
      data-undo
      aria-label={undo}
      onClick={({ currentTarget }) => onUndo(currentTarget)}
    >
      <UndoIcon />
    </IconButton>
  );
}

/** Beside a field whose value is the variant’s own. */
function Mark({ change, onUndo }: { change: VariantChange; onUndo: () => void }) {
  return (
    <span className={styles.mark} data-changed>
      <span>
        {change.aside ?? (
          <>
            base <s>{change.was}</s>
          </>
        )}
      </span>
      <UndoOne
        {...change}
        onUndo={(button) => {
          fieldBefore(button.closest("[data-changed]")!)?.focus();
          onUndo();
        }}
      />
    </span>
  );
}
