import { decodeLink, type LinkFault } from "@/lib/link";
import { EXAMPLE, type Scenario } from "@/lib/scenario";

/** What the page was opened with: a link’s scenario or the worked example, and what of the link could not be read. */
export interface Opened {
  readonly scenario: Scenario;
  readonly faults: readonly LinkFault[];
  /** `example`: no link at all; `unread`: a link of which no workload could be read. */
  readonly from: "link" | "example" | "unread";
}

/** What a page is opened with by the query of its address. */
export function openQuery(query: string): Opened {
  const { scenario, faults } = decodeLink(query);
  return { scenario: scenario ?? EXAMPLE, faults, from: scenario ? "link" : query === "" ? "example" : "unread" };
}
