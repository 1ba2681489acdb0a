import type { ReactNode } from "react";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { InfoMark } from "@/components/ui/more-marks";
import { WholeNames } from "@/components/ui/whole-names";
import styles from "./notes-list.module.css";

const MARKS = {
  error: <NoMark label="Error" className="text-over" />,
  warning: <WarnMark label="Warning" className="text-near" />,
  info: <InfoMark label="Information" className="text-ink-2" />,
} as const;

export interface ListedNote {
  readonly key: string;
  readonly severity: keyof typeof MARKS;
  readonly fact: string;
  readonly consequence: string;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  /** What stands below. */
  readonly below?: ReactNode;
}

/** Notes: a mark, the fact, what follows, and one thing to do about it. */
export function NotesList({ notes }: { notes: readonly ListedNote[] }) {
  return (
    <ul className={styles.notes}>
      {notes.map(({ key, severity, fact, consequence, action, below }, index) => (
        <li key={index} data-note={key}>
          {MARKS[severity]}
          <p>
            <b>
              <WholeNames>{fact}</WholeNames>
            </b>{" "}
            <span className="text-ink-2">
              <WholeNames>{consequence}</WholeNames>
            </span>
          </p>
          {action && <div className={styles.action}>{action}</div>}
          {below && <div className="col-start-2">{below}</div>}
        </li>
      ))}
    </ul>
  );
}

/** Remarks without a severity: information each. */
export function RemarksList({ remarks }: { remarks: readonly string[] }) {
  return (
    <ul className={styles.notes}>
      {remarks.map((remark) => (
        <li key={remark}>
          <InfoMark />
          <p>
            <WholeNames>{remark}</WholeNames>
          </p>
        </li>
      ))}
    </ul>
  );
}
