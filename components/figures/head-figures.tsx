import type { Figure } from "@/lib/view/text";
import { FigureButton } from "./figure-button";
import { Termed } from "./term-link";
import styles from "./head-figures.module.css";

/** A figure that opens its working, or a text that has none. */
type Shown = { readonly label: string; readonly remark?: string } & (
  { readonly figure: Figure } | { readonly text: string }
);

/** The few figures a page leads with; the first is the largest. */
export function HeadFigures({ figures }: { figures: readonly Shown[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, remark, ...shown }) => (
        <div key={label}>
          <dt>
            <Termed label={label} />
          </dt>
          <dd>{"figure" in shown ? <FigureButton {...shown.figure} /> : shown.text}</dd>
          {remark && <dd className="text-small font-normal tracking-normal text-ink-2">{remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
