import { meanChange, middleOf, type Mean } from "@/lib/scenario/ranges";
import { rangeNote } from "@/lib/view/ranges";
import { useEdit } from "@/components/scenario/edit-context";
import type { RangeNoteProps } from "@/components/scenario/mean-field";
import { Button } from "@/components/ui/button";
import styles from "./range-note.module.css";

/** Under a field that is a range: where its centre lies; opened, what a range means and what else it could be. */
export function RangeNote({ index, field, number, ranges }: RangeNoteProps) {
  const edit = useEdit();
  const view = rangeNote(field, number, ranges[field]!);
  const enter = (mean: Mean) =>
    edit({ do: "workload", index, change: meanChange({ number, ranges }, field, mean), field });
  return (
    <details className={styles.note}>
      <summary>
        <span className={styles.whisker} aria-hidden="true">
          <i style={{ left: `${12 + 76 * view.at}%` }} />
        </span>
        <span className={styles.centre}>{view.centre}</span>
      </summary>
      <div className={styles.meaning}>
        <p>
          <b>You do not know the mean.</b> {view.meaning}
        </p>
        <p className="text-ink-2">{view.not}</p>
        {view.presets.length > 0 && <p className="text-ink-2">{view.presetSource}</p>}
        <div className="mt-2 flex only-with-scripts flex-wrap gap-2">
          {view.presets.map(({ label, range }) => (
            <Button key={label} small onClick={() => enter({ number: middleOf(range), range })}>
              {label}
            </Button>
          ))}
          <Button small onClick={() => enter({ number })}>
            {view.single}
          </Button>
        </div>
      </div>
    </details>
  );
}
