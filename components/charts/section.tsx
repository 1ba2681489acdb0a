import type { ReactNode, Ref } from "react";
import { classNames } from "@/components/ui/class-names";
import { BareSection } from "@/components/ui/section";
import styles from "./frame.module.css";

interface ChartsSectionProps {
  readonly ref?: Ref<HTMLElement>;
  readonly label?: string;
  readonly children: ReactNode;
}

/** The charts of a page: two side by side, one on a phone. */
export function ChartsSection({ ref, label = "Charts", children }: ChartsSectionProps) {
  return (
    <BareSection label={label} className="@container" ref={ref}>
      <div className={styles.grid}>{children}</div>
    </BareSection>
  );
}

/** One chart at full width inside a section. */
export function LoneChart({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <div className={classNames(styles.grid, styles.alone, className)}>{children}</div>;
}
