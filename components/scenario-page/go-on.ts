import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { readStored, writeStored } from "@/components/ui/hooks/storage";
import { keepRecent, OPEN_KEY, readKept, REPLACED_KEY } from "./kept/kept";
import { addStep } from "./steps";

/** One’s own scenario: the one this tab showed last, else the one last worked on in this browser; `null`: none. */
export function ownScenario(): Scenario | null {
  const query = readStored(OPEN_KEY, "sessionStorage") ?? readKept().recent[0]?.slice(1);
  return query ? decodeLink(query).scenario : null;
}

/**
 * Opens the planner on a scenario of one’s own that comes after `before`: undo leads back to that, and where
 * it `replaces` it the page says so. Whatever was kept stays kept.
 */
export function goOn(next: Scenario, before: Scenario, replaces: boolean): void {
  const [to, from] = [encodeLink(next), encodeLink(before)];
  keepRecent(from, null);
  keepRecent(to, null);
  addStep(before, next);
  if (replaces) writeStored(REPLACED_KEY, JSON.stringify({ now: to, before: from }), "sessionStorage");
  location.assign(to);
}
