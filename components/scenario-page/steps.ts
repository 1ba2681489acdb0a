import { readStored, writeStored } from "@/components/ui/hooks/storage";
import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import type { Edit, Steps } from "@/components/scenario/draft";

const KEY = "headroom-steps";
/** Of undo, and of redo: with links as long as they may be, within what a browser lets a page keep. */
const MOST_KEPT = 30;

/** The links of a scenario and of the steps before and after it. */
interface KeptSteps {
  readonly links: readonly string[];
  /** The place of the scenario among them. */
  readonly at: number;
}

const linkOf = (scenario: Scenario): string => encodeLink(scenario, "");
const scenariosOf = (links: readonly string[]): Scenario[] => links.flatMap((link) => decodeLink(link).scenario ?? []);

function isKeptSteps(value: unknown): value is KeptSteps {
  const { links, at } = (value ?? {}) as Partial<KeptSteps>;
  return Array.isArray(links) && links.every((link) => typeof link === "string") && Number.isInteger(at);
}

/** What the last page of this tab left; null where it left nothing, or something else is kept there. */
function readSteps(): KeptSteps | null {
  try {
    const kept: unknown = JSON.parse(readStored(KEY, "sessionStorage") ?? "null");
    return isKeptSteps(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** In a browser that lets pages keep nothing undo ends with the page. */
const writeSteps = (kept: KeptSteps): boolean => writeStored(KEY, JSON.stringify(kept), "sessionStorage");

/** The steps that this tab made around `scenario`; null where it made none, or keeps nothing. */
export function recallSteps(scenario: Scenario): Steps | null {
  const kept = readSteps();
  if (!kept) return null;
  const link = linkOf(scenario);
  const at = kept.links[kept.at] === link ? kept.at : kept.links.lastIndexOf(link);
  if (at < 0) return null;
  return { past: scenariosOf(kept.links.slice(0, at)), future: scenariosOf(kept.links.slice(at + 1)).reverse() };
}

/** Keeps the newest steps for the next page of this tab; a page without steps leaves those of the one before. */
export function keepSteps({ base, past, future }: Steps & { readonly base: Scenario }): void {
  if (past.length === 0 && future.length === 0) return;
  const before = past.slice(-MOST_KEPT);
  const scenarios = [...before, base, ...future.slice(-MOST_KEPT).reverse()];
  writeSteps({ links: scenarios.map(linkOf), at: before.length });
}

/** Keeps `next` as the step after `before`, behind the steps that the last page of this tab left up to it. */
export function addStep(before: Scenario, next: Scenario): void {
  const link = linkOf(before);
  const kept = readSteps();
  const past = kept?.links[kept.at] === link ? kept.links.slice(0, kept.at + 1).slice(-MOST_KEPT) : [link];
  writeSteps({ links: [...past, linkOf(next)], at: past.length });
}

/** Takes the steps of the page before over, and leaves this one’s to the next. Returns what ends that. */
export function followSteps(edit: (edit: Edit) => void, draft: () => Parameters<typeof keepSteps>[0]): () => void {
  const { past, base } = draft();
  const steps = recallSteps(past[0] ?? base);
  if (steps) edit({ do: "recall", ...steps });
  const leave = () => keepSteps(draft());
  addEventListener("pagehide", leave);
  return () => removeEventListener("pagehide", leave);
}
