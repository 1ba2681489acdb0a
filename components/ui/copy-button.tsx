"use client";

import { useState } from "react";
import { Button } from "./button";
import { copyText } from "./hooks/copy-text";

/** Copies the text of an element on the page; says so on its face. */
export function CopyButton({ from, children }: { from: string; children: string }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = async () => {
    const isCopied = await copyText(document.getElementById(from)!.textContent);
    setOutcome(isCopied ? "Copied" : "Copy it by hand");
  };
  return (
    <Button small className="only-with-scripts" onClick={() => void copy()}>
      <span aria-live="polite">{outcome ?? children}</span>
    </Button>
  );
}
