"use client";

import { useEffect } from "react";
import { isOwn, keepOpen } from "./kept";

interface KeepOpenProps {
  /** Of the link that the page was opened with. */
  readonly query: string;
  /** Nothing of it is anybody’s own yet. */
  readonly isExample: boolean;
}

/** Notes at once what this tab shows: whoever leaves before the page has its script finds the way back. */
export function KeepOpen({ query, isExample }: KeepOpenProps) {
  useEffect(() => {
    const isKept = isOwn(`/${query}`);
    if (isKept || !isExample) keepOpen(query);
    // A link that was not written as it is kept looked like somebody else’s before the first paint.
    if (isKept) delete document.documentElement.dataset["shared"];
  }, [query, isExample]);
  return null;
}
