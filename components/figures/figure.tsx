import { encodeFigureKey, type FigureKey, type Sentence } from "@/lib/view/text";

/** A figure that opens its working: `work` is the key under which the page finds it. One listener at the page’s root serves all of them. */
export function Fig({ text, work, className }: { text: string; work: FigureKey; className?: string }) {
  return (
    <button type="button" className={className ? `fig ${className}` : "fig"} data-work={encodeFigureKey(work)}>
      {text}
    </button>
  );
}

/** A sentence whose figures open their working. */
export function Say({ sentence }: { sentence: Sentence }) {
  return sentence.map((piece, index) => (typeof piece === "string" ? piece : <Fig key={index} {...piece} />));
}
