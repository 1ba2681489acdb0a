"use client";

import { useEffect } from "react";
import type { Edit } from "@/components/scenario/draft";

const SHOWN_MS = 10_000;

/** What was taken away, with a way back: until the next edit, ten seconds at the most. */
export function Toast({ removed, edit }: { removed: string | null; edit: (edit: Edit) => void }) {
  useEffect(() => {
    if (removed === null) return;
    const timer = setTimeout(() => edit({ do: "dismiss" }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [removed, edit]);
  return (
    <div className="toasts" role="status">
      {removed !== null && (
        <span className="toast">
          <span>Removed {removed}</span>
          <button type="button" onClick={() => edit({ do: "undo" })}>
            Undo
          </button>
        </span>
      )}
    </div>
  );
}
