import type { ReactNode } from "react";
import type { LimitState } from "@/lib/view/estimate";
import { classNames } from "@/components/ui/class-names";
import styles from "./tier-grid.module.css";

interface TierColumn {
  readonly key: string | number;
  /** The scenario’s own column is tinted. */
  readonly chosen?: boolean;
  readonly head: ReactNode;
}

interface TierRow {
  readonly key: string | number;
  readonly name: ReactNode;
  readonly about: ReactNode;
  /** One for each column. */
  readonly cells: readonly { readonly value: ReactNode; readonly state?: LimitState }[];
}

interface TierGridProps {
  readonly label: string;
  /** What the rows are, for those who hear the table. */
  readonly corner: string;
  readonly columns: readonly TierColumn[];
  readonly rows: readonly TierRow[];
  readonly busy?: boolean;
}

/** Usage tiers side by side; on a phone each row has its name over its cells. */
export function TierGrid({ label, corner, columns, rows, busy }: TierGridProps) {
  return (
    <div className={styles.grid} role="table" aria-label={label} aria-busy={busy}>
      <div className={styles.tierRow} role="row">
        <div className={classNames(styles.name, styles.head, styles.corner)} role="columnheader">
          <span className="sr-only">{corner}</span>
        </div>
        {columns.map(({ key, chosen, head }) => (
          <div key={key} className={classNames(styles.head, chosen && styles.chosen)} role="columnheader">
            {head}
          </div>
        ))}
      </div>
      {rows.map(({ key, name, about, cells }, index) => (
        <div key={key} className={classNames(styles.tierRow, index === rows.length - 1 && styles.last)} role="row">
          <div className={styles.name} role="rowheader">
            {name}
            <small>{about}</small>
          </div>
          {cells.map(({ value, state }, column) => (
            <div
              key={columns[column]!.key}
              className={classNames(
                styles.cell,
                state === "over" && styles.over,
                state === "near" && styles.near,
                columns[column]!.chosen && styles.chosen,
              )}
              role="cell"
            >
              {value}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The words beside a mark in the head of a column: read out only, where the window is a phone’s. */
export const TierWord = ({ children }: { children: string }) => <span className={styles.word}>{children}</span>;
