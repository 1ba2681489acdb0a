"use client";

import { useEffect } from "react";
import styles from "./toast.module.css";
import type { Edit } from "@/components/scenario/draft";

const SHOWN_MS = 10_000;

/** What was just done, with a way back: until the next edit, ten seconds at the most. */
export function Toast({ done, edit }: { done: string | null; edit: (edit: Edit) => void }) {
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => edit({ do: "dismiss" }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done, edit]);
  return (
    <div className={styles.place} role="status">
      {done !== null && (
        <span className={styles.toast}>
          <span>{done}</span>
          <button type="button" onClick={() => edit({ do: "undo" })}>
            Undo
          </button>
        </span>
      )}
    </div>
  );
}
