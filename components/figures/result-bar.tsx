import { type ShownTone, ToneMark } from "./tone";
import styles from "./result-bar.module.css";

interface ResultBarProps {
  readonly tone: ShownTone;
  readonly title: string;
  readonly about: string;
  readonly amount?: { readonly text: string; readonly about: string } | null | undefined;
}

/** The verdict in short, at the foot of a narrow window; a press goes to the verdict itself. */
export function ResultBar({ tone, title, about, amount }: ResultBarProps) {
  return (
    <a className={styles.resultBar} href="#verdict">
      <ToneMark tone={tone} size={20} />
      <span className="min-w-0">
        <b>{title}</b>
        <small>{about}</small>
      </span>
      {amount && (
        <span className={styles.amount}>
          <b>{amount.text}</b>
          <small>{amount.about}</small>
        </span>
      )}
    </a>
  );
}
