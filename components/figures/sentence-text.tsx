import type { Sentence } from "@/lib/view/text";
import { WholeNames } from "@/components/ui/whole-names";
import { FigureButton } from "./figure-button";
import { PlaceLink } from "./place-link";

/** A sentence whose figures open their working, and whose references lead to their place. */
export function SentenceText({ sentence }: { sentence: Sentence }) {
  return sentence.map((piece, index) => {
    if (typeof piece === "string") return <WholeNames key={index}>{piece}</WholeNames>;
    return "work" in piece ? <FigureButton key={index} {...piece} /> : <PlaceLink key={index} {...piece} />;
  });
}
