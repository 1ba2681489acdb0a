import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./marks.module.css";

export interface MarkProps {
  /** Read out in place of the picture; without it the mark is decoration beside words that say the same. */
  label?: string | undefined;
  /** Width and height in CSS pixels. */
  size?: number;
  className?: string | undefined;
}

/** The frame of a mark: 16 units square. */
export function Mark({ label, size = 15, className, children }: MarkProps & { children: ReactNode }) {
  return (
    <svg
      className={classNames(styles.mark, className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {children}
    </svg>
  );
}

/** A cross in a disc. */
export function NoMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" stroke="var(--bg)" />
    </Mark>
  );
}

/** A triangle. */
export function WarnMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <path
        d="M8 .8a1 1 0 0 1 .87.5l6.6 11.6a1.2 1.2 0 0 1-1.07 1.8H1.6a1.2 1.2 0 0 1-1.07-1.8L7.13 1.3A1 1 0 0 1 8 .8z"
        fill="currentColor"
      />
      <path d="M8 5.4v4.2m0 2.2v.2" stroke="var(--bg)" />
    </Mark>
  );
}
