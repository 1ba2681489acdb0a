import type { ReactNode } from "react";
import { classNames } from "../class-names";

/** Says, without scripts alone, what is not in its place and why. */
export function NeedsScripts({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <p className={classNames("mt-2 only-without-scripts text-small text-ink-2", className)}>{children}</p>;
}
