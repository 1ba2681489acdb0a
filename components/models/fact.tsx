import { noteOf, SOURCES, type Confidence, type Fact } from "@/lib/catalogue";
import { formatDay } from "@/lib/view/text";
import { WarnMark } from "@/components/ui/marks";

const SURE: Record<Confidence, string> = {
  high: "high confidence",
  medium: "medium confidence",
  low: "low confidence",
  disputed: "disputed",
};

/** How sure a fact is, as a sentence of its own or (`inline`) within one; a weak one stands out by its mark. */
export function Sureness({ confidence, inline = false }: { confidence: Confidence; inline?: boolean }) {
  const words = inline
    ? SURE[confidence]
    : `${SURE[confidence].slice(0, 1).toUpperCase()}${SURE[confidence].slice(1)}.`;
  if (confidence === "high" || confidence === "medium") return <span className="whitespace-nowrap">{words}</span>;
  return (
    <span className="whitespace-nowrap text-near">
      <WarnMark size={11} className="mr-1 !align-[-1px]" />
      {words}
    </span>
  );
}

/** Where a fact comes from, when it was checked, how sure it is. */
export function FactLine({ fact, className = "" }: { fact: Fact; className?: string }) {
  const { title, url } = SOURCES[fact.source];
  const note = noteOf(fact);
  return (
    <p className={`text-small text-ink-2 ${className}`}>
      {note && <>{note} </>}
      <a href={url} rel="noreferrer">
        {title}
      </a>
      , checked {formatDay(fact.checkedOn)}, <Sureness inline confidence={fact.confidence} />
    </p>
  );
}
