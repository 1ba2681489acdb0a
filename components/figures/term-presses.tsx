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
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
}
