"use client";

import { Suspense, useEffect, useState } from "react";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { areLettersOff, isTyping } from "./letters";

const KeysSheet = lazyPart("the list of keys", () => import("./keys-sheet"));

/** The first field of a page; of one without fields, its contents. */
const FIRST = 'input:not([type="hidden"], [type="file"], [type="radio"]), textarea, select, nav a';

function focusFirst(): void {
  const main = document.querySelector("main");
  [...(main?.querySelectorAll<HTMLElement>(FIRST) ?? [])].find((field) => field.checkVisibility())?.focus();
}

/** `/` and `?` on a page without a scenario; a page with one has keys of its own. */
export function PageKeys() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ((key !== "/" && key !== "?") || ctrlKey || metaKey || altKey || isTyping(target) || areLettersOff()) return;
      event.preventDefault();
      if (key === "?") setOpen(true);
      else focusFirst();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    isOpen && (
      <Suspense>
        <KeysSheet onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}
