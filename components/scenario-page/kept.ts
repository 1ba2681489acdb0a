import type { Scenario } from "@/lib/scenario";

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

const KEY = "headroom";
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
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isStore(value) ? value : EMPTY;
  } catch {
    return EMPTY;
  }
}

function write(store: Store): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(store));
    return true;
  } catch {
    return false;
  }
}

/** Whether this browser worked on the link before, or keeps it by name. */
export function isOwn(link: string): boolean {
  const { saved, recent } = readKept();
  return recent.includes(link) || saved.some((kept) => kept.link === link);
}

/** Keeps the link as the newest one worked on, in place of `before`, the same work one edit ago. */
export function keepRecent(link: string, before: string | null): void {
  const { saved, recent } = readKept();
  write({ saved, recent: [link, ...recent.filter((one) => one !== link && one !== before)].slice(0, MOST_RECENT) });
}

/**
 * Keeps a scenario by name; a name that is taken gets a number, so that nothing is overwritten unless
 * `replace` says so. False where storage is closed.
 */
export function save(name: string, link: string, replace = false): boolean {
  const { saved, recent } = readKept();
  const free = (wanted: string) => {
    let found = wanted;
    for (let n = 2; saved.some((one) => one.name === found); n++) found = `${wanted} (${n})`;
    return found;
  };
  const kept = { name: replace ? name : free(name), link };
  return write({ saved: [...saved.filter((one) => one.name !== kept.name), kept], recent });
}

/** Forgets a kept scenario. */
export function forget(name: string): void {
  const { saved, recent } = readKept();
  write({ saved: saved.filter((one) => one.name !== name), recent });
}

/** What a scenario is called when it is kept without a name of its own. */
export function nameOf({ title, workloads }: Scenario): string {
  return (
    title ||
    workloads
      .map(({ name, model }) => name || model)
      .slice(0, 2)
      .join(", ")
  );
}
