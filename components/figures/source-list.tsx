import { CHECKED_ON, SOURCES, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import { formatDay } from "@/lib/view/text";

const ORDER: readonly Confidence[] = ["high", "medium", "low", "disputed"];

/** Every source of the facts a page shows, what was taken from it, and the least sure of it. */
export function Sources({
  facts,
  children,
}: {
  facts: readonly (readonly [what: string, fact: Fact])[];
  children: string;
}) {
  const used = new Map<SourceId, { what: Set<string>; confidence: Confidence }>();
  for (const [what, { source, confidence }] of facts) {
    const entry = used.get(source) ?? { what: new Set(), confidence };
    entry.what.add(what);
    if (ORDER.indexOf(confidence) > ORDER.indexOf(entry.confidence)) entry.confidence = confidence;
    used.set(source, entry);
  }
  return (
    <>
      <div>
        <h2>Sources, checked {formatDay(CHECKED_ON)}</h2>
        <p className="text-ink-2">{children}</p>
      </div>
      <ul className="srcs">
        {[...used].map(([source, { what, confidence }]) => (
          <li key={source}>
            <a href={SOURCES[source].url} rel="noreferrer">
              {SOURCES[source].title}
            </a>
            <span className="d">{confidence}</span>
            <small>{[...what].join(", ")}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
