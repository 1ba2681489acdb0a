import styles from "./share-bar.module.css";

/** A thin bar under a figure: `width` is its share of the whole, 0 to 1. */
export function ShareBar({ width }: { width: number }) {
  return (
    <span className={styles.share}>
      <i style={{ width: `${width * 100}%` }} />
    </span>
  );
}
