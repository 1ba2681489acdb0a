import { SOURCES, type Confidence, type Fact } from "@/lib/catalogue";
import { formatDay } from "@/lib/view";
import { WarnMark } from "@/components/ui/marks";

const SURE: Record<Confidence, string> = { high: "high confidence", medium: "medium confidence", low: "low confidence", disputed: "disputed" };

/** How sure a fact is; what is not high stands out by its mark. */
export function Sureness({ confidence }: { confidence: Confidence }) {
  if (confidence === "high" || confidence === "medium") return <span>{SURE[confidence]}</span>;
  return (
    <span className="is-near nb">
      <WarnMark size={11} className="mr-1 !align-[-1px]" />
      {SURE[confidence]}
    </span>
  );
}

/** Where a fact comes from, when it was checked, how sure it is. */
export function FactLine({ fact, className = "" }: { fact: Fact; className?: string }) {
  const { title, url } = SOURCES[fact.source];
  return (
    <p className={`s q ${className}`}>
      {fact.note && <>{fact.note} </>}
      <a href={url} rel="noreferrer">
        {title}
      </a>
      , checked {formatDay(fact.checkedOn)}, <Sureness confidence={fact.confidence} />
    </p>
  );
}
