import type { ReactNode } from "react";
import styles from "./change-list.module.css";

interface ListedChange {
  /** What stands before the text: a mark or a number. */
  readonly mark: ReactNode;
  readonly text: string;
  readonly detail: string;
  /** What a press does about it. */
  readonly action?: ReactNode;
}

interface ChangeListProps {
  readonly changes: readonly ListedChange[];
  /** The order says which change has the most effect. */
  readonly ordered?: boolean;
  /** What is said where there is no change. */
  readonly otherwise?: string;
}

/** What can be changed about a scenario: each change with what it does, and a press that makes it. */
export function ChangeList({ changes, ordered = false, otherwise }: ChangeListProps) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className={styles.changes}>
      {changes.map(({ mark, text, detail, action }) => (
        <li key={text}>
          {mark}
          <div>
            {text} <span className="block text-small text-ink-2">{detail}</span>
          </div>
          {action}
        </li>
      ))}
      {changes.length === 0 && otherwise && <li className="!block text-ink-2">{otherwise}</li>}
    </List>
  );
}
