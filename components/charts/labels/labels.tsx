import { classNames } from "@/components/ui/class-names";
import type { LabelTone, PlacedLabel } from "./place";
import styles from "./labels.module.css";

const TONES: Readonly<Record<LabelTone, string | undefined>> = {
  plain: undefined,
  faint: styles.faint,
  over: styles.over,
  ok: styles.fits,
  inverse: styles.inverse,
};

/** Draws labels where they were placed. */
export function Labels({ labels }: { readonly labels: readonly PlacedLabel[] }) {
  return labels.map(({ text, x, y, anchor, strong, tone, halo }) => {
    const className = classNames(strong && styles.strong, halo && styles.halo, TONES[tone]);
    return (
      <text key={`${x} ${y}`} className={className} x={x} y={y} textAnchor={anchor}>
        {text}
      </text>
    );
  });
}
