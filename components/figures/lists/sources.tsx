import { CHECKED_ON, SOURCES, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import type { SourceView } from "@/lib/view/estimate";
import { formatDay } from "@/lib/view/text";
import styles from "./sources.module.css";

const CONFIDENCES: readonly Confidence[] = ["high", "medium", "low", "disputed"];

interface ListedSource {
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly remark: string;
  readonly about: string;
}

function SourcesList({ id, words, sources }: { id?: string; words: string; sources: readonly ListedSource[] }) {
  return (
    <>
      <div id={id}>
        <h2 className="font-semibold">Sources, checked {formatDay(CHECKED_ON)}</h2>
        <p className="text-ink-2">{words}</p>
      </div>
      <ul className={styles.sources}>
        {sources.map(({ key, title, url, remark, about }) => (
          <li key={key}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
            <span className="whitespace-nowrap text-ink-2">{remark}</span>
            <small>{about}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The sources of the very rows that an estimate used. */
export function EstimateSources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <SourcesList
      id="sources"
      words="Every figure above comes from these rows and your own numbers. A month is 730 hours, a twelfth of 365 days."
      sources={sources.map(({ title, url, confidence, about, checkedOn }) => ({
        key: title,
        title,
        url,
        remark: `${confidence === "disputed" ? "disputed" : `${confidence} confidence`}, ${checkedOn}`,
        about,
      }))}
    />
  );
}

/** Every source of the facts a page shows, what was taken from it, and the least sure of it. */
export function FactSources({
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
    if (CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(entry.confidence)) entry.confidence = confidence;
    used.set(source, entry);
  }
  return (
    <SourcesList
      words={children}
      sources={[...used].map(([source, { what, confidence }]) => ({
        key: source,
        title: SOURCES[source].title,
        url: SOURCES[source].url,
        remark: confidence,
        about: [...what].join(", "),
      }))}
    />
  );
}
