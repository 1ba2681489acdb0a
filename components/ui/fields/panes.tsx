import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "./panes.module.css";

/** Panes of which one is shown: the one in the same place as the chosen radio of the Segmented within. At most four. */
export function Panes({ children }: { children: ReactNode }) {
  return <div className={styles.panes}>{children}</div>;
}

const PLACES = [styles.first, styles.second, styles.third, styles.fourth];

/** The class of the pane in `place`, from 0, within Panes. */
export const paneLook = (place: number): string => classNames(styles.pane, PLACES[place]);
