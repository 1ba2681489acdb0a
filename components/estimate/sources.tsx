import { memo } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { formatDay, sourcesView } from "@/lib/view";

/** The sources of the very rows that were used. */
export const Sources = memo(function Sources({ estimate }: { estimate: Estimate }) {
  return (
    <>
      <div id="sources">
        <h2>Sources, checked {formatDay(CHECKED_ON)}</h2>
        <p className="q">Every figure above comes from these rows and your own numbers. A month is 730 hours, a twelfth of 365 days.</p>
      </div>
      <ul className="srcs">
        {sourcesView(estimate).map(({ title, url, confidence, about, checkedOn }) => (
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
});
