"use client";

import { useContext } from "react";
import { TryContext } from "./try-context";

interface PlaceLinkProps {
  readonly text: string;
  /** Where it leads without scripts. */
  readonly href: string;
  /** The place, by its `data-at` or id. */
  readonly at: string;
}

/** Words that lead to a field or a section of the page, opening what hides it; without JavaScript a plain link. */
export function PlaceLink({ text, href, at }: PlaceLinkProps) {
  const { focus } = useContext(TryContext);
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        focus(at);
      }}
    >
      {text}
    </a>
  );
}
