import type { ReactNode } from "react";
import type { TermId } from "@/lib/view/names";

/**
 * A term of the trade. A press opens its meaning where a page listens (`TermPresses`); without scripts it leads
 * to the meaning on the method page.
 */
export const TermLink = ({ of, children }: { readonly of: TermId; readonly children: ReactNode }) => (
  <a href={`/method#term-${of}`} data-term={of}>
    {children}
  </a>
);
