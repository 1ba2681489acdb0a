import type { ReactNode } from "react";

/** A name with a hyphen and a digit, short enough for a line of a phone: `gpt-4.1-mini`, not `well-known`. */
const NAME = /(\b(?=[\w.-]{3,24}(?![\w-]))(?=[\w.-]*\d)[a-z][\w.]*(?:-[\w.]+)+)/i;

/** A text whose names do not break at their hyphens; what is copied from it is as it was. */
export function WholeNames({ children }: { readonly children: ReactNode }) {
  if (typeof children !== "string") return children;
  return children.split(NAME).map((part, index) =>
    index % 2 ? (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
