import type { ReactNode } from "react";
import { termOf, type TermId } from "@/lib/view/names";

/**
 * A term of the trade. A press opens its meaning where a page listens (`TermPresses`); without scripts it leads
 * to the meaning on the method page.
 */
export const TermLink = ({ of, children }: { readonly of: TermId; readonly children: ReactNode }) => (
  <a href={`/method#term-${of}`} data-term={of}>
    {children}
  </a>
);

/** A label, which opens its meaning where it is a term. */
export function Termed({ label }: { readonly label: string }) {
  const term = termOf(label);
  return term ? <TermLink of={term}>{label}</TermLink> : label;
}
