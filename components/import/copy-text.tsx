"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Copies the text of an element on the page; says so on its face. */
export function CopyText({ from, children }: { from: string; children: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(document.getElementById(from)!.textContent).then(
      () => setSaid("Copied"),
      () => setSaid("Copy it by hand"),
    );
  return (
    <Button small className="only-with-scripts" onClick={() => void copy()}>
      <span aria-live="polite">{said ?? children}</span>
    </Button>
  );
}
