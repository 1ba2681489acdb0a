import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface PlaceholderProps {
  readonly as?: "div" | "p";
  readonly className?: string;
  readonly children: ReactNode;
}

/** The dashed box in the place of what has not come yet, or cannot; its height is given by `className`. */
export function Placeholder({ as: Tag = "div", className, children }: PlaceholderProps) {
  const look = "grid place-items-center rounded-button border border-dashed border-line-2 text-13 text-ink-3";
  return <Tag className={classNames(look, className)}>{children}</Tag>;
}
