"use client";

import { useId, useRef } from "react";
import { IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/close-icon";
import { Sheet } from "@/components/ui/page/sheet";
import { KeyList } from "./key-list";

const KEYS = [
  ["/", "first field, or the contents"],
  ["Esc", "close"],
  ["?", "this"],
] as const;

/** The keys of a page without a scenario. */
export default function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <Sheet ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div className="mb-3 flex items-center gap-2">
        <h2 id={id} className="flex-1 text-16 font-[600]">
          Keys
        </h2>
        <IconButton aria-label="Close" onClick={() => dialog.current!.close()}>
          <CloseIcon />
        </IconButton>
      </div>
      <KeyList keys={KEYS} />
      <p className="mt-3 text-13 text-ink-2">The pages of a scenario have more: press ? there.</p>
    </Sheet>
  );
}
