"use client";

import { useEffect } from "react";

/**
 * Opens the meaning of a pressed `TermLink`; its code comes with the first press, and the link holds where it cannot.
 */
export function TermPresses() {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-term]");
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      import("./meaning").then(
        ({ showMeaning }) => showMeaning(link),
        () => (location.href = link.href),
      );
    };
    // React keeps presses of what it has not taken over from everything below the window.
    addEventListener("click", onClick, true);
    return () => removeEventListener("click", onClick, true);
  }, []);
  return null;
}
