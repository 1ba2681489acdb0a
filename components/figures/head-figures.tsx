import type { ReactNode } from "react";
import styles from "./head-figures.module.css";

interface HeadFigure {
  readonly label: string;
  readonly value: ReactNode;
  readonly remark?: ReactNode;
}

/** The few figures a page leads with; the first is the largest. */
export function HeadFigures({ figures }: { figures: readonly HeadFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, remark }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {remark && <dd className="mt-1 text-small font-normal tracking-normal text-ink-2">{remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
