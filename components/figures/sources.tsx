import { CHECKED_ON } from "@/lib/catalogue";
import { formatDay } from "@/lib/view/text";
import { type SourceView } from "@/lib/view/estimate";

/** The sources of the very rows that were used. */
export function Sources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <>
      <div id="sources">
        <h2>Sources, checked {formatDay(CHECKED_ON)}</h2>
        <p className="text-ink-2">
          Every figure above comes from these rows and your own numbers. A month is 730 hours, a twelfth of 365 days.
        </p>
      </div>
      <ul className="srcs">
        {sources.map(({ title, url, confidence, about, checkedOn }) => (
          <li key={title}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
            <span className="d">
              {confidence === "disputed" ? "disputed" : `${confidence} confidence`}, {checkedOn}
            </span>
            <small>{about}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
