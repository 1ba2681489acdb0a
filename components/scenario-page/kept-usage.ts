import type { MadeWorkloads, UsageReport } from "@/lib/usage";
import { readStored, writeStored } from "@/components/ui/hooks/storage";

/**
 * What was read of a log, by the name of the log: kept in this browser alone, for a reload of the page and
 * for the replay in Traffic.
 */
export interface KeptUsage {
  readonly name: string;
  readonly report: UsageReport;
  readonly made: MadeWorkloads;
}

const [DATABASE, STORE, KEY, SESSION] = ["headroom", "usage", "last", "import"] as const;

/** What Traffic’s address ends with when it is to replay the trace kept here. */
export const REPLAY = "#replay";

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function store<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await settled(opening);
    const result = await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return result;
  } catch {
    // No room, or a browser that keeps nothing: the page works, and starts empty after a reload.
    return null;
  }
}

/** Keeps it until the next one, or until it is forgotten. */
export async function keepUsage(usage: KeptUsage): Promise<void> {
  writeStored(SESSION, usage.name, "sessionStorage");
  await store("readwrite", (kept) => kept.put(usage, KEY));
}

/** Forgets what is kept. */
export async function forgetUsage(): Promise<void> {
  writeStored(SESSION, null, "sessionStorage");
  await store("readwrite", (kept) => kept.delete(KEY));
}

/** Whether this tab read a log before its reload. */
export const isUsageKept = (): boolean => readStored(SESSION, "sessionStorage") !== null;

/** What this tab read before its reload; what another left behind is forgotten. */
export async function reopenUsage(): Promise<KeptUsage | null> {
  if (isUsageKept()) return keptUsage();
  await forgetUsage();
  return null;
}

/** What is kept, whichever tab read it; what an earlier version of the page kept may lack figures and is not taken. */
export async function keptUsage(): Promise<KeptUsage | null> {
  const kept = await store<KeptUsage | undefined>("readonly", (store) => store.get(KEY));
  return kept && "cacheWriteTokens" in kept.report.total ? kept : null;
}
