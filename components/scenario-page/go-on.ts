import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { readStored, writeStored } from "@/components/ui/hooks/storage";
import { KEPT_KEY, keepRecent, OPEN_KEY, readKept, REPLACED_KEY } from "./kept";

/** One’s own scenario: the one this tab showed last, else the one last worked on in this browser; `null`: none. */
export function ownScenario(): Scenario | null {
  const query = readStored(OPEN_KEY, "sessionStorage") ?? readKept().recent[0]?.slice(1);
  return query ? decodeLink(query).scenario : null;
}

/** Where the steps of undo lie from one page of a tab to the next. */
const STEPS = `${KEPT_KEY}-steps`;

/** The steps up to `before`, if the last page of this tab left those, with `next` as the newest. */
function stepsTo(before: string, next: string): { links: readonly string[]; at: number } {
  const kept = JSON.parse(readStored(STEPS, "sessionStorage") ?? "null") as { links?: string[]; at?: number } | null;
  const { links = [], at = -1 } = kept ?? {};
  const past = links[at] === before ? links.slice(0, at + 1) : [before];
  return { links: [...past, next], at: past.length };
}

/**
 * Opens the planner on a scenario of one’s own that comes after `before`: undo leads back to that, and where
 * it `replaces` it the page says so. Whatever was kept stays kept.
 */
export function goOn(next: Scenario, before: Scenario, replaces: boolean): void {
  const [to, from] = [encodeLink(next), encodeLink(before)];
  keepRecent(from, null);
  keepRecent(to, null);
  try {
    writeStored(STEPS, JSON.stringify(stepsTo(from.slice(1), to.slice(1))), "sessionStorage");
    if (replaces) writeStored(REPLACED_KEY, JSON.stringify({ now: to, before: from }), "sessionStorage");
  } catch {
    // What is kept is no JSON of ours: the page opens all the same.
  }
  location.assign(to);
}
