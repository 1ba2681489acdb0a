"use client";

import { createContext, useContext } from "react";
import { Button } from "@/components/ui/button";
import { LinkIcon } from "@/components/ui/icons";
import styles from "./copy-link.module.css";

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
      <Button className={styles.copy} onClick={copy} aria-label="Copy link">
        <LinkIcon />
        <span className={styles.words}>{copied ?? "Copy link"}</span>
      </Button>
      <span className={copied ? styles.copied : "sr-only"} role="status">
        {copied}
      </span>
    </>
  );
}
