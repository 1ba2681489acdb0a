import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { NoMark } from "@/components/ui/marks";
import styles from "./field-frame.module.css";

interface FieldFrameProps extends ComponentProps<"div"> {
  /** Words, not a number: written from the left. */
  readonly text?: boolean;
  /** What is in it could not be read. */
  readonly bad?: boolean;
}

/** The frame of an `input`, a `select` or a button that opens a list. */
export function FieldFrame({ text = false, bad = false, className, ...rest }: FieldFrameProps) {
  return <div {...rest} className={classNames(styles.frame, text && styles.text, bad && styles.faulty, className)} />;
}

/** The unit after a number, within its frame. */
export function FieldUnit({ children }: { children: ReactNode }) {
  return <span className={styles.unit}>{children}</span>;
}

/** Fields one under the other: label, frame, hint. */
export function FieldGrid({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={classNames(styles.grid, className)} />;
}

/** A hairline between fields of a grid. */
export const FieldRule = () => <div className="col-span-full my-1.5 h-px bg-line" />;

/** What was understood, or what a field is for. */
export function FieldHint({ className, ...rest }: ComponentProps<"span">) {
  return <span {...rest} className={classNames(styles.hint, className)} />;
}

/** Why what was entered cannot be used. */
export function FieldError({ className, children, ...rest }: ComponentProps<"p">) {
  return (
    <p {...rest} className={classNames(styles.error, className)}>
      <NoMark size={12} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
