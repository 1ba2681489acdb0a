import { decodeLink, encodeLink, type LinkFault } from "@/lib/link";
import { EXAMPLE, STARTS, type Scenario } from "@/lib/scenario";

/** What the page was opened with: a link’s scenario or the worked example, and what of the link could not be read. */
export interface Opened {
  readonly scenario: Scenario;
  readonly faults: readonly LinkFault[];
  /** `example`: no link, or that of a starting point; `unread`: a link of which no workload could be read. */
  readonly from: "link" | "example" | "unread";
  /** What the address says of the page itself: how it shows the scenario. */
  readonly own: Readonly<Record<string, string>>;
}

/** Links of scenarios that nobody has made their own yet. */
const STARTING_LINKS: ReadonlySet<string> = new Set(STARTS.map(({ scenario }) => encodeLink(scenario)));

/** What a page is opened with by the query of its address, in which the keys of `own` are about the page itself. */
export function openAddress(query: string, own: readonly string[]): Opened {
  const pieces = query.split("&").filter((piece) => piece !== "");
  const keyOf = (piece: string) => piece.split("=", 1)[0]!;
  const asked = [...new URLSearchParams(query)].filter(([key]) => own.includes(key)).reverse();
  return openQuery(pieces.filter((piece) => !own.includes(keyOf(piece))).join("&"), Object.fromEntries(asked));
}

/** What a page is opened with by the query of its address, without what is the page’s `own`. */
export function openQuery(query: string, own: Opened["own"] = {}): Opened {
  const { scenario, faults } = decodeLink(query);
  if (!scenario) return { scenario: EXAMPLE, faults, from: query === "" ? "example" : "unread", own };
  return { scenario, faults, from: STARTING_LINKS.has(encodeLink(scenario)) ? "example" : "link", own };
}
