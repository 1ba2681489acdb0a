import { encodeFigureKey, type FigureKey, type Sentence } from "@/lib/view/text";
import { classNames } from "@/components/ui/class-names";
import { WholeNames } from "@/components/ui/whole-names";
import { PlaceLink } from "./place-link";
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

/** A sentence whose figures open their working, and whose references lead to their place. */
export function SentenceText({ sentence }: { sentence: Sentence }) {
  return sentence.map((piece, index) => {
    if (typeof piece === "string") return <WholeNames key={index}>{piece}</WholeNames>;
    return "work" in piece ? <FigureButton key={index} {...piece} /> : <PlaceLink key={index} {...piece} />;
  });
}
