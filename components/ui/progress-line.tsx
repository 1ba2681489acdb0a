import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./progress-line.module.css";

interface ProgressLineProps {
  readonly label: string;
  /** How much is done, 0 to 1. */
  readonly value: number;
  readonly className?: string | undefined;
  /** What stands beside the bar: a way to stop, words. */
  readonly children: ReactNode;
}

/** How far a piece of work is, in a line. */
export function ProgressLine({ label, value, className, children }: ProgressLineProps) {
  return (
    <div className={classNames(styles.line, className)}>
      <progress aria-label={label} max={1} value={value} />
      {children}
    </div>
  );
}
