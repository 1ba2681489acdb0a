import { classNames } from "@/components/ui/class-names";
import styles from "./swatch.module.css";

/** The ground of each line of a bill, as a class: hue is the direction, tone is the kind; tools have no hue. */
export const TOKEN_FILLS = {
  input: "bg-(--c-input)",
  cached: styles.hatched,
  written: "bg-(--c-write)",
  visible: "bg-(--c-visible)",
  reasoning: "bg-(--c-reason)",
  web: "bg-(--c-web)",
  files: "bg-(--c-files)",
} as const;

/** The square that makes an editor the legend of the page; `cap` is dashed. */
export function Swatch({ of }: { of: keyof typeof TOKEN_FILLS | "cap" }) {
  return <i className={classNames(styles.swatch, of === "cap" ? styles.dashed : TOKEN_FILLS[of])} />;
}
