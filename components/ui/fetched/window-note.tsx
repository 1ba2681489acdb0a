import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "./window-note.module.css";

interface WindowNoteProps {
  /** It warns of nothing. */
  readonly calm?: boolean;
  /** Without any the place stays empty. */
  readonly children: ReactNode;
}

/** A line at the foot of the window, over the page, which is also told. */
export function WindowNote({ calm = false, children }: WindowNoteProps) {
  return (
    <div className={styles.place} role="status">
      {children && <p className={classNames(styles.note, calm && styles.calm)}>{children}</p>}
    </div>
  );
}
