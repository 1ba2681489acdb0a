import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import styles from "./disclosure.module.css";

/** The triangle of a `summary`; turns when its `details` is open. */
const Chevron = () => (
  <svg className={styles.chevron} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
    <path d="m1.5 0 5 4-5 4z" fill="currentColor" />
  </svg>
);

/** A `summary` that begins with a Chevron in place of the browser’s own triangle. */
export function Summary({ className, children, ...rest }: ComponentProps<"summary">) {
  return (
    <summary {...rest} className={classNames(styles.summary, className)}>
      <Chevron />
      {children}
    </summary>
  );
}
