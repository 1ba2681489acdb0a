import { encodeFigureKey, type FigureKey } from "@/lib/view/text";
import { classNames } from "@/components/ui/class-names";
import styles from "./figure-button.module.css";

interface FigureButtonProps {
  readonly text: string;
  /** The key under which the page finds the working. */
  readonly work: FigureKey;
  readonly className?: string | undefined;
}

/** A figure that opens its working. One listener at the page’s root serves all of them. */
export function FigureButton({ text, work, className }: FigureButtonProps) {
  return (
    <button type="button" className={classNames(styles.figure, className)} data-work={encodeFigureKey(work)}>
      {text}
    </button>
  );
}
