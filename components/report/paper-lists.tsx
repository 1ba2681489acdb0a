import type { Report } from "@/lib/export";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { InfoMark } from "@/components/ui/more-marks";
import styles from "./paper.module.css";

const MARKS = {
  error: { Mark: NoMark, colour: "text-over" },
  warning: { Mark: WarnMark, colour: "text-near" },
  info: { Mark: InfoMark, colour: "text-ink-2" },
} as const;

/** What to know before relying on the report. */
export function PaperNotes({ notes }: Pick<Report, "notes">) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>Notes</h2>
      <ul className={styles.notes}>
        {notes.map(({ severity, fact, consequence }, index) => {
          const { Mark, colour } = MARKS[severity];
          return (
            <li key={index}>
              <Mark size={11} className={colour} />
              <p>
                <b>{fact}</b> {consequence}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where the facts of the report come from. */
export function PaperSources({ sources }: Pick<Report, "sources">) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>Sources</h2>
      <ul className={styles.sources}>
        {sources.map(({ title, url, checkedOn }, index) => (
          <li key={index}>
            <b>{title}</b> {url.replace(/^https:\/\//, "")}, checked {checkedOn}
          </li>
        ))}
      </ul>
    </section>
  );
}
