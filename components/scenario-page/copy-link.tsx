"use client";

import { createContext, useContext } from "react";
import { LinkIcon } from "@/components/ui/icons";

interface Sharing {
  /** What copying has just come to; `null` before and after. */
  readonly copied: string | null;
  readonly copy: () => void;
}

export const SharingContext = createContext<Sharing>({ copied: null, copy: () => undefined });

/** Copies the link of what is on screen, and says so: in the button where it has words, else where the toasts are. */
export function CopyLink() {
  const { copied, copy } = useContext(SharingContext);
  return (
    <>
      <button type="button" className="btn only-with-scripts" onClick={copy} aria-label="Copy link">
        <LinkIcon />
        <span>{copied ?? "Copy link"}</span>
      </button>
      <span className={copied ? "said sr-only" : "sr-only"} role="status">
        {copied}
      </span>
    </>
  );
}
