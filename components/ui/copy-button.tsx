"use client";

import { useState } from "react";
import { Button } from "./button";

/** Copies the text of an element on the page; says so on its face. */
export function CopyButton({ from, children }: { from: string; children: string }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(document.getElementById(from)!.textContent).then(
      () => setOutcome("Copied"),
      () => setOutcome("Copy it by hand"),
    );
  return (
    <Button small className="only-with-scripts" onClick={() => void copy()}>
      <span aria-live="polite">{outcome ?? children}</span>
    </Button>
  );
}
