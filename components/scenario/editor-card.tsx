import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Summary } from "@/components/ui/disclosure";
import styles from "./editor-card.module.css";

interface EditorCardProps extends ComponentProps<"details"> {
  readonly name: string;
  /** What stands at the end of the first line. */
  readonly amount?: ReactNode;
  /** The second line: its first child to the left, its second to the right. */
  readonly summary: ReactNode;
}

/** A part of an editor that opens: two lines to tell it by, and its fields. */
export function EditorCard({ name, amount, summary, className, children, ...rest }: EditorCardProps) {
  return (
    <details className={classNames(styles.card, className)} {...rest}>
      <Summary className={styles.summary}>
        <b>{name}</b>
        {amount !== undefined && <span className="font-semibold">{amount}</span>}
        <span className="col-[2/-1] flex flex-wrap justify-between gap-x-2 text-small wrap-anywhere text-ink-2">
          {summary}
        </span>
      </Summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
