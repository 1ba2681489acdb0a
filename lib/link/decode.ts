import { quote } from "@/lib/fields";
import { checkScenario, MOST, type Scenario } from "@/lib/scenario";
import { shorten, type LinkDraft, type LinkFault, type RawJson } from "./draft";
import { WORKLOAD_KEY } from "./grammar";
import { mend, mendVariants } from "./mend";
import { draftOf } from "./read";

/** A link read leniently: a scenario to show, and what could not be read of it. */
export interface Decoded {
  /** `null` where the link holds no workload. */
  readonly scenario: Scenario | null;
  readonly faults: readonly LinkFault[];
}

/**
 * Reads a link leniently: never throws, never reads half of a number. What cannot be read is named in
 * `faults`, and a default or `STAND_IN` takes its place; a model nobody knows opens without price and limits.
 * Takes the query with or without its `?`; an empty query has no faults.
 */
export function decodeLink(query: string): Decoded {
  if (/^\/?\??$/.test(query)) return { scenario: null, faults: [] };
  const { input, faults, parts } = draftOf(query);
  if (input.workloads.length === 0)
    faults.push({
      path: "workloads",
      part: WORKLOAD_KEY,
      message: `${WORKLOAD_KEY} is missing; a link holds at least one workload`,
    });
  return settle(input, faults, parts);
}

/** How often what was refused is mended before a scenario is given up. */
const MOST_ROUNDS = 8;

/** Cuts a list to the most a link may hold, and names the rest. */
function cutList(
  input: LinkDraft["input"],
  name: "workloads" | "modelOverrides" | "variants",
  faults: LinkFault[],
): void {
  const list = (input[name] ?? []) as RawJson[];
  const more = list.length - MOST[name];
  if (more <= 0) return;
  const message = `${more} more ${name} than the ${MOST[name]} a link may hold`;
  faults.push({ path: name, part: `${more} more`, message });
  list.length = MOST[name];
}

/**
 * Raw scenario JSON read leniently: what the check refuses is added to `faults` with its part of the link,
 * and a default or `STAND_IN` takes its place. Changes `input`.
 */
export function settle(
  input: LinkDraft["input"],
  faults: LinkFault[] = [],
  parts: ReadonlyMap<string, string> = new Map(),
): Decoded {
  cutList(input, "workloads", faults);
  cutList(input, "modelOverrides", faults);
  cutList(input, "variants", faults);
  if (input.workloads.length === 0) return { scenario: null, faults };
  // Each round mends everything that was refused; a mended part is refused again only by a rule between two
  // parts. Variants are read once all else is mended; their changes are dropped where that does not end.
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const checked = checkScenario(input);
    if ("scenario" in checked) return { scenario: checked.scenario, faults };
    for (const issue of checked.issues) {
      faults.push({ ...issue, part: shorten(parts.get(issue.path) ?? quote(undefined)) });
      mend(input, issue.path);
    }
    const refused = checked.issues.map(({ path }) => path);
    mendVariants((input["variants"] ?? []) as RawJson[], refused, round >= MOST_ROUNDS - 1);
    const kept = input.modelOverrides.filter(Boolean);
    if (kept.length < input.modelOverrides.length) input.modelOverrides = kept;
  }
  return { scenario: null, faults };
}
