"use client";

import { useSyncExternalStore, type ReactNode } from "react";

/** The variant on screen. Only one is shown at a time, and nothing is while the base is. */
interface ShownVariant {
  /** `C: Twice the traffic`. */
  readonly name: string;
  readonly letter: string;
  /** What marks a field of the editor whose value is the variant’s own; nothing where it follows the base. */
  readonly mark: (field: string) => ReactNode;
}

let shown: ShownVariant | null = null;
const listeners = new Set<() => void>();

/** Tells the head and the fields of the page which variant they show. */
export function showVariant(next: ShownVariant | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The variant on screen, null for the base. It is no context: what a context holds must not change with an edit. */
const useShownVariant = (): ShownVariant | null =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );

/** The name of the variant on screen, first of what the page is about; of the base nothing. */
export function ShownName() {
  const shown = useShownVariant();
  return shown && <b>{shown.name}</b>;
}

/** `C: ` before the first sentence of the page. */
export const ShownLetter = () => useShownVariant()?.letter.concat(": ");

/** The mark of a field, by the name it is sent under. */
export const VariantMark = ({ field }: { field: string }) => useShownVariant()?.mark(field);
