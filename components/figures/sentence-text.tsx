import type { Sentence } from "@/lib/view/text";
import { WholeNames } from "@/components/ui/whole-names";
import { FigureButton } from "./figure-button";
import { PlaceLink } from "./place-link";

/** A sign that belongs to the figure before it, and what follows. */
const SIGN = /^([,.;:]?)(.*)$/s;

/**
 * A sentence whose figures open their working, and whose references lead to their place. No line begins with a sign.
 */
export function SentenceText({ sentence }: { sentence: Sentence }) {
  const signAt = (index: number) => {
    const piece = sentence[index];
    return typeof piece === "string" ? SIGN.exec(piece)![1]! : "";
  };
  return sentence.map((piece, index) => {
    const before = sentence[index - 1];
    const isBehindFigure = typeof before === "object" && "work" in before;
    if (typeof piece === "string")
      return <WholeNames key={index}>{isBehindFigure ? SIGN.exec(piece)![2] : piece}</WholeNames>;
    if (!("work" in piece)) return <PlaceLink key={index} {...piece} />;
    const sign = signAt(index + 1);
    if (sign === "") return <FigureButton key={index} {...piece} />;
    return (
      <span key={index} className="whitespace-nowrap">
        <FigureButton {...piece} />
        {sign}
      </span>
    );
  });
}
