import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./table.module.css";

interface TableProps extends ComponentProps<"table"> {
  /** Read out before the table; none where a heading stands right above it. */
  readonly caption?: ReactNode;
  /** All columns as wide as each other. */
  readonly even?: boolean;
  /** Small and close on a phone. */
  readonly compact?: boolean;
}

/** Rows over hairlines. */
export function Table({ caption, even = false, compact = false, className, children, ...rest }: TableProps) {
  return (
    <table {...rest} className={classNames(styles.table, even && styles.even, compact && styles.compact, className)}>
      {caption && <caption className="sr-only">{caption}</caption>}
      {children}
    </table>
  );
}
