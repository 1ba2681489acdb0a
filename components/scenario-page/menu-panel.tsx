"use client";

import { useId, useRef, useState, type FormEvent } from "react";
import { createPortal } from "react-dom";
import { decodeLink } from "@/lib/link";
import type { Estimate } from "@/lib/estimate";
import { BLANK, type Scenario } from "@/lib/scenario";
import { formatDay } from "@/lib/view/text";
import { Button, IconButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { CloseIcon } from "@/components/ui/close-icon";
import { Sheet } from "@/components/ui/page/sheet";
import { KeyList } from "@/components/ui/keys/key-list";
import { areLettersOff, switchLetters } from "@/components/ui/keys/letters";
import { useEdit } from "@/components/scenario/edit-context";
import { readKept } from "./kept/kept";
import { forget, nameOf, save } from "./kept/by-name";

const KEYS = [
  ["/", "first field"],
  ["n", "new workload"],
  ["Alt ↑ ↓", "move the workload"],
  ["1 – 5", "usage tier, on its control"],
  ["w", "working of the focused figure"],
  ["Ctrl or ⌘ Z", "undo"],
  ["Ctrl or ⌘ Y", "redo, as with Shift Z"],
  ["Ctrl or ⌘ P", "print a report"],
  ["Esc", "close"],
  ["?", "this"],
] as const;

const KEPT = "flex items-center gap-3 border-t border-line py-[7px]";

interface MenuPanelProps {
  readonly estimate: Estimate;
  readonly link: string;
  readonly onStart: (scenario: Scenario) => void;
  readonly onClose: () => void;
}

/** A blank scenario, those kept by name, and the keys of the page. */
export default function MenuPanel({ estimate, link, onStart, onClose }: MenuPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const edit = useEdit();
  const id = useId();
  const [store, setStore] = useState(readKept);
  const [name, setName] = useState(() => nameOf(estimate.scenario));
  const [stated, setStated] = useState("");
  const [off, setOff] = useState(areLettersOff);

  // Closed by itself, a dialog gives the focus back to what had it.
  const close = () => dialog.current!.close();
  const open = (to: string) => {
    const { scenario } = decodeLink(to);
    if (scenario) edit({ do: "set", scenario, variant: null });
    close();
  };
  const startBlank = () => {
    onStart(BLANK);
    edit({ do: "set", scenario: BLANK, variant: null, done: "Blank is open" });
    close();
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim() || nameOf(estimate.scenario);
    setStated(
      save(
        wanted,
        link,
        store.saved.some((kept) => kept.name === wanted),
      )
        ? `Saved as “${wanted}”.`
        : "This browser does not let pages keep anything; the link itself holds it all.",
    );
    setStore(readKept());
  };
  const recent = store.recent.filter((one) => one !== link);
  // Out of the editor: a form within a form is never heard of.
  return createPortal(
    <Sheet ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div className="flex items-center gap-2">
        <h2 id={id} className="flex-1 text-16 font-[600]">
          This scenario
        </h2>
        <Button small onClick={startBlank}>
          New, blank
        </Button>
        <IconButton aria-label="Close" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <form className="mt-3 flex flex-wrap gap-2" onSubmit={keep}>
        <FieldFrame text className="flex-1 basis-40">
          <input
            aria-label="Name to keep it by"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </FieldFrame>
        <Button type="submit" go>
          {store.saved.some((kept) => kept.name === name.trim()) ? "Replace" : "Save in this browser"}
        </Button>
      </form>
      <p className="mt-2 min-h-5 text-ink-2" role="status">
        {stated}
      </p>
      <h3 className="mt-3 font-[600]">Kept in this browser</h3>
      {store.saved.length === 0 && recent.length === 0 && (
        <p className="text-ink-2">Nothing yet. What you work on is listed here, and what you save stays by its name.</p>
      )}
      <ul>
        {store.saved.map((kept) => (
          <li key={kept.name} className={KEPT}>
            <button type="button" className="min-w-0 flex-1 truncate text-accent" onClick={() => open(kept.link)}>
              {kept.name}
            </button>
            <Button
              small
              aria-label={`Forget ${kept.name}`}
              onClick={() => {
                forget(kept.name);
                setStore(readKept());
              }}
            >
              Forget
            </Button>
          </li>
        ))}
        {recent.map((one) => {
          const { scenario } = decodeLink(one);
          return scenario ? (
            <li key={one} className={KEPT}>
              <button type="button" className="min-w-0 flex-1 truncate text-accent" onClick={() => open(one)}>
                {nameOf(scenario)}
              </button>
              <span className="text-small text-ink-2">
                recent, {scenario.workloads.length === 1 ? "1 workload" : `${scenario.workloads.length} workloads`},{" "}
                {formatDay(scenario.asOf)}
              </span>
            </li>
          ) : null;
        })}
      </ul>
      <h3 className="mt-4 font-[600]">Keys</h3>
      <KeyList keys={KEYS} />
      <label className="mt-2 flex items-center gap-2 text-13">
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => {
            setOff(!event.target.checked);
            switchLetters(!event.target.checked);
          }}
        />
        Single letters act outside fields
      </label>
    </Sheet>,
    document.body,
  );
}
