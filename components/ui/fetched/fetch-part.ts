import { lazy, useSyncExternalStore, type ComponentType, type LazyExoticComponent } from "react";

type Load = () => Promise<unknown>;

/** A part of a page whose script could not be fetched. */
interface MissingPart {
  /** What the part is called on screen, with its article. */
  readonly name: string;
  readonly load: Load;
  readonly again: () => void;
  /** Its own place says that it is missing. */
  readonly inPlace: boolean;
}

const NONE: readonly MissingPart[] = [];
const waiting = new Map<Load, Promise<unknown>>();
const listeners = new Set<() => void>();
let missing = NONE;

function setMissing(load: Load, part?: MissingPart): void {
  missing = missing.filter((one) => one.load !== load).concat(part ?? []);
  for (const listener of listeners) listener();
}

/** Fetches everything that is missing again. */
export function fetchMissing(): void {
  for (const { again } of missing) again();
}

/**
 * Fetches the script of a part. The promise never rejects: while the script cannot be fetched (offline, another version
 * was deployed) the page says so, and it is fetched again when a person asks for it or the browser is back online.
 * `load` is told from others by identity; `inPlace`: the place of the part says that it is missing, by `useMissing`.
 */
export function fetchPart<Part>(name: string, load: () => Promise<Part>, inPlace = false): Promise<Part> {
  missing.find((part) => part.load === load)?.again();
  let part = waiting.get(load) as Promise<Part> | undefined;
  if (!part) {
    part = new Promise((resolve) => {
      const again = () =>
        void load().then(
          (fetched) => {
            waiting.delete(load);
            setMissing(load);
            resolve(fetched);
          },
          () => setMissing(load, { name, load, again, inPlace }),
        );
      again();
    });
    waiting.set(load, part);
  }
  return part;
}

/** A component that `fetchPart` fetches when it is first drawn; until then its `Suspense` shows the fallback. */
export function lazyPart<Props>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => fetchPart(name, load));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("online", fetchMissing);
  return () => void listeners.delete(listener);
}

/** What is missing now. */
export const useMissing = (): readonly MissingPart[] =>
  useSyncExternalStore(
    subscribe,
    () => missing,
    () => NONE,
  );
