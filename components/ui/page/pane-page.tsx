import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "./pane-page.module.css";

interface PanePageProps {
  /** What the page says first. */
  readonly head: ReactNode;
  /** What stands beside it: an editor, a list of contents. Without it the page has one column, of the whole width. */
  readonly beside?: ReactNode;
  /** The name of what stands beside it, where that is no landmark itself. */
  readonly besideLabel?: string;
  /** A page to read: the skip link leads to all of it, not to a verdict. */
  readonly reading?: boolean;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/**
 * A page of two panes, one over the other where the window is narrow: head, editor, details. Without an editor it is
 * head and details.
 */
export function PanePage({ head, beside, besideLabel, reading = false, busy, children }: PanePageProps) {
  return (
    <main className={beside === undefined ? styles.whole : styles.page} id={reading ? "main" : undefined}>
      {reading ? (
        <div className={styles.head}>{head}</div>
      ) : (
        <section className={styles.head} id="verdict" aria-labelledby="say" aria-busy={busy}>
          {head}
        </section>
      )}
      {besideLabel && (
        <aside className={styles.beside} aria-label={besideLabel}>
          {beside}
        </aside>
      )}
      {beside !== undefined && !besideLabel && (
        <div className={styles.beside} id="inputs">
          {beside}
        </div>
      )}
      <div className={styles.details}>{children}</div>
    </main>
  );
}

/** The inside of what stands beside a page; in two columns where the window has room for them. */
export const besideLook = (className?: string): string => classNames(styles.inside, className);

/** The head of what stands beside a page. */
export function BesideHead({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={classNames(styles.insideHead, className)} />;
}

/** A page of one column. */
export function DocumentPage({ className, ...rest }: ComponentProps<"main">) {
  return <main {...rest} id="main" className={classNames(styles.document, className)} />;
}
