import { readStored, writeStored } from "@/components/ui/hooks/storage";

/** A scenario kept by name in this browser. */
interface Kept {
  readonly name: string;
  readonly link: string;
}

interface Store {
  readonly saved: readonly Kept[];
  /** Links last worked on, newest first. */
  readonly recent: readonly string[];
}

/** Where this browser keeps scenarios, and where this tab keeps the query it last showed and what took whose place. */
export const KEPT_KEY = "headroom";
export const OPEN_KEY = "headroom-open";
export const REPLACED_KEY = "headroom-replaced";

const MOST_RECENT = 10;
const EMPTY: Store = { saved: [], recent: [] };

function isStore(value: unknown): value is Store {
  const { saved, recent } = (value ?? {}) as Partial<Store>;
  return (
    Array.isArray(saved) &&
    saved.every((one: Partial<Kept> | null) => typeof one?.name === "string" && typeof one.link === "string") &&
    Array.isArray(recent) &&
    recent.every((link) => typeof link === "string")
  );
}

/** What this browser keeps; nothing where storage is closed or holds something else. */
export function readKept(): Store {
  try {
    const value: unknown = JSON.parse(readStored(KEPT_KEY) ?? "null");
    return isStore(value) ? value : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Keeps `store` in this browser; false where storage is closed. */
export function writeKept(store: Store): boolean {
  return writeStored(KEPT_KEY, JSON.stringify(store));
}

/** Whether this browser worked on the link before, or keeps it by name. */
export function isOwn(link: string): boolean {
  const { saved, recent } = readKept();
  return recent.includes(link) || saved.some((kept) => kept.link === link);
}

/** Keeps the link as the newest one worked on, in place of `before`, the same work one edit ago. */
export function keepRecent(link: string, before: string | null): void {
  const { saved, recent } = readKept();
  writeKept({ saved, recent: [link, ...recent.filter((one) => one !== link && one !== before)].slice(0, MOST_RECENT) });
}

/** Keeps the query that this tab shows: pages without a scenario lead back to it. */
export function keepOpen(query: string): void {
  // In a browser that lets pages keep nothing the way back leads to the example.
  writeStored(OPEN_KEY, query, "sessionStorage");
}
